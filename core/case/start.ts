import { cases } from '../../db/schema/cases.ts'
import { allScopes } from '../../db/values.ts'
import { keepAnswers } from '../application/answers.ts'
import { type TakenOver, takeOverAnswers } from '../application/take-over.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { newCode, newId } from '../ids.ts'
import { lockOpenOrder } from '../order/find.ts'
import { after, days } from '../policy.ts'
import { refuse } from '../refusal.ts'
import { newCaseKey } from '../vault/case-key.ts'
import { describeEvent, hashEvent, keepEvent } from './events.ts'
import { type Case, findLatestCase, findRunningCase, readCase } from './load.ts'

/**
 * Begins an application, or goes on with the one that is running (`resumed`; an order then changes nothing). With an order, device
 * and term are filled in and locked. The answers of an earlier application are taken over to be confirmed (`takenOver`), but for those that were wrong.
 * Refused: `not-found` / `order-expired` for a bad order, `too-early` inside a waiting time, `not-allowed` after a rejection for good.
 */
export async function startApplication(
  ctx: Ctx,
  input: { personId: string; orderCode?: string },
): Promise<{ found: Case; resumed: boolean; takenOver?: TakenOver }> {
  return transact(ctx, async ctx => {
    const running = await findRunningCase(ctx, input.personId)
    if (running) return { found: running, resumed: true }
    await refuseWhileWaiting(ctx, input.personId)
    const order = input.orderCode === undefined ? undefined : await lockOpenOrder(ctx, input.orderCode)
    const id = newId(ctx)
    const now = ctx.now()
    const draft: typeof cases.$inferInsert = {
      id,
      code: `M-${newCode(ctx, 6)}`,
      personId: input.personId,
      state: 'draft',
      scope: [...allScopes],
      orderCode: order?.code ?? null,
      sealedKey: newCaseKey(ctx, id).sealedKey,
      deadlineAt: after(now, days(ctx.policy.draftLapsesDays)),
      createdAt: now,
    }
    const [created] = await ctx.db.insert(cases).values(draft).returning()
    if (!created) throw new Error('insert returned no row')
    const event = await describeEvent(ctx, null, created)
    await appendAudit(ctx, id, 'case.created', { code: created.code, order: order?.code ?? null, event: hashEvent(event) })
    await keepEvent(ctx, event)
    const ordered: Record<string, string> = order ? { device: order.deviceId, term: String(order.termMonths) } : {}
    const begun = await keepAnswers(ctx, created, ordered, { said: () => undefined })
    const takenOver = await takeOverAnswers(ctx, begun, ordered)
    return { found: takenOver ? await readCase(ctx, { id }) : begun, resumed: false, ...(takenOver ? { takenOver } : {}) }
  })
}

async function refuseWhileWaiting(ctx: Ctx, personId: string): Promise<void> {
  const latest = await findLatestCase(ctx, personId)
  if (latest?.state !== 'rejected') return
  if (latest.againAt === null) refuse('not-allowed', {})
  else if (latest.againAt > ctx.now()) refuse('too-early', { opensAt: latest.againAt.toISOString() })
}
