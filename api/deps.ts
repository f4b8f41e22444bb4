import type { Actor, Ctx } from '../core/context.ts'
import type { Sql } from '../db/client.ts'
import type { MediaSettings } from './media.ts'

/** What the API is built with; everything comes from main. */
export interface ApiDeps {
  /** a context for whoever turns out to ask */
  ctxFor(actor: Actor): Ctx
  /** for LISTEN */
  sql: Sql
  media: MediaSettings
  /** the way back to the chat; known for good once the bot has said its name */
  /** `start`: with that payload, where the messenger takes one */
  chatUrl(start?: string): string
  /** of the bot: checks what its messenger signs; without one there are no mini-apps */
  botToken?: string
  /** who may put the mini-app into a frame, as CSP names them */
  frameAncestors?: string
  /** the built pages; absent in tests that need none */
  pagesDir?: string
  /** https: the cookie is Secure and the mini-program's frame may be used */
  secure: boolean
  /** how long a room socket may stay open without saying who it is; ten seconds unless told otherwise */
  helloWithinMs?: number
}

/** Nobody in particular yet: for looking a link up. */
export const visitor: Actor = { kind: 'job', name: 'api' }
