import { and, eq, isNotNull, notInArray, or } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { devices, orders } from '../../db/schema/catalogue.ts'
import { closedStates } from '../case/states.ts'
import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'

export type Order = typeof orders.$inferSelect

/**
 * An order that can still be used, locked, so that two applications cannot both take it. `not-found`, or `order-expired`: late, or used.
 * A draft that ended before it was handed in has not used it.
 */
export async function lockOpenOrder(ctx: Ctx, code: string): Promise<Order> {
  const [row] = await ctx.db
    .select()
    .from(orders)
    .innerJoin(devices, eq(devices.id, orders.deviceId))
    .where(eq(orders.code, code))
    .for('update', { of: orders })
  if (!row?.devices.active) return refuse('not-found', { what: 'order' })
  if (row.orders.expiresAt <= ctx.now()) return refuse('order-expired', {})
  const uses = and(eq(cases.orderCode, code), or(isNotNull(cases.submittedAt), notInArray(cases.state, [...closedStates])))
  const [used] = await ctx.db.select({ id: cases.id }).from(cases).where(uses).limit(1)
  if (used) return refuse('order-expired', {})
  return row.orders
}
