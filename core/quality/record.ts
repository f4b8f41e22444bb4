import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { cases } from '../../db/schema/cases.ts'
import { blindReviews } from '../../db/schema/quality.ts'
import { verdicts } from '../../db/schema/verdicts.ts'
import { type Outcome, outcomes } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import { commit, commitmentSalt } from '../audit/commitment.ts'
import type { Case } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { tellAdmins } from '../staff/tell-admins.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { seal } from '../vault/seal.ts'
import { chooseReasons, decisionInput } from '../verdict/input.ts'
import type { BlindReview } from './eligible.ts'
import { lockBlindReview } from './open.ts'
import { agree } from './rules.ts'

const blindInput = z.object({
  id: z.string(),
  outcome: z.enum(outcomes),
  reasons: decisionInput.shape.reasons,
  note: decisionInput.shape.note,
})

/** Shown to the blind reviewer once the own finding is on record. */
export interface Compared {
  code: string
  agrees: boolean
  outcome: Outcome
  reasons: string[]
  raised: boolean
}

/**
 * What the blind reviewer would have decided, with reasons, on record; only then what was decided. Changes nothing for the applicant.
 * `not-allowed` for an escalation: there is nobody to hand it to. The same person again gets the comparison again (G2).
 */
export async function recordBlindReview(ctx: Ctx, raw: z.input<typeof blindInput>): Promise<Compared> {
  const input = blindInput.parse(raw)
  return transact(ctx, async ctx => {
    const done = await findDone(ctx, input.id)
    if (done) return compare(ctx, done.review, done.found)
    const { review, found, staffId } = await lockBlindReview(ctx, input.id)
    if (review.readerId !== staffId) return refuse('stale', {})
    if (input.outcome === 'escalated') return refuse('not-allowed', {})
    const reasons = chooseReasons(ctx, input, 'review').map(({ code }) => code)
    const said = input.note?.trim()
    const note = said ? seal(openCaseKey(ctx, found), Buffer.from(said), `blind-reviews/${review.id}`, ctx.random) : null
    const [kept] = await ctx.db
      .update(blindReviews)
      .set({ outcome: input.outcome, reasons, note, doneAt: ctx.now() })
      .where(eq(blindReviews.id, review.id))
      .returning()
    if (!kept) throw new Error('update returned no row')
    const compared = await compare(ctx, kept, found)
    await appendAudit(ctx, found.id, 'blind-review.done', {
      ...{ review: review.id, verdict: review.verdictId, outcome: input.outcome, reasons, agrees: compared.agrees },
      note: said ? commit(commitmentSalt(ctx, found), 'note/blind-review', said) : null,
    })
    return compared
  })
}

/** Hands a disagreement to the admins, with a note (`note-needed`), once. What follows is up to them: nothing happens by itself. */
export async function raiseBlindReview(ctx: Ctx, input: { id: string; note: string }): Promise<Compared> {
  return transact(ctx, async ctx => {
    const done = await findDone(ctx, input.id)
    if (!done) return refuse('not-found', { what: 'case' })
    const { review, found } = done
    const compared = await compare(ctx, review, found)
    if (review.raisedAt) return compared
    const said = input.note.trim().slice(0, 1000)
    if (compared.agrees || found.sealedKey === null) return refuse('not-allowed', {})
    if (said === '') return refuse('note-needed', {})
    const raisedNote = seal(openCaseKey(ctx, found), Buffer.from(said), `blind-reviews/${review.id}/raised`, ctx.random)
    await ctx.db.update(blindReviews).set({ raisedAt: ctx.now(), raisedNote }).where(eq(blindReviews.id, review.id))
    const note = commit(commitmentSalt(ctx, found), 'note/blind-review-raised', said)
    await appendAudit(ctx, found.id, 'blind-review.raised', { review: review.id, note })
    await tellAdmins(ctx, 'blind-raised', { reviewId: review.id }, found.id)
    return { ...compared, raised: true }
  })
}

/** The actor's own finished review, locked. */
async function findDone(ctx: Ctx, id: string): Promise<{ review: BlindReview; found: Case } | undefined> {
  const [row] = await ctx.db
    .select({ review: blindReviews, found: cases })
    .from(blindReviews)
    .innerJoin(cases, eq(cases.id, blindReviews.caseId))
    .where(sql`${blindReviews.id}::text = ${id}`)
    .for('update', { of: blindReviews })
  const isOwn = ctx.actor.kind === 'staff' && row?.review.readerId === ctx.actor.staffId
  return row?.review.doneAt && isOwn ? row : undefined
}

async function compare(ctx: Ctx, review: BlindReview, { code }: Case): Promise<Compared> {
  const [verdict] = await ctx.db.select().from(verdicts).where(eq(verdicts.id, review.verdictId))
  if (!verdict) throw new Error('a blind review without its verdict')
  const { outcome, reasons } = verdict
  return { code, outcome, reasons, agrees: agree(outcome, review.outcome), raised: review.raisedAt !== null }
}
