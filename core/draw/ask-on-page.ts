import { z } from 'zod'
import { promptKinds } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import { findOpenCall } from '../call/open-call.ts'
import { lockReview } from '../check/record.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { readDraw } from './make.ts'
import { clearPrompt, showPrompt } from './show-prompt.ts'

const promptInput = z.object({ caseId: z.string(), kind: z.enum(promptKinds).exclude(['code']).nullable() })

/** The reviewer asks the applicant's page to show the room or the drawn movement, or takes that back. `not-met` without a running call. */
export async function askOnPage(ctx: Ctx, raw: z.input<typeof promptInput>): Promise<void> {
  const { caseId, kind } = promptInput.parse(raw)
  await transact(ctx, async ctx => {
    const { found, booking } = await lockReview(ctx, caseId)
    if (!(await findOpenCall(ctx, booking.id))) return refuse('not-met', {})
    if (kind === null) return clearPrompt(ctx, booking.id)
    const movement = kind === 'movement' ? (await readDraw(ctx, found, booking.id))?.movement : undefined
    if (kind === 'movement' && !movement) return refuse('not-found', { what: 'check' })
    await showPrompt(ctx, booking.id, { kind, ...(movement ? { detail: movement } : {}) })
    await appendAudit(ctx, found.id, 'call.asked', { booking: booking.id, for: kind })
  })
}
