import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { devices, orders } from '../../db/schema/catalogue.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { newCode } from '../ids.ts'
import { after, days } from '../policy.ts'
import { refuse } from '../refusal.ts'

const mostFen = 10_000_000_00

const orderInput = z.object({
  deviceId: z.string(),
  termMonths: z.number().int().positive(),
  /** in fen; without them the catalogue's */
  monthlyRentFen: z.number().int().positive().max(mostFen).optional(),
  depositFen: z.number().int().min(0).max(mostFen).optional(),
  returnUrl: z.url({ protocol: /^https?$/ }).optional(),
})

/** An order of the platform; its code is the payload of the deep link (`?start=<code>`, characters that Telegram allows). */
export async function createOrder(ctx: Ctx, raw: z.input<typeof orderInput>): Promise<typeof orders.$inferSelect> {
  const { deviceId, termMonths, returnUrl, monthlyRentFen, depositFen } = orderInput.parse(raw)
  return transact(ctx, async ctx => {
    const [device] = await ctx.db.select().from(devices).where(eq(devices.id, deviceId))
    if (!device?.active || !device.terms.includes(termMonths)) return refuse('not-found', { what: 'device' })
    const [order] = await ctx.db
      .insert(orders)
      .values({
        code: newCode(ctx, 16),
        deviceId,
        termMonths,
        monthlyRentFen: monthlyRentFen ?? null,
        depositFen: depositFen ?? null,
        returnUrl: returnUrl ?? null,
        expiresAt: after(ctx.now(), days(ctx.policy.orderValidDays)),
        createdAt: ctx.now(),
      })
      .returning()
    if (!order) throw new Error('insert returned no row')
    await appendAudit(ctx, 'desk', 'order.created', {
      order: order.code,
      deviceId,
      termMonths,
      ...(monthlyRentFen === undefined ? {} : { monthlyRentFen }),
      ...(depositFen === undefined ? {} : { depositFen }),
    })
    return order
  })
}
