import { ZodError } from 'zod'
import { readConfig } from '../config.ts'
import { listDevices } from '../core/device/list.ts'
import { createOrder } from '../core/order/create.ts'
import { Refusal } from '../core/refusal.ts'
import { sandboxBot } from '../start/sandbox-staff.ts'
import { runTool } from './tool.ts'

const usage = 'usage: npm run order -- <device> <months> [return address]\n'

/** `npm run order`: an order as the platform would hand it over, answered with its deep link. Without arguments: the first device. */
export function run([device, months, returnUrl]: string[]): Promise<number> {
  return runTool('order', async ctx => {
    const config = readConfig(process.env)
    const devices = await listDevices(ctx)
    const chosen = device === undefined ? devices[0] : devices.find(({ id }) => id === device)
    const termMonths = months === undefined ? chosen?.terms[0] : Number(months)
    if (!chosen || !termMonths || !chosen.terms.includes(termMonths)) {
      const list = devices.map(({ id, terms }) => `  ${id}  ${terms.join(', ')} months`).join('\n')
      process.stderr.write(`${usage}devices:\n${list || '  none yet: start the desk once'}\n`)
      return 2
    }
    try {
      const order = await createOrder(ctx, { deviceId: chosen.id, termMonths, ...(returnUrl ? { returnUrl } : {}) })
      const link = config.production
        ? `https://t.me/${config.bot.username ?? '<your bot>'}?start=${order.code}`
        : `${config.http.publicUrl}/sandbox?start=${order.code}`
      process.stdout.write(
        `${order.code}  ${chosen.nameEn}, ${termMonths} months, until ${order.expiresAt.toISOString()}\n${link}\n`,
      )
      if (!config.production) process.stdout.write(`(the same for the bot ${sandboxBot.username}: /start ${order.code})\n`)
      return 0
    } catch (error) {
      if (!(error instanceof ZodError || error instanceof Refusal)) throw error
      process.stderr.write(`the return address must be an http(s) URL\n${usage}`)
      return 2
    }
  })
}
