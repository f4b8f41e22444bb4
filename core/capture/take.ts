import { and, eq, isNull } from 'drizzle-orm'
import { captures } from '../../db/schema/captures.ts'
import { files } from '../../db/schema/cases.ts'
import type { CaptureKind } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import { commit, commitmentSalt } from '../audit/commitment.ts'
import { findOpenCall } from '../call/open-call.ts'
import { readCase } from '../case/load.ts'
import { lockReview } from '../check/record.ts'
import { type Ctx, transact } from '../context.ts'
import { newId } from '../ids.ts'
import { fileHash } from '../lookup/hash.ts'
import { refuse } from '../refusal.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { openLookupKey } from '../vault/lookup-key.ts'
import { seal } from '../vault/seal.ts'
import type { CleanStill } from './clean-still.ts'
import { captureSteps, fileKindOf } from './kinds.ts'

/**
 * Keeps a still of the running call, sealed with the case's key; an earlier one of the same kind stays, marked as replaced. Only the
 * assigned reviewer, only while the call is open (`not-met`) and the still's step is among what is reviewed (`not-found`). The trail gets what it
 * is and a commitment to its SHA-256. Returns its id.
 */
export async function takeCapture(ctx: Ctx, input: { code: string; kind: CaptureKind; still: CleanStill }): Promise<string> {
  const { code, kind, still } = input
  return transact(ctx, async ctx => {
    const { id: caseId } = await readCase(ctx, { code })
    const { found, booking, staffId } = await lockReview(ctx, caseId)
    if (!found.scope.includes(captureSteps[kind])) return refuse('not-found', { what: 'check' })
    const call = await findOpenCall(ctx, booking.id)
    if (!call) return refuse('not-met', {})
    if (!still.ok) return refuse('capture-invalid', { problem: still.problem })
    const { bytes, mime, width, height } = still
    const id = newId(ctx)
    const takenAt = ctx.now()
    await ctx.files.put(id, seal(openCaseKey(ctx, found), bytes, `files/${id}`, ctx.random))
    const sha256 = fileHash(await openLookupKey(ctx), still.sha256)
    const file = { id, caseId, kind: fileKindOf(kind), mime, size: bytes.length, sha256, createdAt: takenAt }
    await ctx.db.insert(files).values(file)
    await ctx.db
      .update(captures)
      .set({ replacedAt: takenAt })
      .where(and(eq(captures.bookingId, booking.id), eq(captures.kind, kind), isNull(captures.replacedAt)))
    const place = { caseId, bookingId: booking.id, callId: call.id, reviewerId: staffId }
    await ctx.db.insert(captures).values({ id, ...place, kind, width, height, takenAt })
    const content = commit(commitmentSalt(ctx, found), 'content', still.sha256)
    await appendAudit(ctx, caseId, 'capture.taken', { file: id, kind, call: call.id, width, height, content })
    return id
  })
}
