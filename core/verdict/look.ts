import { and, asc, eq, inArray, or } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { devices } from '../../db/schema/catalogue.ts'
import { staff } from '../../db/schema/staff.ts'
import { verdicts } from '../../db/schema/verdicts.ts'
import type { FourEyesReason } from '../../db/values.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { unseal } from '../vault/seal.ts'
import { findAppeal, findEarlierReviewers, maySecond } from './eligible.ts'
import { findPendingVerdict } from './load.ts'

/** What a case waits for, as the person who asks may see it. */
export interface Look {
  kind: 'confirm' | 'appeal'
  version: number
  dueAt: Date | null
  /** who is asked; anybody else who may can be quicker */
  assigned: string | undefined
  why: FourEyesReason[]
  /** an appeal's words */
  text?: string
  /** may this person decide it */
  may: boolean
  /** an escalation is decided, not confirmed */
  mayConfirm: boolean
}

/** Undefined where nothing waits, or a reviewer asks whom it does not concern. */
export async function readLook(ctx: Ctx, found: Case): Promise<Look | undefined> {
  if (ctx.actor.kind !== 'staff') return undefined
  const { staffId, roles } = ctx.actor
  const isAdmin = roles.includes('admin')
  const common = { version: found.version, dueAt: found.deadlineAt }
  if (found.state === 'confirming') {
    const verdict = await findPendingVerdict(ctx, found.id)
    if (!verdict) return undefined
    const escalated = verdict.outcome === 'escalated'
    const concerned = isAdmin || verdict.assignedId === staffId || !escalated
    const may = concerned && found.personId !== ctx.actor.personId && (await maySecond(ctx, found, verdict, staffId))
    const assigned = await nameOf(ctx, verdict.assignedId)
    return { kind: 'confirm', ...common, assigned, why: verdict.fourEyes, may, mayConfirm: may && !escalated }
  }
  const appeal = found.state === 'appealed' ? await findAppeal(ctx, found.id) : undefined
  if (!appeal) return undefined
  const may = found.personId !== ctx.actor.personId && !(await findEarlierReviewers(ctx, found.id)).has(staffId)
  const text = unseal(openCaseKey(ctx, found), appeal.text, `appeals/${appeal.id}`).toString()
  return { kind: 'appeal', ...common, assigned: await nameOf(ctx, appeal.assignedId), why: [], text, may, mayConfirm: false }
}

/** Whether somebody who holds no booking of the case may open it: to decide what waits, or as one who decided in it. */
export async function mayLook(ctx: Ctx, found: Case): Promise<boolean> {
  if (ctx.actor.kind !== 'staff') return false
  const { staffId } = ctx.actor
  const [part] = await ctx.db
    .select({ id: verdicts.id })
    .from(verdicts)
    .where(and(eq(verdicts.caseId, found.id), or(eq(verdicts.checkerId, staffId), eq(verdicts.reviewerId, staffId))))
    .limit(1)
  return part !== undefined || ((await readLook(ctx, found))?.may ?? false)
}

export interface LookEntry {
  code: string
  kind: Look['kind']
  dueAt: Date | null
  device: typeof devices.$inferSelect | null
  mine: boolean
}

const mostEntries = 50

/** What waits for a decision that this member of staff may give, soonest due first. */
export async function listLooks(ctx: Ctx): Promise<LookEntry[]> {
  if (ctx.actor.kind !== 'staff') return []
  const { actor } = ctx
  const rows = await ctx.db
    .select({ found: cases, device: devices })
    .from(cases)
    .leftJoin(devices, eq(devices.id, cases.deviceId))
    .where(inArray(cases.state, ['confirming', 'appealed']))
    .orderBy(asc(cases.deadlineAt))
    .limit(mostEntries)
  const entries: LookEntry[] = []
  for (const { found, device } of rows) {
    if (found.sealedKey === null) continue
    const look = await readLook(ctx, found)
    if (!look?.may) continue
    const [me] = await ctx.db.select({ name: staff.name }).from(staff).where(eq(staff.id, actor.staffId))
    entries.push({ code: found.code, kind: look.kind, dueAt: look.dueAt, device, mine: look.assigned === me?.name })
  }
  return entries
}

async function nameOf(ctx: Ctx, staffId: string | null): Promise<string | undefined> {
  if (staffId === null) return undefined
  const [member] = await ctx.db.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId))
  return member?.name
}
