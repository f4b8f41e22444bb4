import { and, asc, eq, isNull } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { callFlags } from '../../db/schema/draws.ts'
import { flags } from '../../db/schema/lookups.ts'
import { type CaseState, type FlagKind, flagKinds } from '../../db/values.ts'
import type { Ctx } from '../context.ts'
import { type FlagRule, flagRules } from './rules.ts'

export interface Flag {
  kind: FlagKind
  weight: FlagRule['weight']
  /** of the other case */
  code: string
  state: CaseState
  at: Date
}

/** The evidence on a case, the gravest first. Who may see it, and when, is the caller's to know. */
export async function readFlags(ctx: Ctx, caseId: string): Promise<Flag[]> {
  const rows = await ctx.db
    .select({ kind: flags.kind, code: cases.code, state: cases.state, at: flags.createdAt })
    .from(flags)
    .innerJoin(cases, eq(cases.id, flags.evidenceCaseId))
    .where(eq(flags.caseId, caseId))
    .orderBy(asc(flags.createdAt), asc(cases.code))
  return rows
    .map(row => ({ ...row, weight: flagRules[row.kind].weight }))
    .sort((a, b) => flagKinds.indexOf(a.kind) - flagKinds.indexOf(b.kind))
}

/** Whether anything on the case, or what a reviewer marked in its calls, asks for care: what a policy of four eyes looks at. */
export async function hasFlags(ctx: Ctx, caseId: string): Promise<boolean> {
  if ((await readFlags(ctx, caseId)).some(({ weight }) => weight === 'flag')) return true
  return (await ctx.db.$count(callFlags, and(eq(callFlags.caseId, caseId), isNull(callFlags.withdrawnAt)))) > 0
}
