import { inArray } from 'drizzle-orm'
import { staff } from '../../db/schema/staff.ts'
import { bookingStatuses, outcomes } from '../../db/values.ts'
import type { Ctx } from '../context.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'
import { addUp, callStepMinutes, type Figures } from './figures.ts'
import { longestDays, readDays } from './kept-days.ts'
import { type Wait, waitOf } from './waits.ts'

export const periods = ['today', 'week', 'month'] as const
export type Period = (typeof periods)[number]
/** Local dates of the desk, today among them. */
const daysOf: Record<Period, number> = { today: 1, week: 7, month: longestDays }

/** From the beginning of an application to its end, each step counted when it was taken. */
export const funnelSteps = ['draft', 'submitted', 'booked', 'reviewing', 'decided', 'approved'] as const
export type FunnelStep = (typeof funnelSteps)[number]
export const attendances = bookingStatuses.filter(status => status !== 'active' && status !== 'held')
export type Attendance = (typeof attendances)[number]
export const statedOutcomes = outcomes.filter(outcome => outcome !== 'escalated')
export type StatedOutcome = (typeof statedOutcomes)[number]

export interface ReviewerFigures {
  name: string
  calls: number
  /** calls to which this reviewer did not come */
  missed: number
  verdicts: number
  passed: number
  verdictWait: Wait | undefined
}

export interface Stats {
  period: Period
  /** the zone whose dates they are, and the dates */
  zone: string
  dates: string[]
  /** up to when today was counted */
  at: string
  funnel: Record<FunnelStep, number>
  withdrawn: number
  lapsed: number
  attendance: Record<Attendance, number>
  outcomes: Record<StatedOutcome, number>
  /** the commonest first */
  reasons: { reason: string; count: number }[]
  seconds: { agreed: number; overruled: number }
  /** minutes from handing in to the start of the call; from the booked time until both were there; from the call's end to the verdict */
  waits: { call: Wait | undefined; start: Wait | undefined; verdict: Wait | undefined }
  /** who held calls or gave verdicts, the busiest first */
  reviewers: ReviewerFigures[]
  /** by date, for the picture */
  daily: { date: string; submitted: number; passed: number; other: number }[]
}

/** What the desk did today, within seven days or within thirty; days are those of the office. Admins only. */
export async function readStats(ctx: Ctx, { period }: { period: Period }): Promise<Stats> {
  refuseUnlessAdmin(ctx)
  const days = await readDays(ctx, daysOf[period])
  const sum = addUp(days.map(({ figures }) => figures))
  const outcomesOf = (figures: Figures) => pick(figures, 'outcome', statedOutcomes)
  const passedOf = (figures: Figures) => outcomesOf(figures).approved + outcomesOf(figures).conditional
  const decidedOf = (figures: Figures) => Object.values(outcomesOf(figures)).reduce((all, count) => all + count, 0)
  return {
    period,
    zone: ctx.officeTimeZone,
    dates: days.map(({ date }) => date),
    at: ctx.now().toISOString(),
    funnel: { ...pick(sum, 'state', funnelSteps), decided: decidedOf(sum) },
    withdrawn: sum['state.withdrawn'] ?? 0,
    lapsed: sum['state.lapsed'] ?? 0,
    attendance: pick(sum, 'ended', attendances),
    outcomes: outcomesOf(sum),
    reasons: listUnder(sum, 'reason').map(([reason, count]) => ({ reason, count })),
    seconds: pick(sum, 'second', ['agreed', 'overruled']),
    waits: {
      call: waitOf(sum, 'wait.call', callStepMinutes),
      start: waitOf(sum, 'wait.start'),
      verdict: waitOf(sum, 'wait.verdict'),
    },
    reviewers: await readReviewers(ctx, sum),
    daily: days.map(({ date, figures }) => ({
      date,
      submitted: figures['state.submitted'] ?? 0,
      passed: passedOf(figures),
      other: decidedOf(figures) - passedOf(figures),
    })),
  }
}

function pick<K extends string>(figures: Figures, prefix: string, names: readonly K[]): Record<K, number> {
  // guarantee: every name has its entry
  return Object.fromEntries(names.map(name => [name, figures[`${prefix}.${name}`] ?? 0])) as Record<K, number>
}

function listUnder(figures: Figures, prefix: string): [name: string, count: number][] {
  return Object.entries(figures)
    .flatMap(([key, count]): [string, number][] => (key.startsWith(`${prefix}.`) ? [[key.slice(prefix.length + 1), count]] : []))
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
}

async function readReviewers(ctx: Ctx, sum: Figures): Promise<ReviewerFigures[]> {
  const ids = [...new Set(listUnder(sum, 'by').map(([key]) => key.slice(0, 36)))]
  if (ids.length === 0) return []
  const named = await ctx.db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, ids))
  return named
    .map(({ id, name }) => {
      const of = pick(sum, `by.${id}`, ['attended', 'missed-by-reviewer', 'told', 'passed'])
      const verdictWait = waitOf(sum, `by.${id}.wait`)
      return { name, calls: of.attended, missed: of['missed-by-reviewer'], verdicts: of.told, passed: of.passed, verdictWait }
    })
    .sort((a, b) => b.calls - a.calls || b.verdicts - a.verdicts || (a.name < b.name ? -1 : 1))
}
