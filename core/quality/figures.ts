import { and, asc, desc, eq, gte, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { calls } from '../../db/schema/calls.ts'
import { cases } from '../../db/schema/cases.ts'
import { blindReviews } from '../../db/schema/quality.ts'
import { staff } from '../../db/schema/staff.ts'
import { verdicts } from '../../db/schema/verdicts.ts'
import type { Outcome } from '../../db/values.ts'
import type { Ctx } from '../context.ts'
import { after, days } from '../policy.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'
import { isReadable } from './eligible.ts'
import { agree, type Drift, driftOf, type Family, familiesOf, median, type Share } from './rules.ts'

export interface MemberQuality {
  name: string
  /** given in a call, not counting those that were sent back */
  verdicts: number
  /** from when both had met to the verdict; null: none that can be timed */
  medianMinutes: number | null
  /** of the verdicts that were reviewed again blind, those that came out the same */
  agreement: Share
  /** the largest difference first */
  drift: Drift[]
}

export interface Disagreement {
  code: string
  by: string
  outcome: Outcome
  blind: Outcome
  raised: boolean
}

export interface QualityFigures {
  days: number
  drawn: number
  done: number
  agreed: number
  /** can be read by now, and is not */
  waiting: number
  /** how long a blind review took */
  blindMinutes: number | null
  verdicts: number
  families: Family[]
  /** by name; who gave no verdict is not among them */
  members: MemberQuality[]
  /** the newest first */
  disagreements: Disagreement[]
}

const mostDisagreements = 5

/** How the desk has reviewed in the last days: agreement, times, and whose reasons differ from the desk's. For admins. */
export async function readQuality(ctx: Ctx, input: { days: number }): Promise<QualityFigures> {
  refuseUnlessAdmin(ctx)
  const since = after(ctx.now(), -days(input.days))
  const given = await readGiven(ctx, since)
  const compared = await readCompared(ctx, since)
  const deskCounts = countFamilies(given.map(({ reasons }) => reasons))
  const desk = { verdicts: given.length, counts: deskCounts }
  const ids = [...new Map(given.map(({ staffId, name }) => [staffId, name]))]
  const members = ids.map(([staffId, name]): MemberQuality => {
    const own = given.filter(row => row.staffId === staffId)
    const read = compared.filter(row => row.staffId === staffId)
    return {
      name,
      verdicts: own.length,
      medianMinutes: median(own.flatMap(({ minutes }) => minutes ?? [])),
      agreement: { count: read.filter(row => row.agrees).length, of: read.length },
      drift: driftOf({ verdicts: own.length, counts: countFamilies(own.map(({ reasons }) => reasons)) }, desk),
    }
  })
  const differ = compared.filter(row => !row.agrees)
  return {
    days: input.days,
    drawn: await ctx.db.$count(blindReviews, gte(blindReviews.drawnAt, since)),
    done: compared.length,
    agreed: compared.length - differ.length,
    waiting: await countWaiting(ctx),
    blindMinutes: median(compared.map(row => row.minutes)),
    verdicts: given.length,
    families: [...deskCounts.keys()],
    members: members.sort((a, b) => a.name.localeCompare(b.name)),
    disagreements: differ.slice(0, mostDisagreements).map(({ code, name, outcome, blind, raised }) => {
      return { code, by: name, outcome, blind, raised }
    }),
  }
}

/** First-hand verdicts: given in a call, not sent back, not a decision about somebody else's. */
async function readGiven(ctx: Ctx, since: Date) {
  const met = sql<number | null>`(select extract(epoch from ${verdicts.at} - min(c.met_at)) / 60 from ${calls} c
    where c.booking_id = ${verdicts.bookingId} and c.met_at <= ${verdicts.at})`
  const rows = await ctx.db
    .select({ staffId: staff.id, name: staff.name, reasons: verdicts.reasons, minutes: met })
    .from(verdicts)
    .innerJoin(staff, eq(staff.id, verdicts.reviewerId))
    .where(
      and(gte(verdicts.at, since), isNotNull(verdicts.bookingId), isNull(verdicts.overrules), ne(verdicts.status, 'returned')),
    )
    .orderBy(asc(verdicts.at))
  return rows.map(row => ({ ...row, minutes: row.minutes === null ? null : Math.round(Number(row.minutes)) }))
}

/** Blind reviews that were done, beside the verdicts that they were held against. */
async function readCompared(ctx: Ctx, since: Date) {
  const rows = await ctx.db
    .select({ review: blindReviews, outcome: verdicts.outcome, staffId: staff.id, name: staff.name, code: cases.code })
    .from(blindReviews)
    .innerJoin(verdicts, eq(verdicts.id, blindReviews.verdictId))
    .innerJoin(staff, eq(staff.id, verdicts.reviewerId))
    .innerJoin(cases, eq(cases.id, blindReviews.caseId))
    .where(gte(blindReviews.doneAt, since))
    .orderBy(desc(blindReviews.doneAt))
  return rows.flatMap(({ review: { outcome: blind, openedAt, doneAt, raisedAt }, ...row }) => {
    if (!blind || !openedAt || !doneAt) return []
    const minutes = Math.round((+doneAt - +openedAt) / 60_000)
    return [{ ...row, blind, minutes, agrees: agree(row.outcome, blind), raised: raisedAt !== null }]
  })
}

async function countWaiting(ctx: Ctx): Promise<number> {
  const rows = await ctx.db
    .select({ id: blindReviews.id })
    .from(blindReviews)
    .innerJoin(cases, eq(cases.id, blindReviews.caseId))
    .where(isReadable(ctx))
  return rows.length
}

function countFamilies(all: readonly string[][]): Map<Family, number> {
  const counts = new Map<Family, number>()
  for (const family of all.flatMap(familiesOf)) counts.set(family, (counts.get(family) ?? 0) + 1)
  return new Map([...counts].sort((a, b) => b[1] - a[1]))
}
