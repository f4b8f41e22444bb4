import { and, asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { callFlags } from '../../db/schema/draws.ts'
import { staff } from '../../db/schema/staff.ts'
import { type CallFlagKind, callFlagKinds } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import { commit, commitmentSalt } from '../audit/commitment.ts'
import type { Case } from '../case/load.ts'
import { lockReview } from '../check/record.ts'
import { type Ctx, transact } from '../context.ts'
import { newId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { seal, unseal } from '../vault/seal.ts'

const markInput = z.object({ caseId: z.string(), kind: z.enum(callFlagKinds), note: z.string().max(2000).optional() })

const place = (id: string) => `call_flags/${id}`

/** The reviewer marks what was noticed; the applicant learns nothing of it. A case with a mark gets a second pair of eyes. */
export async function markCall(ctx: Ctx, raw: z.input<typeof markInput>): Promise<void> {
  const { caseId, kind, note } = markInput.parse(raw)
  await transact(ctx, async ctx => {
    const { found, booking, staffId } = await lockReview(ctx, caseId)
    const id = newId(ctx)
    const sealed = note ? seal(openCaseKey(ctx, found), Buffer.from(note), place(id), ctx.random) : null
    const row = { id, caseId: found.id, bookingId: booking.id, kind, note: sealed, reviewerId: staffId, at: ctx.now() }
    await ctx.db.insert(callFlags).values(row)
    const noted = note ? commit(commitmentSalt(ctx, found), 'note/mark', note) : null
    await appendAudit(ctx, found.id, 'mark.made', { mark: id, booking: booking.id, kind, note: noted })
  })
}

/** Takes a mark back before the verdict; that it was made stays in the trail. `not-found` for one that is not there, or is taken back already. */
export async function withdrawMark(ctx: Ctx, input: { caseId: string; mark: string }): Promise<void> {
  await transact(ctx, async ctx => {
    const { found } = await lockReview(ctx, input.caseId)
    const one = and(eq(callFlags.id, input.mark), eq(callFlags.caseId, found.id), isNull(callFlags.withdrawnAt))
    const taken = await ctx.db.update(callFlags).set({ withdrawnAt: ctx.now() }).where(one).returning({ id: callFlags.id })
    if (taken.length === 0) return refuse('not-found', { what: 'check' })
    await appendAudit(ctx, found.id, 'mark.withdrawn', { mark: input.mark })
  })
}

export interface Mark {
  id: string
  kind: CallFlagKind
  note?: string
  by: string
  at: Date
}

/** The marks that stand, of all calls of the case. For staff. */
export async function readMarks(ctx: Ctx, found: Case): Promise<Mark[]> {
  const rows = await ctx.db
    .select({ mark: callFlags, by: staff.name })
    .from(callFlags)
    .innerJoin(staff, eq(staff.id, callFlags.reviewerId))
    .where(and(eq(callFlags.caseId, found.id), isNull(callFlags.withdrawnAt)))
    .orderBy(asc(callFlags.at))
  return rows.map(({ mark: { id, kind, note, at }, by }) => ({
    ...{ id, kind, by, at },
    ...(note && found.sealedKey ? { note: unseal(openCaseKey(ctx, found), note, place(id)).toString() } : {}),
  }))
}
