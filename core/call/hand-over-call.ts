import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { handovers } from '../../db/schema/draws.ts'
import { staff } from '../../db/schema/staff.ts'
import { appendAudit } from '../audit/append.ts'
import { commit, commitmentSalt } from '../audit/commitment.ts'
import { rankReviewers, whoHasRoom } from '../booking/assign.ts'
import { changeSeats } from '../booking/hand-over.ts'
import { moveToFirst } from '../booking/take-time.ts'
import { tellReviewer } from '../booking/tell.ts'
import type { Case } from '../case/load.ts'
import { lockReview } from '../check/record.ts'
import { type Ctx, transact } from '../context.ts'
import { newId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { seal, unseal } from '../vault/seal.ts'

const handInput = z.object({ caseId: z.string(), note: z.string().trim().min(1).max(2000) })

const place = (id: string) => `handovers/${id}`

/**
 * Another reviewer who is online and free takes the running call over: findings and notes stand, the applicant stays in the room. The
 * one before is put out of it. `nobody-free` where there is none: the verdict can be escalated instead.
 */
export async function handOverCall(ctx: Ctx, raw: z.input<typeof handInput>): Promise<void> {
  const { caseId, note } = handInput.parse(raw)
  await transact(ctx, async ctx => {
    const { found, booking, staffId } = await lockReview(ctx, caseId)
    if (booking.status !== 'active') return refuse('stale', { state: found.state })
    const free = (await whoHasRoom(ctx, ctx.now(), { online: true })).filter(id => id !== staffId)
    // the booking keeps its time: it began when it began
    const ranked = await rankReviewers(ctx, found, free)
    const taken = await moveToFirst(ctx, booking, booking.startsAt, ranked, { keepLinks: true })
    if (!taken) return refuse('nobody-free', {})
    await changeSeats(ctx, booking, taken)
    const id = newId(ctx)
    const sealed = seal(openCaseKey(ctx, found), Buffer.from(note), place(id), ctx.random)
    const row = { id, bookingId: booking.id, fromId: staffId, toId: taken.reviewerId, note: sealed, at: ctx.now() }
    await ctx.db.insert(handovers).values(row)
    await appendAudit(ctx, found.id, 'call.handed-over', {
      ...{ booking: booking.id, version: taken.version, from: staffId, to: taken.reviewerId },
      note: commit(commitmentSalt(ctx, found), 'note/hand-over', note),
    })
    await tellReviewer(ctx, taken, 'call-handed', { bookingId: taken.id, version: taken.version })
  })
}

/** What the reviewer before wrote when the call was handed over, to whoever has it now. */
export async function readHandover(ctx: Ctx, found: Case, bookingId: string): Promise<{ note: string; by: string } | undefined> {
  const [row] = await ctx.db
    .select({ handed: handovers, by: staff.name })
    .from(handovers)
    .innerJoin(staff, eq(staff.id, handovers.fromId))
    .where(eq(handovers.bookingId, bookingId))
    .orderBy(desc(handovers.at))
    .limit(1)
  return row && { note: unseal(openCaseKey(ctx, found), row.handed.note, place(row.handed.id)).toString(), by: row.by }
}
