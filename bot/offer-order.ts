import { readApplication } from '../core/application/answers.ts'
import { takeOrder } from '../core/application/take-order.ts'
import { type Case, readCase } from '../core/case/load.ts'
import type { Ctx } from '../core/context.ts'
import { listDevices } from '../core/device/list.ts'
import { lockOpenOrder } from '../core/order/find.ts'
import type { Button } from '../texts/keyboard.ts'
import type { Press } from '../texts/press.ts'
import { goOn } from './form.ts'
import { message, type Reply } from './replies.ts'
import { asApplicant, type Scene } from './scene.ts'

/** An order came while an application is being filled in: into it, or not? Nothing changes before the answer. */
export async function offerOrder(ctx: Ctx, scene: Scene, { code }: Case, orderCode: string): Promise<Reply[]> {
  const { voice } = scene
  const order = await lockOpenOrder(ctx, orderCode)
  const device = (await listDevices(ctx)).find(({ id }) => id === order.deviceId)
  const about = {
    device: voice.device(device && { zh: device.nameZh, en: device.nameEn }),
    term: voice.label('chat-months', { months: order.termMonths }),
  }
  const take: Button = {
    label: voice.label('do-take-order'),
    press: { verb: 'order-take', code, order: order.code },
    style: 'primary',
  }
  const keep: Button = { label: voice.label('do-leave-order'), press: { verb: 'apply' } }
  return [message(voice.html('order-offered', about), [[take], [keep]])]
}

export async function pressOrderTake(
  base: Ctx,
  scene: Scene,
  { code, order }: Extract<Press, { verb: 'order-take' }>,
): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const before = await readApplication(ctx, await readCase(ctx, { code }))
  const after = await takeOrder(ctx, { caseId: before.found.id, orderCode: order })
  return [{ kind: 'close', html: scene.voice.html('chat-order-taken') }, ...(await goOn(ctx, scene, before, after))]
}
