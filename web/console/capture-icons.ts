import type { CaptureKind } from '../../api/contract.ts'
import type { IconName } from '../room/icons.tsx'

/** What stands for a still where its picture is not shown. */
export const captureIcons: Record<CaptureKind, IconName> = {
  'card-front': 'card',
  'card-back': 'card',
  face: 'person',
  room: 'room',
}
