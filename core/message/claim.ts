import { and, eq, isNull, sql } from 'drizzle-orm'
import { readRow } from '../../db/read-row.ts'
import { messages } from '../../db/schema/messages.ts'
import { people } from '../../db/schema/people.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Ctx } from '../context.ts'
import { readerOf } from '../person/reader.ts'
import type { MessageRow } from './prepare.ts'
import type { Reader } from './view.ts'

/** How long a sender may take before the message is free for another. Machine time. */
const leaseSeconds = 60

export interface Claimed {
  row: MessageRow
  /** the chat */
  to: number
  reader: Reader
}

/** A row of `messages`, with the one of `people` that it is for. */
interface ClaimedRow extends Record<string, unknown> {
  person: Record<string, unknown>
  member: { timeZone: string } | null
}

/** Which kinds a claim may take: these only, or all but these. */
export type Lane = { only: readonly string[] } | { except: readonly string[] }

/**
 * Takes the oldest open message of every chat that is due, at most `limit`, under a lease: per chat in order, and nobody else sends
 * them meanwhile. With each comes whom it is for, so that to word it takes no further question. A lease that ran out (the sender crashed) is taken again: perhaps sent twice, never lost (G4).
 */
export async function claimMessages(ctx: Ctx, limit: number, lane: Lane = { except: [] }): Promise<Claimed[]> {
  const kinds = 'only' in lane ? lane.only : lane.except
  const inLane = sql`(m.kind in (select jsonb_array_elements_text(${JSON.stringify(kinds)}::jsonb))) = ${'only' in lane}`
  // an array is worked out once; `in` may be planned so that it runs again for every row, and then claims more than `limit`
  const due = sql`(
    select m.id from messages m
    where m.status in ('queued', 'sending') and ${inLane}
      and (m.wait_until is null or m.wait_until <= clock_timestamp())
      and ${isAwake(ctx, 'm')}
      and not exists (
        select 1 from messages e
        where e.person_id = m.person_id and e.id < m.id and e.status in ('queued', 'sending') and ${isAwake(ctx, 'e')})
    order by m.id limit ${limit}
    for update of m skip locked)`
  const claimed = await ctx.db.execute<ClaimedRow>(sql`
    update ${messages} set status = 'sending', attempts = attempts + 1, error = null,
      wait_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    from ${people} p where p.id = person_id and messages.id = any(array${due})
    returning messages.*, row_to_json(p) as person,
      (select json_build_object('timeZone', s.time_zone) from ${staff} s where s.person_id = p.id and s.removed_at is null) as member`)
  return claimed
    .map(({ person: raw, member, ...own }) => {
      const person = readRow(people, raw)
      return { row: readRow(messages, own), to: person.telegramId, reader: readerOf(ctx, person, member ?? undefined) }
    })
    .sort((a, b) => a.row.id - b.row.id)
}

/** It does not wait for the end of the quiet hours. Desk time, unlike all else here. */
const isAwake = (ctx: Ctx, alias: 'm' | 'e') =>
  sql`(${sql.raw(alias)}.not_before is null or ${sql.raw(alias)}.not_before <= ${ctx.now().toISOString()}::timestamptz)`

/**
 * Frees what a sender that died held under a lease, for whoever has just become the one sender. A message that waits for its retry
 * has an error noted and keeps its time.
 */
export async function releaseLeases(ctx: Ctx): Promise<void> {
  await ctx.db
    .update(messages)
    .set({ waitUntil: null })
    .where(and(eq(messages.status, 'sending'), isNull(messages.error)))
}

/** Milliseconds until the first message of some chat is due; undefined when nothing waits. */
export async function nextDelay(ctx: Ctx): Promise<number | undefined> {
  const [row] = await ctx.db.execute<{ ms: string | null }>(sql`
    select extract(epoch from min(coalesce(heads.wait_until, clock_timestamp())) - clock_timestamp()) * 1000 as ms
    from (
      select distinct on (person_id) wait_until from messages m
      where status in ('queued', 'sending') and ${isAwake(ctx, 'm')} order by person_id, id) heads`)
  return row?.ms == null ? undefined : Math.max(0, Number(row.ms))
}
