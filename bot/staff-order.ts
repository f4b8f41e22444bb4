import type { Ctx } from '../core/context.ts'
import { type Device, listDevices } from '../core/device/list.ts'
import { createOrder } from '../core/order/create.ts'
import { lines } from '../texts/cards/voice.ts'
import { message, paragraphs, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'

/** `/order <device> <months> [return address]`: an order, answered with its deep link. */
export async function order(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  const { voice, botName } = scene
  const devices = await listDevices(ctx)
  const [id = '', months = '', url, ...more] = args.normalize('NFKC').split(/\s+/u)
  const device = devices.find(device => device.id === id.toLowerCase())
  const termMonths = Number(/^(\d{1,3})(?:个月|m|months?)?$/iu.exec(months)?.[1])
  if (!device?.terms.includes(termMonths) || more.length > 0) return [message(formText(scene, devices))]
  if (url !== undefined && !isWebAddress(url)) return [message(voice.html('order-url-bad', { url: url.slice(0, 100) }))]
  const made = await createOrder(ctx, { deviceId: device.id, termMonths, ...(url === undefined ? {} : { returnUrl: url }) })
  const link = `https://t.me/${botName}?start=${made.code}`
  const term = voice.label('chat-months', { months: termMonths })
  const about = { device: voice.device({ zh: device.nameZh, en: device.nameEn }), term }
  return [message(voice.html('order-made', { ...about, link, until: voice.time(made.expiresAt.toISOString()) }))]
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}

/** The right form with an example, and what can be ordered. */
function formText({ voice }: Scene, devices: readonly Device[]): string {
  const listed = devices.map(({ id, nameZh, nameEn, terms }) =>
    voice.html('order-device', { id, device: voice.device({ zh: nameZh, en: nameEn }), terms: terms.join(' / ') }),
  )
  return paragraphs(voice.html('order-form', { example: voice.label('command-order.example') }), lines(...listed))
}
