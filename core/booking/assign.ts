import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { people } from '../../db/schema/people.ts'
import { absences, staff } from '../../db/schema/staff.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { groupBy } from '../group-by.ts'
import { after, days, minutes } from '../policy.ts'
import { findEarlierReviewers } from '../verdict/eligible.ts'
import { type Candidate, rank, sincesOf } from './rank.ts'

/**
 * Who should take the case, best first, of those who are free: by language, rather not an earlier reviewer, then the least load
 * (see rank.ts). On an appeal nobody who had a part in it before.
 */
export async function rankReviewers(ctx: Ctx, found: Case, free: readonly string[]): Promise<readonly string[]> {
  const barred = await whoMayNot(ctx, found)
  return rankAble(
    ctx,
    found,
    free.filter(id => !barred.has(id)),
  )
}

/** The same of reviewers of whom none is barred, as `findTimesFor` finds them. */
export async function rankAble(ctx: Ctx, found: Case, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length < 2) return ids
  const facts = await readFacts(ctx, found, ids)
  const counts = await readCounts(ctx, ids, sincesOf(facts))
  const candidates = facts.map(fact => ({ ...fact, counts: counts.get(fact.id) ?? new Map() }))
  return rank(candidates, () => ctx.random(4).readUInt32BE())
}

/** Nobody reviews an application of their own; on an appeal nobody who had a part in the case before. */
export async function whoMayNot(ctx: Ctx, found: Pick<Case, 'id' | 'personId'>): Promise<Set<string>> {
  const [own, earlier] = await Promise.all([
    ctx.db.select({ id: staff.id }).from(staff).where(eq(staff.personId, found.personId)),
    findEarlierReviewers(ctx, found.id),
  ])
  return new Set([...own.map(({ id }) => id), ...earlier])
}

type Fact = Omit<Candidate, 'counts'>

async function readFacts(ctx: Ctx, found: Case, ids: readonly string[]): Promise<Fact[]> {
  const [person] = await ctx.db.select({ locale: people.locale }).from(people).where(eq(people.id, found.personId))
  const rows = await ctx.db
    .select({
      id: staff.id,
      weight: staff.weight,
      languages: staff.languages,
      createdAt: staff.createdAt,
      backAt: sql<string | null>`(select max(${absences.untilAt}) from ${absences}
        where ${absences.staffId} = ${staff.id} and ${absences.untilAt} <= ${ctx.now().toISOString()}::timestamptz)`,
      earlier: sql<boolean>`exists (select 1 from ${bookings} b
        where b.case_id = ${found.id} and b.reviewer_id = ${staff.id} and b.status = 'attended')`,
    })
    .from(staff)
    .where(inArray(staff.id, [...ids]))
  const reach = after(ctx.now(), -days(ctx.policy.loadDays)).getTime()
  return rows.map(({ id, weight, languages, createdAt, backAt, earlier }) => {
    const since = Math.max(+createdAt, backAt === null ? 0 : Date.parse(backAt))
    return {
      id,
      weight,
      earlier,
      speaks: speaks(languages, person?.locale),
      since: since > reach ? since : undefined,
    }
  })
}

/** Nothing stated counts as every language: only what is known can matter. */
export function speaks(languages: readonly string[], locale: string | undefined): boolean {
  return languages.length === 0 || locale === undefined || languages.includes(locale.slice(0, 2))
}

async function readCounts(
  ctx: Ctx,
  ids: readonly string[],
  sinces: readonly number[],
): Promise<Map<string, Map<number, number>>> {
  const moments = sql.join(
    sinces.map(since => sql`${new Date(since).toISOString()}::timestamptz`),
    sql`, `,
  )
  const bucket = sinces.length === 0 ? sql<number>`0` : sql<number>`width_bucket(${bookings.createdAt}, array[${moments}])`
  const rows = await ctx.db
    .select({ id: bookings.reviewerId, bucket, count: sql<number>`count(*)::int` })
    .from(bookings)
    .where(
      and(
        inArray(bookings.reviewerId, [...ids]),
        inArray(bookings.status, ['active', 'attended']),
        gt(bookings.startsAt, after(ctx.now(), -days(ctx.policy.loadDays))),
      ),
    )
    .groupBy(bookings.reviewerId, sql`2`)
  const grouped = groupBy(rows, row => row.id)
  return new Map([...grouped].map(([id, own]) => [id, new Map(own.map(row => [row.bucket, row.count]))]))
}

/** Reviewers with nothing booked, held or away in the way of a booking from that moment. On shift or not is another question. */
export async function whoHasRoom(ctx: Ctx, startsAt: Date, { online }: { online: boolean }): Promise<string[]> {
  const { slotMinutes, bufferMinutes } = ctx.policy
  const span = sql`tstzrange(${startsAt.toISOString()}::timestamptz, ${after(startsAt, minutes(slotMinutes + bufferMinutes)).toISOString()}::timestamptz)`
  const rows = await ctx.db
    .select({ id: staff.id })
    .from(staff)
    .where(
      and(
        isNull(staff.removedAt),
        sql`'reviewer' = any(${staff.roles})`,
        online ? eq(staff.status, 'online') : undefined,
        sql`not exists (select 1 from ${bookings} b where b.reviewer_id = ${staff.id} and b.status in ('active', 'held')
          and (b.held_until is null or b.held_until > ${ctx.now().toISOString()}::timestamptz)
          and tstzrange(b.starts_at, b.blocked_until) && ${span})`,
        sql`not exists (select 1 from ${absences} a where a.staff_id = ${staff.id} and tstzrange(a.from_at, a.until_at) && ${span})`,
      ),
    )
  return rows.map(row => row.id)
}
