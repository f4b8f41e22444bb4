import { and, desc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { settings } from '../../db/schema/desk.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Ctx } from '../context.ts'
import { queueStatusCard } from '../message/queue.ts'

const key = 'now-offered'
/** Edits go out at some thirty a second; whoever has not looked for longest is told at the press. */
const mostCards = 300

/**
 * The cards that offer times say whether a call right now is possible: they are drawn again when the first reviewer comes online and when
 * the last one leaves. Running it twice does nothing more.
 */
export async function refreshOffers(ctx: Ctx): Promise<void> {
  const online = await ctx.db.$count(
    staff,
    and(isNull(staff.removedAt), eq(staff.status, 'online'), sql`'reviewer' = any(${staff.roles})`),
  )
  const isOffered = online > 0
  const [said] = await ctx.db.select({ value: settings.value }).from(settings).where(eq(settings.key, key))
  if ((said?.value ?? false) === isOffered) return
  const shown = await ctx.db
    .select({ id: cases.id, personId: cases.personId })
    .from(cases)
    .where(and(eq(cases.state, 'invited'), isNull(cases.hold), isNotNull(cases.cardMessageId)))
    .orderBy(desc(cases.deadlineAt))
    .limit(mostCards)
  // each on its own: cards of several people locked at once could wait for somebody who waits for us
  for (const found of shown) await queueStatusCard(ctx, found)
  await ctx.db
    .insert(settings)
    .values({ key, value: isOffered })
    .onConflictDoUpdate({ target: settings.key, set: { value: isOffered }, setWhere: ne(settings.value, isOffered) })
}
