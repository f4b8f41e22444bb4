import { readConfig } from '../config.ts'
import { type Device, listDevices } from '../core/device/list.ts'
import { createOrder } from '../core/order/create.ts'
import type { Order } from '../core/order/find.ts'
import { parseOrder } from '../core/order/parse-order.ts'
import { priceOf } from '../core/order/price.ts'
import { sandboxBot } from '../start/sandbox-staff.ts'
import { runTool } from './tool.ts'

const usage = 'usage: npm run order -- <device> <months> [rent=<yuan>] [deposit=<yuan>] [return address]\n'

/** `npm run order`: an order as the platform would hand it over, answered with its deep link. Without arguments: the first device. */
export function run(words: string[]): Promise<number> {
  return runTool('order', async ctx => {
    const devices = await listDevices(ctx)
    const first = devices[0] ? [devices[0].id, String(devices[0].terms[0])] : []
    const said = parseOrder(words.length === 0 ? first : words)
    if ('problem' in said && said.problem !== 'form') {
      process.stderr.write(`${said.word}: ${problems[said.problem]}\n${usage}`)
      return 2
    }
    const chosen = 'problem' in said ? undefined : devices.find(({ id }) => id === said.deviceId)
    if ('problem' in said || !chosen?.terms.includes(said.termMonths)) {
      const list = devices.map(({ id, terms }) => `  ${id}  ${terms.join(', ')} months`).join('\n')
      process.stderr.write(`${usage}devices:\n${list || '  none yet: start the desk once'}\n`)
      return 2
    }
    const order = await createOrder(ctx, said)
    sayOrder(chosen, order)
    return 0
  })
}

const problems = {
  money: 'not an amount, such as rent=199 or deposit=1499.50',
  url: 'the return address must be an http(s) URL',
} as const

function sayOrder(device: Device, order: Order): void {
  const config = readConfig(process.env)
  const link = config.production
    ? `https://t.me/${config.bot.username ?? '<your bot>'}?start=${order.code}`
    : `${config.http.publicUrl}/sandbox?start=${order.code}`
  const { monthlyRentFen, depositFen } = priceOf(device, order)
  const price = `${monthlyRentFen / 100} yuan a month, deposit ${depositFen / 100}`
  const about = `${device.nameEn}, ${order.termMonths} months, ${price}, until ${order.expiresAt.toISOString()}`
  process.stdout.write(`${order.code}  ${about}\n${link}\n`)
  if (!config.production) process.stdout.write(`(the same for the bot ${sandboxBot.username}: /start ${order.code})\n`)
}
