import { appendAudit } from '../audit/append.ts'
import { changeState } from '../case/change-state.ts'
import { type Case, lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { findLatestVerdict } from './load.ts'

interface Seen {
  code: string
  version: number
}

async function lockConditional(ctx: Ctx, { code, version }: Seen): Promise<Case> {
  const found = await lockCase(ctx, { code })
  if (ctx.actor.kind !== 'applicant' || found.state !== 'conditional' || found.version !== version)
    return refuse('stale', { state: found.state })
  // the sweep may not have come by yet
  if (found.deadlineAt !== null && found.deadlineAt <= ctx.now()) return refuse('too-late', {})
  return found
}

/** The applicant agrees: approved, on the device and the term of the conditions. `too-late` once they have lapsed. */
export async function acceptConditions(ctx: Ctx, seen: Seen): Promise<Case> {
  return transact(ctx, async ctx => {
    const found = await lockConditional(ctx, seen)
    const verdict = await findLatestVerdict(ctx, found.id)
    const { deviceId, termMonths } = verdict?.conditions ?? {}
    await appendAudit(ctx, found.id, 'conditions.accepted', { verdict: verdict?.id ?? null })
    return changeState(ctx, found, 'approved', 'applicant', {
      ...(deviceId === undefined ? {} : { deviceId }),
      ...(termMonths === undefined ? {} : { termMonths }),
    })
  })
}

/** The applicant does not want it so: the application is withdrawn. */
export async function declineConditions(ctx: Ctx, seen: Seen): Promise<Case> {
  return transact(ctx, async ctx => {
    const found = await lockConditional(ctx, seen)
    await appendAudit(ctx, found.id, 'conditions.declined')
    return changeState(ctx, found, 'withdrawn', 'applicant')
  })
}
