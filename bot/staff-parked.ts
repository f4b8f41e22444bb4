import type { Ctx } from '../core/context.ts'
import { type ParkedMessage, readParked } from '../core/message/read-parked.ts'
import { resendParked } from '../core/message/resend.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import type { Press } from '../texts/press.ts'
import { inPairs } from './form-summary.ts'
import { edit, message, paragraphs, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'

type Put = (html: string, buttons?: Button[][]) => Reply

const pageSize = 6

/** `/parked`: what could not be sent, and why; each with a button that tries again. */
export async function showParked(ctx: Ctx, scene: Scene, page: number, put: Put): Promise<Reply[]> {
  const { voice } = scene
  const parked = await readParked(ctx, { page, size: pageSize })
  if (parked.total === 0) return [put(voice.html('parked-none'))]
  const heading = voice.html('parked', { count: parked.total, page: parked.page, pages: parked.pages })
  const again = parked.entries.map(
    ({ id }): Button => ({ label: voice.label('do-resend', { number: id }), press: { verb: 'resend', message: String(id) } }),
  )
  const turn = (to: number, label: string): Button[] =>
    to >= 1 && to <= parked.pages ? [{ label: voice.label(label), press: { verb: 'parked', page: String(to) } }] : []
  const turns = [...turn(parked.page - 1, 'do-earlier'), ...turn(parked.page + 1, 'do-later')]
  const all: Button = { label: voice.label('do-resend-all'), press: { verb: 'resend', message: 'all' } }
  return [put(paragraphs(heading, ...parked.entries.map(entry => entryLines(scene, entry))), [...inPairs(again), turns, [all]])]
}

function entryLines({ voice }: Scene, { id, kind, code, staffName, error, parkedAt }: ParkedMessage): string {
  const to = staffName === null ? voice.label('parked-to-applicant') : staffName
  const about =
    code === null
      ? voice.html('parked-line', { number: id, to, kind })
      : voice.html('parked-line-case', { number: id, to, kind, code })
  const time = voice.time(parkedAt.toISOString())
  const known = reasonOf(error)
  return lines(about, known ? voice.html(`parked-why-${known}`, { time }) : voice.html('parked-why', { time, error }))
}

/** Telegram's commonest final answers, which an admin can do something about. */
function reasonOf(error: string): 'blocked' | 'gone' | 'unreachable' | undefined {
  if (/bot was blocked/.test(error)) return 'blocked'
  if (/deactivated|chat not found|can't initiate/.test(error)) return 'gone'
  return /could not be reached/.test(error) ? 'unreachable' : undefined
}

/** `/resend <number>` or `/resend all`. */
export async function resend(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  const said = args.normalize('NFKC').trim().toLowerCase()
  const all = said === 'all' || said === '全部'
  const id = numberOf(said)
  if (!all && id === undefined)
    return [message(scene.voice.html('resend-form', { example: scene.voice.label('command-resend.example') }))]
  const count = await resendParked(ctx, id === undefined ? {} : { id })
  return [message(scene.voice.html(count > 0 ? 'resent' : 'resent-none', { count }))]
}

export async function pressResend(ctx: Ctx, scene: Scene, press: Extract<Press, { verb: 'resend' }>): Promise<Reply[]> {
  const id = numberOf(press.message)
  if (press.message !== 'all' && id === undefined) return [toast(scene.voice.label('refused-gone'))]
  const count = await resendParked(ctx, id === undefined ? {} : { id })
  const said = scene.voice.label(count > 0 ? 'toast-resent' : 'toast-resent-none', { count })
  return [toast(said), ...(await showParked(ctx, scene, 1, edit))]
}

function numberOf(said: string): number | undefined {
  return /^\d{1,15}$/.test(said) ? Number(said) : undefined
}
