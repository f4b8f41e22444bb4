import { and, eq, isNull, sql } from 'drizzle-orm'
import { updates } from '../../db/schema/messages.ts'
import { people } from '../../db/schema/people.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Locale } from '../../db/values.ts'
import type { Ctx } from '../context.ts'
import { newId } from '../ids.ts'
import type { Met } from './meet.ts'

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
 * The three statements go out together: each sees what was committed before its own turn, and only one round trip is waited for.
 */
export async function takeTurn(ctx: Ctx, input: TurnInput): Promise<Turn> {
  const { telegramId, updateId } = input
  const [noted, [person], [member]] = await Promise.all([
    ctx.db.insert(updates).values({ id: updateId }).onConflictDoNothing().returning(),
    arrive(ctx, input),
    ctx.db
      .select({ member: staff })
      .from(staff)
      .innerJoin(people, eq(people.id, staff.personId))
      .where(and(eq(people.telegramId, telegramId), isNull(staff.removedAt))),
  ])
  if (!person) throw new Error('the person vanished within one statement')
  return {
    person,
    ...(member ? { member: member.member } : {}),
    isFresh: noted.length > 0,
    flow: member || person.flowCount <= input.mostPerMinute ? 'fits' : person.flowOver === 1 ? 'first-too-many' : 'too-many',
    isAlbumRest: input.album !== undefined && person.albumCount > 1,
  }
}

/** True while the minute in which updates are counted still runs. */
export const minuteRuns = sql<boolean>`${people.flowFrom} > clock_timestamp() - interval '1 minute'`

function arrive(ctx: Ctx, { telegramId, locale, mostPerMinute, album }: TurnInput) {
  const count = sql`case when ${minuteRuns} then ${people.flowCount} + 1 else 1 end`
  const tooMany = sql`case when ${minuteRuns} then ${people.flowOver} + (${people.flowCount} >= ${mostPerMinute}::int)::int else 0 end`
  return ctx.db
    .insert(people)
    .values({
      id: newId(ctx),
      telegramId,
      locale,
      createdAt: ctx.now(),
      flowFrom: sql`clock_timestamp()`,
      flowCount: 1,
      album: album ?? null,
      albumCount: 1,
    })
    .onConflictDoUpdate({
      target: people.telegramId,
      set: {
        locale: sql`case when ${people.localeChosen} then ${people.locale} else excluded.locale end`,
        flowFrom: sql`case when ${minuteRuns} then ${people.flowFrom} else clock_timestamp() end`,
        flowCount: count,
        flowOver: tooMany,
        album: sql`excluded.album`,
        albumCount: sql`case when ${people.album} = excluded.album then ${people.albumCount} + 1 else 1 end`,
      },
    })
    .returning()
}
