import type { Message } from '../../sandbox/contract.ts'

/** What is being written: a new message, a reply, or an edit of one's own. */
export interface Draft {
  text: string
  replyTo?: Message
  editing?: Message
}

export type SetDraft = (next: Draft | ((now: Draft) => Draft)) => void
