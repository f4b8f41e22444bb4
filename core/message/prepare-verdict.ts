import { eq } from 'drizzle-orm'
import { staff } from '../../db/schema/staff.ts'
import { verdicts } from '../../db/schema/verdicts.ts'
import { type Case, readCase } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { deskUrl } from '../staff/desk-link.ts'
import type { MessageKind } from './kinds.ts'
import { type MessageRow, paramsOf } from './prepare.ts'
import type { MessageView } from './view.ts'

const verdictKinds = [
  'again-open',
  'slipped',
  'to-confirm',
  'appeal-made',
  'verdict-due',
  'verdict-returned',
  'verdict-overruled',
  'promise-slipped',
] as const satisfies readonly MessageKind[]
export type VerdictKind = (typeof verdictKinds)[number]

export const isVerdictKind = (kind: MessageKind): kind is VerdictKind => verdictKinds.some(one => one === kind)

/** What is said around a verdict; nothing once the case has moved on, for then it would ask for what is done. */
export async function prepareAroundVerdict(ctx: Ctx, row: MessageRow, kind: VerdictKind): Promise<MessageView | undefined> {
  if (!row.caseId) return undefined
  const found = await readCase(ctx, { id: row.caseId })
  const { code } = found
  switch (kind) {
    case 'again-open':
      return found.state === 'rejected' ? { kind, code } : undefined
    case 'slipped': {
      const { state } = paramsOf(row, kind)
      return found.state === state ? { kind, code, state } : undefined
    }
    case 'promise-slipped':
      return { kind, ...paramsOf(row, kind) }
    case 'to-confirm':
      return prepareToConfirm(ctx, found, row)
    case 'appeal-made': {
      const { staffId, late } = paramsOf(row, kind)
      if (found.state !== 'appealed') return undefined
      return { kind, code, late, dueAt: dueOf(ctx, found), url: deskUrl(ctx, found, staffId) }
    }
    case 'verdict-due': {
      const { staffId, dueAt } = paramsOf(row, kind)
      if (found.state !== 'reviewing') return undefined
      return { kind, code, dueAt, late: new Date(dueAt) <= ctx.now(), url: deskUrl(ctx, found, staffId) }
    }
    case 'verdict-returned': {
      const { staffId, verdictId } = paramsOf(row, kind)
      if (found.state !== 'reviewing') return undefined
      const by = await nameOfSecond(ctx, verdictId)
      return { kind, code, by, dueAt: dueOf(ctx, found), url: deskUrl(ctx, found, staffId) }
    }
    case 'verdict-overruled': {
      const { verdictId } = paramsOf(row, kind)
      const [next] = await ctx.db.select().from(verdicts).where(eq(verdicts.overrules, verdictId))
      return next && { kind, code, by: await nameOfSecond(ctx, verdictId), outcome: next.outcome }
    }
  }
}

const dueOf = (ctx: Ctx, found: Case): string => (found.deadlineAt ?? ctx.now()).toISOString()

async function nameOfSecond(ctx: Ctx, verdictId: string): Promise<string> {
  const [second] = await ctx.db
    .select({ name: staff.name })
    .from(verdicts)
    .innerJoin(staff, eq(staff.id, verdicts.checkerId))
    .where(eq(verdicts.id, verdictId))
  return second?.name ?? ''
}

async function prepareToConfirm(ctx: Ctx, found: Case, row: MessageRow): Promise<MessageView | undefined> {
  const { verdictId, staffId, late } = paramsOf(row, 'to-confirm')
  const [given] = await ctx.db
    .select({ verdict: verdicts, by: staff.name })
    .from(verdicts)
    .innerJoin(staff, eq(staff.id, verdicts.reviewerId))
    .where(eq(verdicts.id, verdictId))
  if (given?.verdict.status !== 'pending') return undefined
  const { outcome, reasons, fourEyes: why } = given.verdict
  const { code, version } = found
  const dueAt = dueOf(ctx, found)
  return {
    kind: 'to-confirm',
    code,
    version,
    by: given.by,
    outcome,
    reasons,
    why,
    dueAt,
    late,
    url: deskUrl(ctx, found, staffId),
  }
}
