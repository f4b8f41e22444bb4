import { sql } from 'drizzle-orm'
import { readRow } from '../../db/read-row.ts'
import { updates } from '../../db/schema/messages.ts'
import { people } from '../../db/schema/people.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Locale } from '../../db/values.ts'
import type { Ctx } from '../context.ts'
import { newId } from '../ids.ts'
import type { Member, Met, Person } from './meet.ts'

/** How an update stands to what its person sent within the last minute. */
export type Flow = 'fits' | 'first-too-many' | 'too-many'

export interface Turn extends Met {
  /** false when this update was dealt with before (G2) */
  isFresh: boolean
  flow: Flow
  /** a picture of an album of which another has come just before */
  isAlbumRest: boolean
}

export interface TurnInput {
  updateId: number
  telegramId: number
  /** of the client; it counts until the person has chosen one */
  locale: Locale
  /** how many updates this person may send within a minute, this one among them */
  mostPerMinute: number
  /** Telegram's name for the album that a picture belongs to */
  album?: string | undefined
}

/**
 * The beginning of every update's transaction: notes the update, so that a second delivery has no second effect (G2), makes the
 * person's row on the first word, locks it until the transaction ends, so that one person's updates are taken one after another, and
 * counts, so that several processes agree on a flood. Rows that merely refer to the person do not wait for that lock.
 * The two statements go out together: the second sees what was committed before the first got the lock, and only one round trip is
 * waited for.
 */
export async function takeTurn(ctx: Ctx, input: TurnInput): Promise<Turn> {
  const [{ isFresh, ...person }, member] = await Promise.all([arrive(ctx, input), findMember(ctx, input.telegramId)])
  return {
    person,
    ...(member ? { member } : {}),
    isFresh,
    flow: member || person.flowCount <= input.mostPerMinute ? 'fits' : person.flowOver === 1 ? 'first-too-many' : 'too-many',
    isAlbumRest: input.album !== undefined && person.albumCount > 1,
  }
}

/** True while the minute in which updates are counted still runs. */
export const minuteRuns = sql<boolean>`${people.flowFrom} > clock_timestamp() - interval '1 minute'`

type Arrived = Person & { isFresh: boolean }

async function arrive(ctx: Ctx, input: TurnInput): Promise<Arrived> {
  const { updateId, telegramId, locale, mostPerMinute, album = null } = input
  const [row] = await ctx.db.execute(sql`
    with noted as (insert into ${updates} (id) values (${updateId}) on conflict do nothing returning id)
    insert into ${people} (id, telegram_id, locale, created_at, flow_from, flow_count, album, album_count)
    values (${newId(ctx)}, ${telegramId}, ${locale}, ${ctx.now().toISOString()}, clock_timestamp(), 1, ${album}, 1)
    on conflict (telegram_id) do update set
      locale = case when people.locale_chosen then people.locale else excluded.locale end,
      flow_from = case when ${minuteRuns} then people.flow_from else clock_timestamp() end,
      flow_count = case when ${minuteRuns} then people.flow_count + 1 else 1 end,
      flow_over = case when ${minuteRuns} then people.flow_over + (people.flow_count >= ${mostPerMinute}::int)::int else 0 end,
      album = excluded.album,
      album_count = case when people.album = excluded.album then people.album_count + 1 else 1 end
    returning people.*, exists (select from noted) as is_fresh`)
  if (!row) throw new Error('the person vanished within one statement')
  return { ...readRow(people, row), isFresh: row.is_fresh === true }
}

async function findMember(ctx: Ctx, telegramId: number): Promise<Member | undefined> {
  const [row] = await ctx.db.execute(sql`
    select s.* from ${staff} s join ${people} p on p.id = s.person_id where p.telegram_id = ${telegramId} and s.removed_at is null`)
  return row && readRow(staff, row)
}
