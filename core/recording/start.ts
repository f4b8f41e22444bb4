import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { recordings } from '../../db/schema/recordings.ts'
import { appendAudit } from '../audit/append.ts'
import { findOpenCall } from '../call/open-call.ts'
import { readCase } from '../case/load.ts'
import { lockReview } from '../check/record.ts'
import { type Ctx, transact } from '../context.ts'
import { newId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { closeRecording, showRecording } from './end.ts'
import { mayRecord, type Recording } from './load.ts'

/** What a browser's recorder may write: a container that can be finished, and its codecs. */
export const recordedMime = z.string().regex(/^video\/(webm|mp4)(;\s?codecs="?[\w.,\s-]{1,60}"?)?$/)
const startInput = z.object({ code: z.string(), mime: recordedMime })

/**
 * The assigned reviewer's console begins to record the running call; both pages show it from here on. A stretch that was still open (the
 * console was reloaded) ends. `not-allowed` for anybody else, without the applicant's consent, and where the policy records nothing;
 * `stale` when no call is running.
 */
export async function startRecording(ctx: Ctx, raw: z.input<typeof startInput>): Promise<Recording> {
  const { code, mime } = startInput.parse(raw)
  const { id: caseId } = await readCase(ctx, { code })
  return transact(ctx, async ctx => {
    const { found, booking, staffId } = await lockReview(ctx, caseId)
    if (!(await mayRecord(ctx, found))) return refuse('not-allowed', {})
    const call = await findOpenCall(ctx, booking.id)
    if (!call) return refuse('stale', { state: found.state })
    const [open] = await ctx.db
      .select()
      .from(recordings)
      .where(and(eq(recordings.bookingId, booking.id), isNull(recordings.endedAt)))
    if (open) await closeRecording(ctx, open)
    const [recording] = await ctx.db
      .insert(recordings)
      .values({ id: newId(ctx), caseId, bookingId: booking.id, callId: call.id, reviewerId: staffId, mime, startedAt: ctx.now() })
      .returning()
    if (!recording) throw new Error('insert returned no row')
    await appendAudit(ctx, caseId, 'recording.started', { recording: recording.id, call: call.id, mime })
    await showRecording(ctx, booking.id, true)
    return recording
  })
}
