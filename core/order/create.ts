import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { devices, orders } from '../../db/schema/catalogue.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { newCode } from '../ids.ts'
import { after, days } from '../policy.ts'
import { refuse } from '../refusal.ts'

const orderInput = z.object({
  deviceId: z.string(),
  termMonths: z.number().int().positive(),
  returnUrl: z.url({ protocol: /^https?$/ }).optional(),
})

/** An order of the platform; its code is the payload of the deep link (`?start=<code>`, characters that Telegram allows). */
export async function createOrder(ctx: Ctx, raw: z.input<typeof orderInput>): Promise<typeof orders.$inferSelect> {
  const { deviceId, termMonths, returnUrl } = orderInput.parse(raw)
  return transact(ctx, async ctx => {
    const [device] = await ctx.db.select().from(devices).where(eq(devices.id, deviceId))
    if (!device?.active || !device.terms.includes(termMonths)) return refuse('not-found', { what: 'device' })
    const [order] = await ctx.db
      .insert(orders)
      .values({
        code: newCode(ctx, 16),
        deviceId,
        termMonths,
        returnUrl: returnUrl ?? null,
        expiresAt: after(ctx.now(), days(ctx.policy.orderValidDays)),
        createdAt: ctx.now(),
      })
      .returning()
    if (!order) throw new Error('insert returned no row')
    await appendAudit(ctx, 'desk', 'order.created', { order: order.code, deviceId, termMonths })
    return order
  })
}
