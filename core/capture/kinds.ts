import type { CaptureKind } from '../../db/values.ts'

/** What a capture is called among the case's files: the applicant's own photos of the card are `card-front` and `card-back`. */
export const fileKindOf = (kind: CaptureKind): string => `capture-${kind}`
