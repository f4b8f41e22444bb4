import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { lockDraft } from './answer.ts'
import { type Application, readApplication, readPosition, unconfirm } from './answers.ts'
import { type Field, lockedByOrder, steps } from './steps.ts'

/** Back to the question before the open one; its answer stays known and can be kept with one tap. At the first question nothing changes. */
export async function goBack(ctx: Ctx, input: { caseId: string }): Promise<Application> {
  return transact(ctx, async ctx => {
    const found = await lockDraft(ctx, input.caseId)
    const position = await readPosition(ctx, found.id)
    const here = position.at === 'question' ? position.number - 1 : steps.length
    const open = steps.slice(0, here).filter(step => !isLocked(found.orderCode, step.field))
    const before = open.at(-1)
    if (before) await unconfirm(ctx, found.id, before.field)
    return readApplication(ctx, found)
  })
}

/** Asks one question again, from the summary. Refused for what an order has fixed. */
export async function editAnswer(ctx: Ctx, input: { caseId: string; field: string }): Promise<Application> {
  return transact(ctx, async ctx => {
    const found = await lockDraft(ctx, input.caseId)
    const step = steps.find(step => step.field === input.field)
    if (!step || isLocked(found.orderCode, step.field)) return refuse('not-allowed', {})
    await unconfirm(ctx, found.id, step.field)
    return readApplication(ctx, found)
  })
}

export function isLocked(orderCode: string | null, field: Field): boolean {
  return orderCode !== null && lockedByOrder.includes(field)
}
