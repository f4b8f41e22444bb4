import type { RefObject } from 'preact'
import type { Rehearsal } from './rehearsal.ts'

export interface PartProps {
  rehearsal: Rehearsal
  video: RefObject<HTMLVideoElement | null>
}
