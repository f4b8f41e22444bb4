import { and, eq, isNull } from 'drizzle-orm'
import { people } from '../../db/schema.ts'
import type { Locale } from '../../db/values.ts'
import { findRunningCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { queueStatusCard } from '../message/queue.ts'
import { isTimeZone } from '../time-zone.ts'

/** From now on the desk speaks this language with the person, whatever the client says; the card is drawn again. */
export async function changeLanguage(ctx: Ctx, input: { personId: string; locale: Locale }): Promise<void> {
  await transact(ctx, async ctx => {
    await ctx.db.update(people).set({ locale: input.locale, localeChosen: true }).where(eq(people.id, input.personId))
    const running = await findRunningCase(ctx, input.personId)
    if (running && running.state !== 'draft') await queueStatusCard(ctx, running)
  })
}

/** Learns a person's zone from the browser, if none is known yet and the name is one; anything else changes nothing. */
export async function learnTimeZone(ctx: Ctx, input: { personId: string; timeZone: string | undefined }): Promise<void> {
  if (!input.timeZone || !isTimeZone(input.timeZone)) return
  await ctx.db
    .update(people)
    .set({ timeZone: input.timeZone })
    .where(and(eq(people.id, input.personId), isNull(people.timeZone)))
}
