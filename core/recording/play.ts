import { createHmac, timingSafeEqual } from 'node:crypto'
import { and, eq, isNotNull } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { appendAudit } from '../audit/append.ts'
import { findLatestBooking } from '../booking/load.ts'
import { refuseStrangers } from '../case/dossier.ts'
import { readCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { openPart, pieceBytes } from './finish.ts'
import { listRecordings } from './list.ts'
import { findRecording, readParts } from './load.ts'

/** A player asks again and again, for as long as its page is open; with it nobody else can. */
const playableMinutes = 120

interface PlayTicket {
  recordingId: string
  staffId: string
  /** machine time, epoch milliseconds */
  until: number
}

/**
 * Opens a recording for one playback, for the same people as the dossier, and writes that to the trail: without the ticket that comes
 * back nothing can be read. `not-found` while it is not finished and after it is gone.
 */
export async function playRecording(
  ctx: Ctx,
  input: { code: string; recordingId: string; machineNow: number },
): Promise<{ ticket: string }> {
  return transact(ctx, async ctx => {
    const found = await readCase(ctx, { code: input.code })
    await refuseStrangers(ctx, found, await findLatestBooking(ctx, found.id))
    const stretch = (await listRecordings(ctx, found.id)).find(({ id }) => id === input.recordingId)
    if (stretch?.status !== 'ready' || ctx.actor.kind !== 'staff') return refuse('not-found', { what: 'file' })
    await appendAudit(ctx, found.id, 'recording.played', { recording: stretch.id })
    const until = input.machineNow + playableMinutes * 60_000
    return { ticket: signPlay(ctx, { recordingId: stretch.id, staffId: ctx.actor.staffId, until }) }
  })
}

export interface Film {
  mime: string
  /** in bytes */
  size: number
  /** the bytes from `start` to `end`, both included, a piece at a time */
  read(start: number, end: number): AsyncGenerator<Uint8Array>
}

/** The finished file behind a ticket of this very member of staff. */
export async function openFilm(ctx: Ctx, input: { recordingId: string; ticket: string; machineNow: number }): Promise<Film> {
  const { recordingId } = input
  if (ctx.actor.kind !== 'staff' || !isPlayTicket(ctx, input, ctx.actor.staffId)) return refuse('not-found', { what: 'file' })
  const recording = await findRecording(ctx, recordingId)
  const [found] = await ctx.db
    .select()
    .from(cases)
    .where(and(eq(cases.id, recording?.caseId ?? recordingId), isNotNull(cases.sealedKey)))
  const pieces = await readParts(ctx, recordingId, 'piece')
  if (!recording || !found || pieces.length === 0) return refuse('not-found', { what: 'file' })
  const key = openCaseKey(ctx, found)
  return {
    mime: recording.mime.split(';', 1)[0] ?? recording.mime,
    size: pieces.reduce((sum, { size }) => sum + size, 0),
    async *read(start, end) {
      for (let number = Math.floor(start / pieceBytes); number * pieceBytes <= end; number++) {
        const piece = pieces[number]
        if (!piece) return
        const first = number * pieceBytes
        const bytes = await openPart(ctx, key, piece)
        yield new Uint8Array(bytes.subarray(Math.max(0, start - first), end - first + 1))
      }
    },
  }
}

function signPlay(ctx: Ctx, { recordingId, staffId, until }: PlayTicket): string {
  return `${until}.${macOf(ctx, { recordingId, staffId, until })}`
}

function isPlayTicket(ctx: Ctx, input: { recordingId: string; ticket: string; machineNow: number }, staffId: string): boolean {
  const [until = '', mac = ''] = input.ticket.split('.')
  const given = Buffer.from(mac)
  const expected = Buffer.from(macOf(ctx, { recordingId: input.recordingId, staffId, until: Number(until) }))
  return Number(until) > input.machineNow && given.length === expected.length && timingSafeEqual(given, expected)
}

const macOf = (ctx: Ctx, { recordingId, staffId, until }: PlayTicket): string =>
  createHmac('sha256', ctx.keys.link).update(`play-ticket\n${recordingId}\n${staffId}\n${until}`).digest('base64url')
