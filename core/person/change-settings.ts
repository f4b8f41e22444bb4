import { and, eq, isNull } from 'drizzle-orm'
import { people } from '../../db/schema/people.ts'
import type { Locale } from '../../db/values.ts'
import { findRunningCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { queueStatusCard } from '../message/queue.ts'
import { isTimeZone } from '../time-zone.ts'

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
    await ctx.db.update(people).set({ timeZone: input.timeZone }).where(eq(people.id, input.personId))
    await redrawCard(ctx, input.personId)
  })
}

/** Learns a person's zone from the browser, if none is known yet and the name is one; anything else changes nothing. */
export async function learnTimeZone(ctx: Ctx, input: { personId: string; timeZone: string | undefined }): Promise<void> {
  const { personId, timeZone } = input
  if (!timeZone || !isTimeZone(timeZone)) return
  await transact(ctx, async ctx => {
    const learnt = await ctx.db
      .update(people)
      .set({ timeZone })
      .where(and(eq(people.id, personId), isNull(people.timeZone)))
      .returning({ id: people.id })
    if (learnt.length > 0) await redrawCard(ctx, personId)
  })
}

async function redrawCard(ctx: Ctx, personId: string): Promise<void> {
  const running = await findRunningCase(ctx, personId)
  if (running && running.state !== 'draft') await queueStatusCard(ctx, running)
}
