import { and, eq, isNull, sql } from 'drizzle-orm'
import { calls } from '../../db/schema/calls.ts'
import { recordings } from '../../db/schema/recordings.ts'
import { appendAudit } from '../audit/append.ts'
import { sendFrame } from '../call/frames.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { findRecording, type Recording, readParts } from './load.ts'

/** A console that has sent nothing for so long has crashed or lost its network. Machine time. */
const silentSeconds = 30

/** Nothing more is taken; a worker makes it into a file that can be sought in. What came so far stands in the trail. */
export async function closeRecording(ctx: Ctx, recording: Recording): Promise<void> {
  const [closed] = await ctx.db
    .update(recordings)
    .set({ endedAt: ctx.now() })
    .where(and(eq(recordings.id, recording.id), isNull(recordings.endedAt)))
    .returning()
  if (!closed) return
  const parts = await readParts(ctx, recording.id, 'chunk')
  const size = parts.reduce((sum, part) => sum + part.size, 0)
  await appendAudit(ctx, recording.caseId, 'recording.ended', { recording: recording.id, chunks: parts.length, size })
}

/** The mark on both pages. */
export const showRecording = (ctx: Ctx, bookingId: string, on: boolean): Promise<void> =>
  sendFrame(ctx, { bookingId, to: 'both', down: { type: 'recording', on } })

/** The console ends its own recording. `not-found` for anybody else; a second end changes nothing. */
export async function endRecording(ctx: Ctx, input: { recordingId: string }): Promise<void> {
  await transact(ctx, async ctx => {
    const recording = await findOwnRecording(ctx, input.recordingId)
    if (recording.endedAt !== null) return
    await closeRecording(ctx, recording)
    await showRecording(ctx, recording.bookingId, false)
  })
}

/** The recording, if this member of staff makes it. */
export async function findOwnRecording(ctx: Ctx, id: string): Promise<Recording> {
  const recording = await findRecording(ctx, id)
  const own = ctx.actor.kind === 'staff' && ctx.actor.staffId === recording?.reviewerId
  return own && recording ? recording : refuse('not-found', { what: 'file' })
}

/** Whether this booking's call is being recorded: for a page that comes into the room. */
export async function isRecording(ctx: Ctx, bookingId: string): Promise<boolean> {
  const open = and(eq(recordings.bookingId, bookingId), isNull(recordings.endedAt))
  return (await ctx.db.$count(recordings, open)) > 0
}

/** Ends what nobody will end: the call is over, or the console has been silent. */
export async function endSilentRecordings(ctx: Ctx): Promise<void> {
  const rows = await ctx.db
    .select({ recording: recordings })
    .from(recordings)
    .innerJoin(calls, eq(calls.id, recordings.callId))
    .where(
      and(
        isNull(recordings.endedAt),
        // a second or two for the last chunk of a call that has just ended
        sql`(${recordings.heardAt} < clock_timestamp() - make_interval(secs => ${silentSeconds})
          or (${calls.endedAt} is not null and ${recordings.heardAt} < clock_timestamp() - make_interval(secs => 5)))`,
      ),
    )
    .limit(100)
  for (const { recording } of rows) {
    await transact(ctx, async ctx => {
      await closeRecording(ctx, recording)
      await showRecording(ctx, recording.bookingId, false)
    })
  }
}
