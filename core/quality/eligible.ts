import { and, eq, inArray, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import { blindReviews } from '../../db/schema/quality.ts'
import { staff } from '../../db/schema/staff.ts'
import { appeals } from '../../db/schema/verdicts.ts'
import type { CaseState } from '../../db/values.ts'
import { closedStates } from '../case/states.ts'
import type { Ctx } from '../context.ts'
import { after, days } from '../policy.ts'
import type { Member } from '../staff/add.ts'

export type BlindReview = typeof blindReviews.$inferSelect

const settled: CaseState[] = [...closedStates, 'conditional']

/**
 * What can be reviewed again now: not done, not erased, and over. A rejection waits until it can no longer be appealed, or was: whoever
 * reads it then would have had a part, and on a small desk nobody would be left for the appeal.
 */
export const isReadable = (ctx: Ctx): SQL | undefined =>
  and(
    isNull(blindReviews.doneAt),
    isNotNull(cases.sealedKey),
    inArray(cases.state, settled),
    or(
      ne(cases.state, 'rejected'),
      sql`${cases.decidedAt} <= ${after(ctx.now(), -days(ctx.policy.appealPossibleDays)).toISOString()}::timestamptz`,
      sql`exists (select 1 from ${appeals} where ${appeals.caseId} = ${cases.id})`,
    ),
  )

/**
 * Whether this member of staff had a part in the case or may know of its verdict: is named in its trail (held, assigned, asked, opened its
 * file), had a booking of it, or applied. The database refuses the hard part of it too.
 */
export const hadPart = (staffId: SQL | typeof staff.id | string): SQL =>
  sql`(exists (select 1 from audit a where a.chain = ${cases.id}::text and a.action not like 'blind-review.%'
         and strpos(a.body, ${staffId}::text) > 0)
    or exists (select 1 from ${bookings} where ${bookings.caseId} = ${cases.id} and ${bookings.reviewerId}::text = ${staffId}::text)
    or exists (select 1 from ${staff} own where own.id::text = ${staffId}::text and own.person_id = ${cases.personId}))`

/** The reviewers on the desk who may read this one, those with fewest to read first. */
export async function findReaders(ctx: Ctx, { caseId }: Pick<BlindReview, 'caseId'>): Promise<Member[]> {
  const rows = await ctx.db
    .select({
      member: staff,
      open: sql<number>`(select count(*)::int from blind_reviews r where r.assigned_id = ${staff.id} and r.done_at is null)`,
    })
    .from(staff)
    .innerJoin(cases, eq(cases.id, caseId))
    .where(and(isNull(staff.removedAt), sql`'reviewer' = any(${staff.roles})`, sql`not ${hadPart(staff.id)}`))
  const dice = new Map(rows.map(({ member }) => [member.id, ctx.random(4).readUInt32BE()]))
  return rows
    .sort((a, b) => a.open - b.open || (dice.get(a.member.id) ?? 0) - (dice.get(b.member.id) ?? 0))
    .map(({ member }) => member)
}
