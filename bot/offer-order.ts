import { readApplication } from '../core/application/answers.ts'
import { takeOrder } from '../core/application/take-order.ts'
import { type Case, readCase } from '../core/case/load.ts'
import type { Ctx } from '../core/context.ts'
import { lockOpenOrder } from '../core/order/find.ts'
import { readPricedDevice } from '../core/order/price.ts'
import type { Button } from '../texts/keyboard.ts'
import type { Press } from '../texts/press.ts'
import { goOn } from './form.ts'
import { message, type Reply } from './replies.ts'
import { asApplicant, type Scene } from './scene.ts'

/** An order came while an application is being filled in: into it, or not? Nothing changes before the answer. */
export async function offerOrder(ctx: Ctx, scene: Scene, { code }: Case, orderCode: string): Promise<Reply[]> {
  const { voice } = scene
  const order = await lockOpenOrder(ctx, orderCode)
  const about = await aboutOrder(ctx, scene, { deviceId: order.deviceId, orderCode: order.code, termMonths: order.termMonths })
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
  return [{ kind: 'close', html: await orderTaken(ctx, scene, after.found) }, ...(await goOn(ctx, scene, before, after))]
}

/** What the order has filled in and locked, price included. */
export async function orderTaken(ctx: Ctx, scene: Scene, found: Case): Promise<string> {
  return scene.voice.html('chat-order-taken', await aboutOrder(ctx, scene, found))
}

async function aboutOrder(ctx: Ctx, { voice }: Scene, order: Pick<Case, 'deviceId' | 'orderCode' | 'termMonths'>) {
  const device = await readPricedDevice(ctx, order)
  return {
    device: voice.device(device && { zh: device.nameZh, en: device.nameEn }),
    term: voice.label('chat-months', { months: order.termMonths ?? 0 }),
    rent: voice.money(device?.monthlyRentFen ?? 0),
    deposit: voice.money(device?.depositFen ?? 0),
  }
}
