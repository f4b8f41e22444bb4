import type { Ctx } from '../core/context.ts'
import { type Device, listDevices } from '../core/device/list.ts'
import { createOrder } from '../core/order/create.ts'
import { parseOrder } from '../core/order/parse-order.ts'
import { priceOf } from '../core/order/price.ts'
import { lines } from '../texts/cards/voice.ts'
import { message, paragraphs, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'

/** `/order <device> <months> [rent=…] [deposit=…] [return address]`: an order, answered with its deep link. */
export async function order(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  const { voice, botName } = scene
  const devices = await listDevices(ctx)
  const said = parseOrder(args.normalize('NFKC').split(/\s+/u))
  if ('problem' in said && said.problem !== 'form')
    return [message(voice.html(`order-${said.problem}-bad`, { said: said.word.slice(0, 100) }))]
  const device = 'problem' in said ? undefined : devices.find(device => device.id === said.deviceId)
  if ('problem' in said || !device?.terms.includes(said.termMonths)) return [message(formText(scene, devices))]
  const made = await createOrder(ctx, said)
  const { monthlyRentFen, depositFen } = priceOf(device, made)
  const about = {
    device: voice.device({ zh: device.nameZh, en: device.nameEn }),
    term: voice.label('chat-months', { months: said.termMonths }),
    rent: voice.money(monthlyRentFen),
    deposit: voice.money(depositFen),
    link: `https://t.me/${botName}?start=${made.code}`,
    until: voice.time(made.expiresAt.toISOString()),
  }
  return [message(voice.html('order-made', about))]
}

/** The right form with an example, and what can be ordered. */
function formText({ voice }: Scene, devices: readonly Device[]): string {
  const listed = devices.map(({ id, nameZh, nameEn, terms }) =>
    voice.html('order-device', { id, device: voice.device({ zh: nameZh, en: nameEn }), terms: terms.join(' / ') }),
  )
  return paragraphs(voice.html('order-form', { example: voice.label('command-order.example') }), lines(...listed))
}
