import { and, eq, like, ne } from 'drizzle-orm'
import { files } from '../../db/schema/cases.ts'
import { commit, commitmentSalt } from '../audit/commitment.ts'
import { type Ctx, transact } from '../context.ts'
import { erasedFile } from '../desk/retention.ts'
import { newId } from '../ids.ts'
import { fingerprintPlace } from '../lookup/collect.ts'
import { fileHash } from '../lookup/hash.ts'
import { refuse } from '../refusal.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { openLookupKey } from '../vault/lookup-key.ts'
import { seal } from '../vault/seal.ts'
import { type Application, keepAnswers, readApplication, standing } from './answers.ts'
import type { CleanPhoto } from './clean-photo.ts'
import { compareCorrected, lockForm } from './correct.ts'

/**
 * Answers a photo question with a picture that `cleanPhoto` let through. The bytes are sealed and durable before the row that
 * names them commits; a picture whose transaction failed is only an unreadable orphan. `stale` when no photo is asked for,
 * `answer-invalid` for the very picture of the card's other side.
 */
export async function attachPhoto(ctx: Ctx, input: { caseId: string; photo: CleanPhoto }): Promise<Application> {
  return transact(ctx, async ctx => {
    const found = await lockForm(ctx, input.caseId)
    const application = await readApplication(ctx, found)
    const { position } = application
    if (position.at !== 'question' || position.step.kind !== 'photo') return refuse('stale', {})
    const { field, file: kind } = position.step
    const { photo } = input
    if (!photo.ok) return refuse('answer-invalid', { field, problem: photo.problem })
    const sha256 = fileHash(await openLookupKey(ctx), photo.sha256)
    if (await isOtherSide(ctx, found.id, kind, sha256)) return refuse('answer-invalid', { field, problem: 'same-picture' })
    const id = newId(ctx)
    const key = openCaseKey(ctx, found)
    await ctx.files.put(id, seal(key, photo.bytes, `files/${id}`, ctx.random))
    const marks = {
      sha256,
      fingerprint: photo.fingerprint ? seal(key, photo.fingerprint, fingerprintPlace(id), ctx.random) : null,
    }
    const { mime, bytes } = photo
    // the one that this one takes the place of
    await ctx.db
      .update(files)
      .set(erasedFile)
      .where(and(eq(files.caseId, found.id), eq(files.kind, kind)))
    await ctx.db.insert(files).values({ id, caseId: found.id, kind, mime, size: bytes.length, createdAt: ctx.now(), ...marks })
    const content = commit(commitmentSalt(ctx, found), 'content', photo.sha256)
    await keepAnswers(ctx, found, { [field]: id }, { said: application.said, more: { file: id, content } })
    const answers = new Map(application.answers).set(field, { value: id, confirmed: true })
    return compareCorrected(ctx, standing(ctx, found, answers, application.consents))
  })
}

/** Whether the same bytes are kept as another side of the card. Two sides that only look alike are evidence (core/flag/raise.ts). */
async function isOtherSide(ctx: Ctx, caseId: string, kind: string, sha256: string): Promise<boolean> {
  const other = and(like(files.kind, 'card-%'), ne(files.kind, kind))
  return (await ctx.db.$count(files, and(eq(files.caseId, caseId), other, eq(files.sha256, sha256)))) > 0
}
