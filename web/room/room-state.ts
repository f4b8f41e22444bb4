import type { JoinResponse, LinkQuality, PagePrompt, PeerState, Role, Step } from '../../api/contract.ts'
import { deskNow } from './clock.ts'
import type { ApiError } from './http.ts'
import type { MediaLink, Quality } from './media.ts'

export type Phase = 'idle' | 'waiting' | 'connecting' | 'connected' | 'reconnecting' | 'ended'
/** left: this person went; the others are the room's own words */
export type Ending = 'ended' | 'replaced' | 'revoked' | 'left'

export interface Line {
  id: number
  from: Role
  text: string
  at: number
}

export interface RoomState {
  /** the socket: idle before joining and after a refusal */
  socket: 'idle' | 'joining' | 'ready' | 'lost'
  media: MediaLink
  ending: Ending | null
  step: Step
  peer: PeerState | null
  peerWasHere: boolean
  /** until when the reviewer asked the applicant to wait */
  patienceUntil: string | null
  remote: MediaStream | null
  quality: Quality
  /** how the network does at the other end, as that page says */
  peerQuality: LinkQuality | null
  /** what the reviewer asks the applicant's page for */
  prompt: PagePrompt | null
  /** to the reviewer: when the applicant asked for help in silence */
  helpAt: string | null
  lines: Line[]
  /** the console records the call */
  recording: boolean
  joined: JoinResponse | null
  /** why joining was refused for good */
  refusal: ApiError | null
  /** the provider could not be reached */
  mediaUnreachable: boolean
}

export const beforeJoining: RoomState = {
  socket: 'idle',
  media: 'new',
  ending: null,
  step: 'waiting',
  peer: null,
  peerWasHere: false,
  patienceUntil: null,
  remote: null,
  quality: 'unknown',
  peerQuality: null,
  prompt: null,
  helpAt: null,
  lines: [],
  recording: false,
  joined: null,
  refusal: null,
  mediaUnreachable: false,
}

/** What the page shows in one word. */
export function phaseOf({ ending, socket, peer, media }: RoomState): Phase {
  if (ending) return 'ended'
  if (socket === 'idle') return 'idle'
  if (socket === 'lost') return 'reconnecting'
  if (socket === 'joining') return 'connecting'
  if (!peer) return 'waiting'
  if (media === 'connected') return 'connected'
  return media === 'interrupted' ? 'reconnecting' : 'connecting'
}

const linesKept = 50

/** One more written line; the oldest go. */
export function withLine({ lines }: RoomState, from: Role, text: string): Pick<RoomState, 'lines'> {
  const id = (lines.at(-1)?.id ?? 0) + 1
  return { lines: [...lines, { id, from, text, at: deskNow() }].slice(-linesKept) }
}
