import { dateOf, todayIn } from '../booking/local-clock.ts'
import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'
import { listStaff, type Member } from './add.ts'
import { type DeskDay, readDeskDays, readSchedule, type Schedule } from './schedule.ts'

export interface MemberHours {
  member: Member
  schedule: Schedule
  /** days of the desk from today on */
  desk: DeskDay[]
  /** the member's local date now */
  today: string
}

/** The local date now on a zone's clock. */
export const localToday = (ctx: Ctx, zone: string): string => dateOf(todayIn(zone, ctx.now()))

/** A member's hours, exceptions from today on; for admins, and for the member. `not-found` for anybody else. */
export async function readMemberHours(ctx: Ctx, staffId: string): Promise<MemberHours> {
  const mayRead = ctx.actor.kind === 'staff' && (ctx.actor.roles.includes('admin') || ctx.actor.staffId === staffId)
  const member = mayRead ? (await listStaff(ctx)).find(({ id }) => id === staffId) : undefined
  return member ? hoursOf(ctx, member, await readDeskDays(ctx)) : refuse('not-found', { what: 'staff' })
}

/** Every reviewer's; for admins. */
export async function readTeamHours(ctx: Ctx): Promise<MemberHours[]> {
  if (ctx.actor.kind !== 'staff' || !ctx.actor.roles.includes('admin')) return refuse('not-allowed', {})
  const desk = await readDeskDays(ctx)
  const team: MemberHours[] = []
  for (const member of await listStaff(ctx)) if (member.roles.includes('reviewer')) team.push(await hoursOf(ctx, member, desk))
  return team
}

async function hoursOf(ctx: Ctx, member: Member, desk: readonly DeskDay[]): Promise<MemberHours> {
  const today = localToday(ctx, member.timeZone)
  const schedule = await readSchedule(ctx, member)
  return {
    member,
    schedule: { ...schedule, days: schedule.days.filter(({ date }) => date >= today) },
    desk: desk.filter(({ date }) => date >= today),
    today,
  }
}
