import { sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { after, days } from '../policy.ts'
import type { DeskExport } from './request.ts'

/** A table as it is written: nothing of the applicants stands in it, only what the desk did. */
export interface Table {
  name: 'cases' | 'verdicts'
  columns: string[]
  rows: unknown[][]
}

const pageSize = 5_000
type Row = Record<string, unknown> & { id: string }

/**
 * Cases and verdicts, oldest first, read a page at a time so that nothing else waits; `seen` hears how far it is. Times are ISO 8601 in
 * UTC, codes those of the API.
 */
export async function collectTables(ctx: Ctx, file: DeskExport, seen: (rows: number) => Promise<void>): Promise<Table[]> {
  const since = file.days === null ? new Date(0) : after(file.createdAt, -days(file.days))
  const from = sql`${since.toISOString()}::timestamptz`
  let count = 0
  const read = async (page: (last: string) => ReturnType<typeof sql>): Promise<unknown[][]> => {
    const rows: unknown[][] = []
    for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
      const part = await ctx.db.execute<Row>(page(last))
      for (const { id: _id, ...values } of part) rows.push(Object.values(values))
      count += part.length
      await seen(count)
      const end = part.at(-1)
      if (!end || part.length < pageSize) return rows
      last = end.id
    }
  }
  const cases = await read(
    last => sql`select c.id, c.code, c.state, ${iso('c.created_at')}, ${iso('c.submitted_at')}, ${iso('c.decided_at')}, c.device_id,
      c.term_months, c.order_code, c.attempts, c.misses, c.hold, b.status as booking, ${iso('b.starts_at')}, s.name as reviewer
    from cases c
    left join lateral (select * from bookings where case_id = c.id order by created_at desc limit 1) b on true
    left join staff s on s.id = b.reviewer_id
    where c.created_at >= ${from} and c.id > ${last}::uuid order by c.id limit ${pageSize}::int`,
  )
  const verdicts = await read(
    last => sql`select v.id, c.code, ${iso('v.at')}, v.outcome, array_to_string(v.reasons, ' ') as reasons, v.status,
      array_to_string(v.four_eyes, ' ') as four_eyes, s.name as reviewer, k.name as second, ${iso('v.checked_at')}
    from verdicts v join cases c on c.id = v.case_id join staff s on s.id = v.reviewer_id left join staff k on k.id = v.checker_id
    where c.created_at >= ${from} and v.id > ${last}::uuid order by v.id limit ${pageSize}::int`,
  )
  return [
    { name: 'cases', columns: caseColumns, rows: cases },
    { name: 'verdicts', columns: verdictColumns, rows: verdicts },
  ]
}

const caseColumns = [
  'code',
  'state',
  'begun',
  'submitted',
  'decided',
  'device',
  'months',
  'order',
  'attempts',
  'misses',
  'hold',
].concat(['booking', 'starts', 'reviewer'])
const verdictColumns = ['code', 'at', 'outcome', 'reasons', 'status', 'four-eyes', 'reviewer', 'second', 'checked']

/** Named by its column, so that the order of the values is that of the statement. */
const iso = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as ${column.replace('.', '_')}`)
