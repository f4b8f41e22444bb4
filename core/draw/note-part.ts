import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { observations } from '../../db/schema/draws.ts'
import type { PromptKind } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import { commit, commitmentSalt } from '../audit/commitment.ts'
import type { Case } from '../case/load.ts'
import { lockReview, takeBackPass } from '../check/record.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { seal } from '../vault/seal.ts'
import { readDraw } from './make.ts'
import { type PartKind, partsOf, valuesOf } from './parts.ts'
import { notePlace } from './read-parts.ts'
import { clearPrompt } from './show-prompt.ts'
import { endCodes } from './spoken-code.ts'

const noteInput = z.object({
  caseId: z.string(),
  part: z.string().max(80),
  /** null takes it back */
  value: z.string().max(40).nullable(),
  note: z.string().max(2000).optional(),
})

/**
 * Keeps what the reviewer noted at one part of a check; the last word counts until the verdict. `not-found` for a part that this call
 * does not have, `part-unfit` for a value that the part does not know or that only the system gives.
 */
export async function notePart(ctx: Ctx, raw: z.input<typeof noteInput>): Promise<void> {
  const { caseId, part: key, value, note } = noteInput.parse(raw)
  await transact(ctx, async ctx => {
    const { found, booking, staffId } = await lockReview(ctx, caseId)
    const part = partsOf(await readDraw(ctx, found, booking.id), found.scope).find(one => one.key === key)
    if (!part) return refuse('not-found', { what: 'check' })
    const known = valuesOf(part.kind).find(one => one.value === value)
    if (value !== null && (!known || known.bySystem)) return refuse('part-unfit', {})
    await keepObservation(ctx, found, { bookingId: booking.id, part: key, value, note, staffId })
    await takeBackPass(ctx, found, booking.id, part.check)
    if (value === null) return
    const answers = promptOf[part.kind]
    if (answers) await clearPrompt(ctx, booking.id, answers)
    if (part.kind === 'code') await endCodes(ctx, { personId: found.personId, caseId: found.id }, booking.id)
  })
}

interface Observed {
  bookingId: string
  part: string
  value: string | null
  note?: string | undefined
  staffId: string
}

/** What was asked on the applicant's page is answered once its part is noted. */
const promptOf: Partial<Record<PartKind, PromptKind>> = { code: 'code', movement: 'movement', place: 'room' }

/** Writes one observation, its note sealed, with its audit entry; within the caller's transaction. */
export async function keepObservation(ctx: Ctx, found: Case, { bookingId, part, value, note, staffId }: Observed): Promise<void> {
  const one = and(eq(observations.bookingId, bookingId), eq(observations.part, part))
  const [before] = await ctx.db.select({ value: observations.value }).from(observations).where(one)
  if (value === null) await ctx.db.delete(observations).where(one)
  else {
    const sealed = note ? seal(openCaseKey(ctx, found), Buffer.from(note), notePlace(bookingId, part), ctx.random) : null
    const row = { value, note: sealed, reviewerId: staffId, at: ctx.now() }
    await ctx.db
      .insert(observations)
      .values({ bookingId, part, ...row })
      .onConflictDoUpdate({ target: [observations.bookingId, observations.part], set: row })
  }
  const noted = note ? commit(commitmentSalt(ctx, found), `note/${part}`, note) : null
  await appendAudit(ctx, found.id, 'part.noted', { booking: bookingId, part, before: before?.value ?? null, value, note: noted })
}
