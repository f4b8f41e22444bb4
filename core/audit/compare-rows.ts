import { isDeepStrictEqual } from 'node:util'
import { eq, sql } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import { findings, verdicts } from '../../db/schema/verdicts.ts'
import type { Ctx } from '../context.ts'
import { appealContradicts, caseContradicts, consentContradicts } from './compare-case.ts'
import { deskContradicts } from './compare-desk.ts'
import { eventContradicts } from './compare-events.ts'

/** What an entry says, as far as the tables beside the trail repeat it. */
export interface Told {
  number: number
  actor: string
  data: Record<string, unknown>
}

/** The entries of an action, oldest first. */
export type TellsOf = (action: string) => readonly Told[]

const compared = new Set([
  ...['case.created', 'case.state', 'case.hold-released', 'case.wait-shortened', 'appeal.made', 'appeal.assigned'],
  ...['verdict.given', 'verdict.confirmed', 'verdict.returned', 'check.recorded', 'consent.recorded', 'consent.withdrawn'],
  ...['policy.changed', 'staff.added', 'staff.removed'],
])

/** Gathers, entry by entry, what the tables have to say too; a whole chain is read once. */
export class RowWitness {
  private readonly told = new Map<string, Told[]>()

  note(number: number, actor: string, action: string, body: string): void {
    if (!compared.has(action)) return
    const { data }: { data?: Record<string, unknown> } = JSON.parse(body)
    const told = this.told.get(action) ?? []
    told.push({ number, actor, data: data ?? {} })
    this.told.set(action, told)
  }

  /**
   * The number of the entry that a row now contradicts. Of a case: its state, a verdict, an appeal, a finding, a consent or an event was
   * changed, removed or put there past the desk, or the case itself is gone. Of the chain `desk`: a number of the policy, or a member's
   * roles or removal. Undefined where rows and trail agree.
   */
  async contradicted(ctx: Ctx, chain: string, entries: number): Promise<number | undefined> {
    const of: TellsOf = action => this.told.get(action) ?? []
    if (chain === 'desk') return deskContradicts(ctx, of, entries)
    const [found] = await ctx.db.select().from(cases).where(sql`${cases.id}::text = ${chain}`)
    if (!found) return entries === 0 ? undefined : entries
    const last = of('case.state').at(-1)
    if ((last?.data.to ?? 'draft') !== found.state) return last?.number ?? entries
    return (
      caseContradicts(found, of) ??
      (await appealContradicts(ctx, found.id, of, entries)) ??
      (await verdictContradicts(ctx, found.id, of, entries)) ??
      (await findingContradicts(ctx, found.id, of('check.recorded'), entries)) ??
      (await consentContradicts(ctx, found.id, of, entries)) ??
      (await eventContradicts(ctx, found.code, of, entries))
    )
  }
}

type VerdictRow = typeof verdicts.$inferSelect

async function verdictContradicts(ctx: Ctx, caseId: string, of: TellsOf, entries: number): Promise<number | undefined> {
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

const statusAfter = (of: TellsOf, signed: Told): VerdictRow['status'] => {
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
