import { sql } from 'drizzle-orm'
import type { CaseState } from '../../db/values.ts'
import type { Ctx } from '../context.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'
import { isPromised } from '../verdict/clock.ts'
import { countOf, mostCounted, type QueueFilter, queueFilters, type Source, sourcesOf } from './queue-filters.ts'
import { type Responsible, responsibleFor } from './responsible.ts'

export interface QueueEntry {
  code: string
  state: CaseState
  hold: string | null
  /** of a booked case its time, of any other its deadline */
  dueAt: string | null
  /** a decision was promised for then, and is not there */
  late: boolean
  /** who has the next move */
  responsible: Responsible
}

export interface Queue {
  filter: QueueFilter
  /** how many cases stand in each list, those without any left out; `mostCounted` means: so many or more */
  counts: { filter: QueueFilter; count: number }[]
  entries: QueueEntry[]
  /** 1 is the first */
  page: number
  pages: number
}

export interface QueueInput {
  filter: QueueFilter
  page: number
  size: number
  /** whose today is meant, an IANA name */
  zone: string
}

/**
 * One list of the open cases, those on hold first and then by time, a page at a time; a page past the last is the last. Drafts are
 * their applicants' own until they are handed in: they stand in a list of their own only. Admins only.
 */
export async function readQueue(ctx: Ctx, { filter, page, size, zone }: QueueInput): Promise<Queue> {
  refuseUnlessAdmin(ctx)
  const sources = sourcesOf(ctx, filter, zone)
  const read = (page: number) => readEntries(ctx, sources, { size, offset: (page - 1) * size })
  const wanted = Math.max(1, Math.min(page, Math.ceil(mostCounted / size)))
  // both go out together: the page that was asked for is hardly ever past the last
  const [counts, wantedEntries] = await Promise.all([countLists(ctx, zone), read(wanted)])
  const count = counts.find(list => list.filter === filter)?.count ?? 0
  const pages = Math.max(1, Math.ceil(count / size))
  const shown = Math.min(wanted, pages)
  const entries = shown === wanted ? wantedEntries : await read(shown)
  return { filter, counts: counts.filter(list => list.count > 0), entries, page: shown, pages }
}

/** Each open case stands in one of these. */
const statesListed: readonly QueueFilter[] = [
  'submitted',
  'invited',
  'booked',
  'reviewing',
  'confirming',
  'appealed',
  'conditional',
]

/** Every list in one statement. Each is counted no further than `mostCounted`, whatever the number of cases. */
async function countLists(ctx: Ctx, zone: string): Promise<Queue['counts']> {
  const lists = queueFilters.filter(filter => filter !== 'all')
  const counted = lists.map(filter => countOf(ctx, filter, zone))
  const [row] = await ctx.db.execute<{ counts: number[] }>(sql`select array[${sql.join(counted, sql`, `)}] as counts`)
  const counts = lists.map((filter, index) => ({ filter, count: row?.counts[index] ?? 0 }))
  const all = counts.reduce((sum, { filter, count }) => (statesListed.includes(filter) ? sum + count : sum), 0)
  return [{ filter: 'all', count: Math.min(all, mostCounted) }, ...counts]
}

interface Row extends Record<string, unknown> {
  id: string
  code: string
  state: CaseState
  hold: string | null
  due: string | null
}

async function readEntries(
  ctx: Ctx,
  sources: readonly Source[],
  { size, offset }: { size: number; offset: number },
): Promise<QueueEntry[]> {
  const parts = sources.map(source => sql`(${source(offset + size)})`)
  const rows = await ctx.db.execute<Row>(sql`
    select x.id, c.code, c.state, c.hold, x.due
    from (select * from (${sql.join(parts, sql` union all `)}) y
      order by held desc, due nulls last, id limit ${size}::int offset ${offset}::int) x
    join cases c on c.id = x.id
    order by x.held desc, x.due nulls last, x.id`)
  const who = await responsibleFor(ctx, rows)
  return rows.map(({ id, code, state, hold, due }) => ({
    ...{ code, state, hold },
    dueAt: due === null ? null : new Date(due).toISOString(),
    late: (isPromised(state) || state === 'submitted') && due !== null && new Date(due) <= ctx.now(),
    responsible: who.get(id) ?? { kind: 'nobody' },
  }))
}
