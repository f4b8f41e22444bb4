import { eq } from 'drizzle-orm'
import { hoursChanges } from '../../db/schema/hours.ts'
import type { Ctx } from '../context.ts'
import { differences } from '../desk/days.ts'
import { diffOf } from '../staff/hours-diff.ts'
import { readTwoWeeks } from '../staff/read-week.ts'
import { type DeskDay, readDeskDays, type Schedule } from '../staff/schedule.ts'
import type { MessageView } from './view.ts'

/** What one change of a member's hours replaced by what; nothing to say where it was undone meanwhile. */
export async function prepareHoursChanged(ctx: Ctx, changeId: string): Promise<MessageView | undefined> {
  const [change] = await ctx.db.select().from(hoursChanges).where(eq(hoursChanges.id, changeId))
  if (!change || change.undoneAt !== null) return undefined
  // guarantee: changes of a member hold schedules (core/staff/hours.ts)
  const [before, after] = [change.before as Schedule, change.after as Schedule]
  return { kind: 'hours-changed', zone: after.timeZone, diff: diffOf(before, after, await readDeskDays(ctx)) }
}

/** Which days of the desk are other than they were, by one change. */
export async function prepareDaysChanged(ctx: Ctx, changeId: string): Promise<MessageView | undefined> {
  const [change] = await ctx.db.select().from(hoursChanges).where(eq(hoursChanges.id, changeId))
  if (!change || change.undoneAt !== null) return undefined
  // guarantee: changes of nobody hold the desk's days (core/desk/days.ts)
  return { kind: 'desk-days-changed', differs: differences(change.before as DeskDay[], change.after as DeskDay[]) }
}

/** A member's current and following week; nothing to show of who left meanwhile. */
export async function prepareHoursPicture(ctx: Ctx, staffId: string): Promise<MessageView | undefined> {
  const week = await readTwoWeeks(ctx, staffId)
  return week && { kind: 'hours-picture', week }
}
