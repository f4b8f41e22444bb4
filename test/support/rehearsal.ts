import type { RehearsalPart } from '../../db/values.ts'

/** What a page measures where everything is in order. */
export const goodFigures: Record<RehearsalPart, Record<string, number | string>> = {
  camera: { width: 1280, height: 720 },
  light: { face: 120, around: 110 },
  microphone: { loudest: -20 },
  speaker: { heard: 'yes' },
  sharpness: { variance: 300 },
  network: { downKbps: 20_000, upKbps: 6_000, roundTripMs: 40 },
  clock: { offSeconds: 1 },
}
