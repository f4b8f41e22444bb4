import { isDeepStrictEqual } from 'node:util'
import { asc, eq } from 'drizzle-orm'
import { events } from '../../db/schema/cases.ts'
import { carriesVerdict, hashEvent } from '../case/events.ts'
import type { Ctx } from '../context.ts'
import type { TellsOf, Told } from './compare-rows.ts'

type EventRow = typeof events.$inferSelect

/**
 * The beginning of a case and every change of its state have one event each, in this order, and the entry holds its hash. Entries of a
 * version before hold none: of the oldest of those the event may be absent, too.
 */
export async function eventContradicts(ctx: Ctx, code: string, of: TellsOf, entries: number): Promise<number | undefined> {
  const rows = await ctx.db.select().from(events).where(eq(events.caseCode, code)).orderBy(asc(events.id))
  const told = [...of('case.created'), ...of('case.state')]
  const absent = told.length - rows.length
  if (absent < 0) return entries
  const lost = told.slice(0, absent).find(({ data }) => data.event !== undefined)
  if (lost) return lost.number
  const given = of('verdict.given')
  return told.slice(absent).find((one, index) => !isAsTold(rows[index], one, given))?.number
}

function isAsTold(row: EventRow | undefined, { number, data }: Told, given: readonly Told[]): boolean {
  if (!row || row.from !== (data.from ?? null) || row.state !== (data.to ?? 'draft')) return false
  if (data.event !== undefined) return data.event === hashEvent(row)
  const verdict = carriesVerdict(row.from, row.state) ? given.findLast(one => one.number < number)?.data : undefined
  const { outcome, reasons } = row.payload
  return row.type === `case.${row.state}` && outcome === verdict?.outcome && isDeepStrictEqual(reasons, verdict?.reasons)
}
