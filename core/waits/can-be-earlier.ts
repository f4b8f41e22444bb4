import { whoMayNot } from '../booking/assign.ts'
import { withCallLength } from '../booking/call-length.ts'
import type { Booking } from '../booking/load.ts'
import { todayIn } from '../booking/local-clock.ts'
import { parseCalendar, readAvailability } from '../booking/read-availability.ts'
import { slotsOf } from '../booking/slots.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { after, minutes } from '../policy.ts'

/** Whether some reviewer who may have the case works at a time before the booked one, taken or not, that could still be booked. */
export async function canBeEarlier(ctx: Ctx, found: Case, booking: Pick<Booking, 'startsAt'>): Promise<boolean> {
  const earliest = after(ctx.now(), minutes(ctx.policy.leadMinutes))
  if (booking.startsAt <= earliest) return false
  const { policy } = withCallLength(ctx, found)
  const barred = await whoMayNot(ctx, found)
  const team = (await readAvailability(ctx, { exceptCase: found.id })).filter(({ staffId }) => !barred.has(staffId))
  return team.some(({ zone, calendar, away }) => {
    const [first, last] = [todayIn(zone, earliest) - 1, todayIn(zone, booking.startsAt)]
    const { starts } = slotsOf(parseCalendar(calendar), zone, first, last, policy)
    return starts.some(
      start => start >= +earliest && start < +booking.startsAt && !away.some(({ from, until }) => from <= start && start < until),
    )
  })
}
