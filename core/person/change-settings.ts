import { and, eq, isNull, ne, notExists, or } from 'drizzle-orm'
import { people } from '../../db/schema/people.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Locale } from '../../db/values.ts'
import { findRunningCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { queueStatusCard } from '../message/queue.ts'
import { isTimeZone, usualZoneName } from '../time-zone.ts'

/** From now on the desk speaks this language with the person, whatever the client says; the card is drawn again. */
export async function changeLanguage(ctx: Ctx, input: { personId: string; locale: Locale }): Promise<void> {
  await transact(ctx, async ctx => {
    await ctx.db.update(people).set({ locale: input.locale, localeChosen: true }).where(eq(people.id, input.personId))
    await redrawCard(ctx, input.personId)
  })
}

/** From now on times are said in that zone; the card is drawn again. Throws on a name that is no zone: it is checked at the edge. */
export async function changeTimeZone(ctx: Ctx, input: { personId: string; timeZone: string }): Promise<void> {
  await transact(ctx, async ctx => {
    if (!isTimeZone(input.timeZone)) throw new Error('no time zone')
    const timeZone = usualZoneName(input.timeZone)
    await ctx.db.update(people).set({ timeZone, timeZoneLearnt: false }).where(eq(people.id, input.personId))
    await redrawCard(ctx, input.personId)
  })
}

/**
 * Learns a person's zone from the browser where none is known yet, or only another browser told it. A chosen one stays, and so does that
 * of a member of staff, whose shifts say it; what is no zone changes nothing.
 */
export async function learnTimeZone(ctx: Ctx, input: { personId: string; timeZone: string | undefined }): Promise<void> {
  if (!input.timeZone || !isTimeZone(input.timeZone)) return
  const { personId } = input
  const timeZone = usualZoneName(input.timeZone)
  await transact(ctx, async ctx => {
    const isMember = and(eq(staff.personId, people.id), isNull(staff.removedAt))
    const learnt = await ctx.db
      .update(people)
      .set({ timeZone, timeZoneLearnt: true })
      .where(
        and(
          eq(people.id, personId),
          or(isNull(people.timeZone), and(people.timeZoneLearnt, ne(people.timeZone, timeZone))),
          notExists(ctx.db.select({ id: staff.id }).from(staff).where(isMember)),
        ),
      )
      .returning({ id: people.id })
    if (learnt.length > 0) await redrawCard(ctx, personId)
  })
}

async function redrawCard(ctx: Ctx, personId: string): Promise<void> {
  const running = await findRunningCase(ctx, personId)
  if (running && running.state !== 'draft') await queueStatusCard(ctx, running)
}
