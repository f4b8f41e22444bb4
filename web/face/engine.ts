export type FaceOutcome = { outcome: 'measured'; distance: number } | { outcome: 'no-face-card' | 'no-face-live' }

/** Measures how far two faces are apart. What it makes of a face on the way is kept nowhere. */
export interface FaceEngine {
  /** by what it measures, for the record */
  readonly model: string
  readonly version: string
  measure(card: Blob, face: Blob): Promise<FaceOutcome>
}

let opened: Promise<FaceEngine> | undefined

/** The engine, with its models: some 2 MB of program and 7 MB of models, fetched from our own server when it is first used. */
export function openFaceEngine(): Promise<FaceEngine> {
  opened ??= import('./face-api.ts').then(({ loadFaceApi }) => loadFaceApi())
  // what failed to load is tried anew
  opened.catch(() => {
    opened = undefined
  })
  return opened
}
