import type { CaptureKind, Scope } from '../../db/values.ts'

/** The step of the review that a still belongs to: where the step is not repeated, none is taken. */
export const captureSteps: Readonly<Record<CaptureKind, Scope>> = {
  'card-front': 'identity',
  'card-back': 'identity',
  face: 'identity',
  room: 'environment',
}

/** What a capture is called among the case's files: the applicant's own photos of the card are `card-front` and `card-back`. */
export const fileKindOf = (kind: CaptureKind): string => `capture-${kind}`
