import { readCase } from '../core/case/load.ts'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/refusal.ts'
import { assignDecider, listDeciders } from '../core/verdict/assign.ts'
import { findPendingVerdict } from '../core/verdict/load.ts'
import { readWaiting, reasonsFor, type Waiting } from '../core/verdict/read-waiting.ts'
import { confirmVerdict, overruleVerdict } from '../core/verdict/second-look.ts'
import type { Outcome } from '../db/values.ts'
import { reasonTitle } from '../texts/cards/verdict.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import { edit, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'

interface Seen {
  code: string
  version: string
}

/** The second pair of eyes says yes, from the chat. */
export async function pressConfirm(ctx: Ctx, scene: Scene, { code, version }: Seen): Promise<Reply[]> {
  const { id: caseId } = await readCase(ctx, { code })
  await confirmVerdict(ctx, { caseId, version: Number(version) })
  return done(scene, 'verdict-confirmed', code)
}

function done({ voice }: Scene, key: string, code: string, args: Record<string, string> = {}): Reply[] {
  return [toast(voice.label('toast-decided')), { kind: 'close', html: voice.html(key, { code, ...args }) }]
}

/** Before an escalation is decided: what will be sent. */
export async function pressSettle(ctx: Ctx, scene: Scene, press: Seen & { outcome: string }): Promise<Reply[]> {
  const { voice } = scene
  const { code, version } = press
  const { outcome, reasons } = await findChoice(ctx, press)
  const names = voice.list(reasons.map(reason => reasonTitle(voice, reason)))
  const said = { code, outcome: voice.label(`outcome-${outcome}`) }
  const html = names === '' ? voice.html('settle-plain', said) : voice.html('settle-reasons', { ...said, reasons: names })
  return [
    edit(html, [
      [{ label: voice.label('do-settle'), press: { ...press, verb: 'settle-yes' }, style: 'primary' }],
      [{ label: voice.label('do-settle-back'), press: { verb: 'case', code } }],
      [{ label: voice.label('do-assign'), press: { verb: 'deciders', code, version } }],
    ]),
  ]
}

export async function pressSettleYes(ctx: Ctx, scene: Scene, press: Seen & { outcome: string }): Promise<Reply[]> {
  const { caseId, outcome, reasons } = await findChoice(ctx, press)
  const { code, version } = press
  // one decision a version: the compare-and-swap makes a second press of it harmless
  const idempotencyKey = `chat-${code}-${version}-${outcome}`
  await overruleVerdict(ctx, { caseId, version: Number(version), outcome, reasons, idempotencyKey })
  return done(scene, 'verdict-settled', code, { outcome: scene.voice.label(`outcome-${outcome}`) })
}

/** What the button stands for, with the reasons that the reviewer gave; `stale` where it is not possible (any more). */
async function findChoice(
  ctx: Ctx,
  { code, outcome }: { code: string; outcome: string },
): Promise<{ caseId: string; outcome: Outcome; reasons: string[] }> {
  const found = await readCase(ctx, { code })
  const waiting = await readWaiting(ctx, { code })
  const verdict = await findPendingVerdict(ctx, found.id)
  const choice = waiting?.choices.find(one => one === outcome)
  if (!verdict || !choice) return refuse('stale', { state: found.state })
  return { caseId: found.id, outcome: choice, reasons: choice === 'approved' ? [] : reasonsFor(ctx, choice, verdict.reasons) }
}

/** Who could be asked to decide. */
export async function pressDeciders(ctx: Ctx, scene: Scene, { code, version }: Seen): Promise<Reply[]> {
  const { voice } = scene
  const people = await listDeciders(ctx, { code })
  const back: Button = { label: voice.label('do-settle-back'), press: { verb: 'case', code } }
  if (people.length === 0) return [edit(voice.html('assign-nobody', { code }), [[back]])]
  const rows = people
    .slice(0, 8)
    .map(({ id, name }): Button[] => [{ label: name, press: { verb: 'assign', code, version, staffId: id } }])
  return [edit(voice.html('assign-whom', { code }), [...rows, [back]])]
}

export async function pressAssign(ctx: Ctx, scene: Scene, press: Seen & { staffId: string }): Promise<Reply[]> {
  const { code, version, staffId } = press
  await assignDecider(ctx, { code, version: Number(version), staffId })
  return done(scene, 'assigned', code)
}

/** What stands on an admin's card of a case that waits for a decision. */
export function showWaiting(
  { voice }: Scene,
  code: string,
  version: number,
  waiting: Waiting,
): { html: string; buttons: Button[][] } {
  const { verdict, assigned, choices, mayDecide, url } = waiting
  const at = { code, version: String(version) }
  const reasons = verdict ? voice.list(verdict.reasons.map(reason => reasonTitle(voice, reason))) : ''
  const said = verdict && { by: verdict.by, outcome: voice.label(`outcome-${verdict.outcome}`) }
  const html = lines(
    said && (reasons === '' ? voice.html('to-confirm-plain', said) : voice.html('to-confirm-reasons', { ...said, reasons })),
    verdict && voice.html('to-confirm-why', { why: voice.list(verdict.why.map(one => voice.label(`four-eyes-${one}`))) }),
    assigned === undefined ? undefined : voice.html('assigned-to', { name: assigned }),
  )
  const settle = mayDecide
    ? choices.map((outcome): Button[] => [
        { label: voice.label(`do-settle-${outcome}`), press: { verb: 'settle', ...at, outcome } },
      ])
    : []
  const confirm: Button = { label: voice.label('button-confirm'), press: { verb: 'confirm', ...at } }
  const rows: Button[][] = [
    [{ label: voice.label('button-look-decide'), url, style: 'primary' }],
    ...settle,
    ...(verdict && verdict.outcome !== 'escalated' && mayDecide ? [[confirm]] : []),
    [{ label: voice.label('do-assign'), press: { verb: 'deciders', ...at } }],
  ]
  return { html, buttons: rows }
}
