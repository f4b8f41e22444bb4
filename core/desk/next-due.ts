import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { bookings, places } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import { people } from '../../db/schema/people.ts'
import { staff } from '../../db/schema/staff.ts'
import { remindersOf } from '../booking/remind.ts'
import { findSilentDrafts } from '../case/nudge-drafts.ts'
import type { Ctx } from '../context.ts'
import { after, minutes } from '../policy.ts'
import { agendaOf } from '../staff/queue-agendas.ts'
import { isPromised, promised, remindAt } from '../verdict/clock.ts'

export type DueKind =
  | 'my-call'
  | 'agenda'
  | 'reminder-day'
  | 'reminder-hour'
  | 'reminder-ten'
  | 'start'
  | 'nudge'
  | 'replaced'
  | 'draft-nudge'
  | 'turn-over'
  | 'hold-over'
  | 'missed'
  | 'lapse'
  | 'invite-due'
  | 'again'
  | 'remind-decision'
  | 'decision-due'

export interface Due {
  kind: DueKind
  at: Date
  /** the case's code */
  code: string
}

const mostCases = 10

/** What will happen by itself, soonest first: for the sandbox's clock, so that every reminder can be seen on its way. Reads only. */
export async function readNextDue(ctx: Ctx): Promise<Due[]> {
  const { policy } = ctx
  const now = ctx.now()
  const active = await ctx.db
    .select({ booking: bookings, code: cases.code, state: cases.state, zone: people.timeZone, reviewerZone: staff.timeZone })
    .from(bookings)
    .innerJoin(cases, eq(cases.id, bookings.caseId))
    .innerJoin(people, eq(people.id, cases.personId))
    .innerJoin(staff, eq(staff.id, bookings.reviewerId))
    .where(and(eq(bookings.status, 'active'), gt(bookings.startsAt, after(now, -minutes(policy.missedAfterMinutes)))))
    .orderBy(asc(bookings.startsAt))
    .limit(mostCases)
  const waiting = await ctx.db
    .select({ code: cases.code, state: cases.state, deadlineAt: cases.deadlineAt, againAt: cases.againAt })
    .from(cases)
    .where(inArray(cases.state, ['draft', 'submitted', 'invited', 'rejected', 'conditional', ...promised]))
    .limit(mostCases)

  const dues: Due[] = []
  const agendas = new Set<string>()
  for (const { booking, code, state, zone, reviewerZone } of active) {
    if (state !== 'booked') continue
    const at = (ms: number) => after(booking.startsAt, ms)
    for (const { kind, dueAt } of remindersOf(booking, zone ?? ctx.officeTimeZone, policy)) {
      dues.push({ kind: `reminder-${kind}`, at: dueAt, code })
    }
    const agenda = agendaOf(booking.startsAt, reviewerZone, policy)
    const mine = `${booking.reviewerId} ${agenda.key}`
    // soonest first: the first call of a reviewer's day decides when its agenda comes
    if (!agendas.has(mine) && booking.setAt <= agenda.dueAt) dues.push({ kind: 'agenda', at: agenda.dueAt, code })
    agendas.add(mine)
    dues.push({ kind: 'my-call', at: at(-minutes(1)), code })
    dues.push({ kind: 'start', at: at(0), code })
    dues.push({ kind: 'nudge', at: at(minutes(policy.nudgedAfterMinutes)), code })
    dues.push({ kind: 'replaced', at: at(minutes(policy.replacedAfterMinutes)), code })
    dues.push({ kind: 'missed', at: at(minutes(policy.missedAfterMinutes)), code })
  }
  for (const { code, state, deadlineAt, againAt } of waiting) {
    if (deadlineAt && isPromised(state)) {
      dues.push({ kind: 'remind-decision', at: remindAt(policy, state, deadlineAt), code })
      dues.push({ kind: 'decision-due', at: deadlineAt, code })
    } else if (deadlineAt && state === 'submitted') dues.push({ kind: 'invite-due', at: deadlineAt, code })
    else if (deadlineAt && state !== 'rejected') dues.push({ kind: 'lapse', at: deadlineAt, code })
    if (againAt && state === 'rejected') dues.push({ kind: 'again', at: againAt, code })
  }
  dues.push(...(await readNudges(ctx)), ...(await readTurns(ctx)), ...(await readHolds(ctx)))
  return dues.filter(due => due.at > now).sort((a, b) => +a.at - +b.at)
}

/** When the applicants of silent drafts are reminded, once each. */
async function readNudges(ctx: Ctx): Promise<Due[]> {
  const drafts = await findSilentDrafts(ctx, mostCases)
  return drafts.map(({ code, dueAt }) => ({ kind: 'draft-nudge', at: dueAt, code }))
}

/** When those who were called up from the line must have come. */
async function readTurns(ctx: Ctx): Promise<Due[]> {
  const rows = await ctx.db
    .select({ code: cases.code, at: places.calledUntil })
    .from(places)
    .innerJoin(cases, eq(cases.id, places.caseId))
    .limit(mostCases)
  return rows.flatMap(({ code, at }) => (at ? [{ kind: 'turn-over' as const, at, code }] : []))
}

/** Until when times are kept for a case. */
async function readHolds(ctx: Ctx): Promise<Due[]> {
  const rows = await ctx.db
    .select({ code: cases.code, at: bookings.heldUntil })
    .from(bookings)
    .innerJoin(cases, eq(cases.id, bookings.caseId))
    .where(eq(bookings.status, 'held'))
    .limit(mostCases)
  return rows.flatMap(({ code, at }) => (at ? [{ kind: 'hold-over' as const, at, code }] : []))
}
