import { readApplication } from '../core/application/answers.ts'
import { findActiveBooking } from '../core/booking/load.ts'
import { type Case, findRunningCase, readCase } from '../core/case/load.ts'
import { mayChange } from '../core/case/states.ts'
import { withdrawCase } from '../core/case/withdraw.ts'
import type { Ctx } from '../core/context.ts'
import { queueStatusCard } from '../core/message/queue.ts'
import type { Button } from '../texts/keyboard.ts'
import type { Press } from '../texts/press.ts'
import { dropKeys } from './form-questions.ts'
import { edit, message, type Reply, toast } from './replies.ts'
import { asApplicant, type Scene } from './scene.ts'
import { welcome } from './welcome.ts'

/** `/cancel`: what there is to cancel, what it would mean, and the choice. Changes nothing by itself. */
export async function cancel(base: Ctx, scene: Scene): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const found = await findRunningCase(ctx, scene.person.id)
  return found ? askCancel(ctx, scene, found) : [message(scene.voice.html('cancel-nothing')), ...welcome(scene)]
}

export async function askCancel(ctx: Ctx, scene: Scene, found: Case): Promise<Reply[]> {
  const { voice } = scene
  const { code } = found
  if (!mayChange(found.state, 'withdrawn', 'applicant')) return [message(voice.html('cancel-too-late'))]
  const keep: Button = { label: voice.label('do-keep-draft'), press: { verb: 'keep', code, field: 'draft' } }
  const gone: Press = { verb: 'withdraw-yes', code }
  if (found.state === 'draft') {
    const until = voice.time((found.deadlineAt ?? found.createdAt).toISOString())
    const goOn: Button = { label: voice.label('do-go-on'), press: { verb: 'apply' }, style: 'primary' }
    const remove: Button = { label: voice.label('do-delete-draft'), press: gone, style: 'danger' }
    return [message(voice.html('cancel-draft', { until }), [[goOn], [keep], [remove]])]
  }
  const withdraw: Button = { label: voice.label('do-withdraw'), press: gone, style: 'danger' }
  const booking = await findActiveBooking(ctx, found.id)
  if (!booking || booking.startsAt <= ctx.now()) return [message(voice.html('cancel-case', { code }), [[keep], [withdraw]])]
  const onlyTime: Button = {
    label: voice.label('do-cancel-booking'),
    press: { verb: 'cancel', code, booked: String(booking.version) },
  }
  const time = voice.time(booking.startsAt.toISOString())
  return [message(voice.html('cancel-booked', { code, time }), [[keep], [onlyTime], [withdraw]])]
}

/** The answer to "keep it": nothing was changed, and this is how it goes on. */
export async function keepDraft(ctx: Ctx, scene: Scene, code: string): Promise<Reply[]> {
  const found = await readCase(ctx, { code })
  if (found.state !== 'draft') return [edit(scene.voice.html('cancel-kept-case'))]
  const go: Button = { label: scene.voice.label('do-go-on'), press: { verb: 'apply' }, style: 'primary' }
  return [edit(scene.voice.html('cancel-kept'), [[go]])]
}

/** Asks first, from a button that stands somewhere else. */
export async function pressWithdraw(base: Ctx, scene: Scene, { code }: { code: string }): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  return askCancel(ctx, scene, await readCase(ctx, { code }))
}

export async function pressWithdrawYes(base: Ctx, scene: Scene, { code }: { code: string }): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const found = await readCase(ctx, { code })
  const before = found.state === 'draft' ? await readApplication(ctx, found) : undefined
  if (found.state === 'withdrawn') await queueStatusCard(ctx, found)
  else await withdrawCase(ctx, { caseId: found.id })
  const text = found.submittedAt === null ? 'cancel-deleted' : 'cancel-withdrawn'
  return [
    toast(scene.voice.label('toast-withdrawn')),
    { kind: 'close', html: scene.voice.html(text) },
    ...(before ? dropKeys(scene, before, undefined) : []),
  ]
}
