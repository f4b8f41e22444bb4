import { and, desc, eq, notInArray } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'
import { closedStates } from './states.ts'

export type Case = typeof cases.$inferSelect

/** The case, locked until the transaction ends. Refused as `not-found`, also to an applicant who does not own it. */
export async function lockCase(ctx: Ctx, by: { id: string } | { code: string }): Promise<Case> {
  const match = 'id' in by ? eq(cases.id, by.id) : eq(cases.code, by.code)
  const [found] = await ctx.db.select().from(cases).where(match).for('update')
  return guard(ctx, found)
}

/** The same for what only the applicant decides: `not-allowed` to a member of staff, who never acts in the applicant's place. */
export async function lockOwnCase(ctx: Ctx, by: { id: string } | { code: string }): Promise<Case> {
  if (ctx.actor.kind === 'staff') return refuse('not-allowed', {})
  return lockCase(ctx, by)
}

/** The same without a lock, for reading. */
export async function readCase(ctx: Ctx, by: { id: string } | { code: string }): Promise<Case> {
  const match = 'id' in by ? eq(cases.id, by.id) : eq(cases.code, by.code)
  const [found] = await ctx.db.select().from(cases).where(match)
  return guard(ctx, found)
}

function guard(ctx: Ctx, found: Case | undefined): Case {
  if (!found || (ctx.actor.kind === 'applicant' && found.personId !== ctx.actor.personId))
    return refuse('not-found', { what: 'case' })
  return found
}

/** The person's case that is not yet over, if there is one; a person has one at most (index one_running_case). */
export async function findRunningCase(ctx: Ctx, personId: string): Promise<Case | undefined> {
  const running = and(eq(cases.personId, personId), notInArray(cases.state, [...closedStates]))
  const [found] = await ctx.db.select().from(cases).where(running)
  return found
}

/** The person's newest case, over or not. */
export async function findLatestCase(ctx: Ctx, personId: string): Promise<Case | undefined> {
  const [found] = await ctx.db.select().from(cases).where(eq(cases.personId, personId)).orderBy(desc(cases.createdAt)).limit(1)
  return found
}
