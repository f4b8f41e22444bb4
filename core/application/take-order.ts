import { eq } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { lockOpenOrder } from '../order/find.ts'
import { lockDraft } from './answer.ts'
import { type Application, keepAnswers, readApplication, standing } from './answers.ts'

/**
 * Takes an order over into a draft that is running: its device and term replace those of the draft and are locked, all other answers
 * stay. Refused like a beginning with that order (`not-found`, `order-expired`); `stale` once the application is handed in.
 */
export async function takeOrder(ctx: Ctx, input: { caseId: string; orderCode: string }): Promise<Application> {
  return transact(ctx, async ctx => {
    const draft = await lockDraft(ctx, input.caseId)
    const before = await readApplication(ctx, draft)
    if (draft.orderCode === input.orderCode) return before
    const order = await lockOpenOrder(ctx, input.orderCode)
    await ctx.db.update(cases).set({ orderCode: order.code }).where(eq(cases.id, draft.id))
    await appendAudit(ctx, draft.id, 'application.ordered', { order: order.code, before: draft.orderCode })
    const brought = { device: order.deviceId, term: String(order.termMonths) }
    const found = await keepAnswers(ctx, { ...draft, orderCode: order.code }, brought, { said: before.said })
    const answers = new Map(before.answers)
    for (const [field, value] of Object.entries(brought)) answers.set(field, { value, confirmed: true })
    return standing(ctx, found, answers, before.consents)
  })
}
