import type { Application } from '../core/application/answers.ts'
import type { CleanPhoto } from '../core/application/clean-photo.ts'
import type { Ctx } from '../core/context.ts'
import type { Locale } from '../core/message/kinds.ts'
import type { Reader } from '../core/message/view.ts'
import type { Met } from '../core/person/meet.ts'
import { readerOf } from '../core/person/reader.ts'
import type { Turn } from '../core/person/take-turn.ts'
import { createVoice, type Voice } from '../texts/cards/voice.ts'
import type { Content, Sender } from './incoming.ts'

/** As whom a person may speak to the bot. Everybody is an applicant; staff are more besides. */
export type Role = 'applicant' | 'reviewer' | 'admin'

/** What came of the picture that was sent: fetched and cleaned, or why not. */
export type ReceivedPhoto = CleanPhoto | NotReceived
/** What came of a file that was sent. */
export type ReceivedFile = { ok: true; bytes: Buffer } | { ok: false; problem: 'not-received' | 'too-big' }

interface NotReceived {
  ok: false
  problem: 'not-received'
}

/**
 * One update, as its handler sees it: who, in which language and zone, what came. A handler works in the update's transaction, makes
 * no network calls, and returns what to answer once that has committed.
 */
export interface Scene {
  sender: Sender
  content: Content
  person: Met['person']
  member: Met['member']
  roles: ReadonlySet<Role>
  reader: Reader
  locale: Locale
  voice: Voice
  /** the bot's own name, for deep links */
  botName: string
  /** present only where a photo is asked for and one came */
  photo?: ReceivedPhoto
  /** present only where an admin sent a table */
  file?: ReceivedFile
  /** present only where an admin sent a picture whose caption names a device */
  devicePicture?: ReceivedPhoto
  /** the application that is being filled in, read and locked; only where what came may be an answer */
  draft?: Application
  /** a picture of an album that was answered already: it may fill the next question, but what does not fit is passed over in silence */
  isAlbumRest: boolean
}

interface SceneInput {
  sender: Sender
  content: Content
  botName: string
  photo?: ReceivedPhoto
  file?: ReceivedFile
  devicePicture?: ReceivedPhoto
  draft?: Application
}

export function createScene(ctx: Ctx, turn: Turn, input: SceneInput): Scene {
  const { person, member, isAlbumRest } = turn
  const roles = new Set<Role>(['applicant', ...(member?.roles ?? [])])
  return { ...input, isAlbumRest, person, member, roles, ...speaksTo(ctx, turn) }
}

/** The same scene after the person chose another language. */
export function inLanguage(ctx: Ctx, scene: Scene, locale: Locale): Scene {
  return {
    ...scene,
    ...speaksTo(ctx, { person: { ...scene.person, locale }, ...(scene.member ? { member: scene.member } : {}) }),
  }
}

function speaksTo(ctx: Ctx, { person, member }: Met): Pick<Scene, 'reader' | 'locale' | 'voice'> {
  const reader = readerOf(ctx, person, member)
  return { reader, locale: reader.locale, voice: createVoice(reader, ctx.now()) }
}

/** Applicants' verbs are called as the applicant, whoever it is: a member of staff may do so with an own application only. */
export function asApplicant(ctx: Ctx, scene: Scene): Ctx {
  return { ...ctx, actor: { kind: 'applicant', personId: scene.person.id } }
}
