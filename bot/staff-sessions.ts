import type { Ctx } from '../core/context.ts'
import { answerBrowser } from '../core/staff/answer-browser.ts'
import { endSessions, listSessions, type Session } from '../core/staff/session.ts'
import { doorName } from '../texts/cards/call.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import type { Press } from '../texts/press.ts'
import { edit, paragraphs, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'

/** Sign-ins last twelve hours, so more than these are hardly ever open at once. */
const mostShown = 10

/** `/sessions`: in which browsers the console is open, each with a button that ends it. */
export async function showSessions(
  ctx: Ctx,
  { voice }: Scene,
  put: (html: string, buttons?: Button[][]) => Reply,
): Promise<Reply[]> {
  const sessions = await listSessions(ctx)
  if (sessions.length === 0) return [put(voice.html('sessions-none'))]
  const shown = sessions.slice(0, mostShown)
  const name = ({ browser }: Session) => browser || voice.label('sessions-unknown')
  const rows = shown.map((session, index) => {
    const until = voice.time(session.expiresAt.toISOString())
    return voice.html('sessions-line', { number: index + 1, browser: name(session), until })
  })
  const ends: Button[][] = shown.map(({ id }, index) => [
    { label: voice.label('do-session-end', { number: index + 1 }), press: { verb: 'session-end', session: id } },
  ])
  const all: Button[][] =
    sessions.length > 1 ? [[{ label: voice.label('do-sessions-end'), press: { verb: 'sessions-end' } }]] : []
  return [put(paragraphs(voice.html('sessions', { count: sessions.length }), lines(...rows)), [...ends, ...all])]
}

export async function pressSessionEnd(
  ctx: Ctx,
  scene: Scene,
  { session }: Extract<Press, { verb: 'session-end' }>,
): Promise<Reply[]> {
  await endSessions(ctx, { id: session })
  return [toast(scene.voice.label('toast-session-ended')), ...(await showSessions(ctx, scene, edit))]
}

export async function pressSessionsEnd(ctx: Ctx, scene: Scene): Promise<Reply[]> {
  await endSessions(ctx, {})
  return [toast(scene.voice.label('toast-sessions-ended')), ...(await showSessions(ctx, scene, edit))]
}

/** The answer to “another browser wants to sign in with your link”. */
export async function pressBrowser(
  ctx: Ctx,
  { voice }: Scene,
  { verb, code, ask }: Extract<Press, { verb: 'browser-yes' | 'browser-no' }>,
): Promise<Reply[]> {
  const yes = verb === 'browser-yes'
  await answerBrowser(ctx, { ask, yes })
  return [
    toast(voice.label(yes ? 'toast-browser-allowed' : 'toast-browser-refused')),
    { kind: 'close', html: voice.html(yes ? 'browser-allowed' : 'browser-refused', { code: doorName(voice, code) }) },
  ]
}
