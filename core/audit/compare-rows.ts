import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { cases, events } from '../../db/schema/cases.ts'
import { findings, verdicts } from '../../db/schema/verdicts.ts'
import type { Ctx } from '../context.ts'

/** What an entry says, as far as the tables beside the trail repeat it. */
interface Told {
  number: number
  actor: string
  data: Record<string, unknown>
}

const compared = new Set(['case.state', 'verdict.given', 'verdict.confirmed', 'verdict.returned', 'check.recorded'])

/** Gathers, entry by entry, what the tables have to say too; a whole chain is read once. */
export class RowWitness {
  private readonly told = new Map<string, Told[]>()

  note(number: number, actor: string, action: string, body: string): void {
    if (!compared.has(action)) return
    const { data }: { data?: Record<string, unknown> } = JSON.parse(body)
    this.told.set(action, [...(this.told.get(action) ?? []), { number, actor, data: data ?? {} }])
  }

  /**
   * The number of the entry that a row of the case now contradicts: its state, a verdict, a finding or an event was changed, removed or
   * put there past the desk. Undefined where rows and trail agree, and for a chain of no case.
   */
  async contradicted(ctx: Ctx, chain: string, entries: number): Promise<number | undefined> {
    const [found] = await ctx.db.select().from(cases).where(sql`${cases.id}::text = ${chain}`)
    if (!found) return undefined
    const of = (action: string): readonly Told[] => this.told.get(action) ?? []
    const last = of('case.state').at(-1)
    if ((last?.data.to ?? 'draft') !== found.state) return last?.number ?? entries
    return (
      (await verdictContradicts(ctx, found.id, of, entries)) ??
      (await findingContradicts(ctx, found.id, of('check.recorded'), entries)) ??
      (await eventContradicts(ctx, found.code, of('case.state'), entries))
    )
  }
}

type VerdictRow = typeof verdicts.$inferSelect

async function verdictContradicts(
  ctx: Ctx,
  caseId: string,
  of: (action: string) => readonly Told[],
  entries: number,
): Promise<number | undefined> {
  const rows = new Map((await ctx.db.select().from(verdicts).where(eq(verdicts.caseId, caseId))).map(row => [row.id, row]))
  const given = of('verdict.given')
  for (const one of given) {
    const row = rows.get(String(one.data.verdict))
    if (!row || !isAsGiven(row, one)) return one.number
    rows.delete(row.id)
    // an entry of a version without statuses says none
    if (one.data.status === undefined) continue
    const signed =
      of('verdict.confirmed').find(({ data }) => data.verdict === row.id) ??
      of('verdict.returned').find(({ data }) => data.verdict === row.id) ??
      given.find(({ data }) => data.overrules === row.id)
    const status = signed ? statusAfter(of, signed) : one.data.status
    if (row.status !== status || (row.checkerId && `staff:${row.checkerId}`) !== (signed?.actor ?? null))
      return signed?.number ?? one.number
  }
  // a verdict that the trail knows nothing of
  return rows.size > 0 ? entries : undefined
}

const statusAfter = (of: (action: string) => readonly Told[], signed: Told): VerdictRow['status'] => {
  if (of('verdict.confirmed').includes(signed)) return 'final'
  return of('verdict.returned').includes(signed) ? 'returned' : 'overruled'
}

function isAsGiven(row: VerdictRow, { actor, data }: Told): boolean {
  const { outcome, reasons, bookingId, fourEyes, draw, overrules, appealId, conditions } = row
  const now: Record<string, unknown> = { outcome, reasons, booking: bookingId, fourEyes, draw, overrules, appeal: appealId }
  const agrees = Object.entries(now).every(([key, value]) => data[key] === undefined || isDeepStrictEqual(data[key], value))
  return agrees && isDeepStrictEqual(data.conditions ?? null, conditions) && actor === `staff:${row.reviewerId}`
}

/** The last word of each check in each call. */
async function findingContradicts(
  ctx: Ctx,
  caseId: string,
  recorded: readonly Told[],
  entries: number,
): Promise<number | undefined> {
  const found = await ctx.db
    .select({ finding: findings })
    .from(findings)
    .innerJoin(bookings, eq(bookings.id, findings.bookingId))
    .where(eq(bookings.caseId, caseId))
  const rows = new Map(found.map(({ finding }) => [`${finding.bookingId} ${finding.check}`, finding]))
  const words = new Map(recorded.map(one => [`${one.data.booking} ${one.data.check}`, one]))
  for (const [key, { number, actor, data }] of words) {
    const row = rows.get(key)
    rows.delete(key)
    if (data.result === null ? row : !row) return number
    if (!row) continue
    const reason = data.result === 'passed' ? null : data.reason
    if (row.result !== data.result || row.reason !== reason || `staff:${row.reviewerId}` !== actor) return number
  }
  return rows.size > 0 ? entries : undefined
}

/** Events are younger than the trail: those that there are must be the last changes of state. */
async function eventContradicts(ctx: Ctx, code: string, changes: readonly Told[], entries: number): Promise<number | undefined> {
  const rows = await ctx.db
    .select({ from: events.from, state: events.state })
    .from(events)
    .where(and(eq(events.caseCode, code), isNotNull(events.from)))
    .orderBy(asc(events.id))
  if (rows.length > changes.length) return entries
  const latest = changes.slice(changes.length - rows.length)
  return latest.find(({ data }, index) => data.from !== rows[index]?.from || data.to !== rows[index]?.state)?.number
}
