import { and, eq } from 'drizzle-orm'
import { captures } from '../../db/schema/captures.ts'
import { files } from '../../db/schema/cases.ts'
import { readApplication } from '../application/answers.ts'
import { findStep } from '../application/steps.ts'
import { appendAudit } from '../audit/append.ts'
import { type Booking, findLatestBooking } from '../booking/load.ts'
import { type Ctx, transact } from '../context.ts'
import { blindFields, isBlind, isShownToBlind } from '../identity/blind.ts'
import { refuse } from '../refusal.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { unseal } from '../vault/seal.ts'
import { keptFiles, readClosed, refuseStrangers } from './dossier.ts'
import { readCase } from './load.ts'

/** One answer whole, for the same people as the dossier. That it was opened, by whom and when stands in the trail; the value does not. */
export async function revealField(ctx: Ctx, input: { code: string; field: string }): Promise<string> {
  return transact(ctx, async ctx => {
    const found = await readCase(ctx, { code: input.code })
    const booking = await findLatestBooking(ctx, found.id)
    const mine = await refuseStrangers(ctx, found, booking)
    const step = findStep(ctx.form, input.field)?.step
    if (!step || step.aside) return refuse('not-found', { what: 'file' })
    if (blindFields.includes(step.field) && (await isBlind(ctx, found, booking))) return refuse('entry-first', {})
    if ((await readClosed(ctx, found, booking, mine)).has(step.field)) return refuse('answer-closed', {})
    const { answers } = await readApplication(ctx, found)
    const answer = answers.get(step.field)
    if (!answer) return refuse('not-found', { what: 'file' })
    await appendAudit(ctx, found.id, 'field.opened', { field: step.field })
    return answer.value
  })
}

/** One picture of a case, opened; for the same people as the dossier, and audited. */
export async function readPhoto(
  ctx: Ctx,
  input: { code: string; fileId: string },
): Promise<{ kind: string; mime: string; bytes: Buffer }> {
  return transact(ctx, async ctx => {
    const found = await readCase(ctx, { code: input.code })
    const booking = await findLatestBooking(ctx, found.id)
    await refuseStrangers(ctx, found, booking)
    const [file] = await ctx.db
      .select()
      .from(files)
      .where(and(keptFiles(found.id), eq(files.id, input.fileId)))
    if (!file) return refuse('not-found', { what: 'file' })
    if ((await isBlind(ctx, found, booking)) && !(await mayOpenBlind(ctx, file, booking))) return refuse('entry-first', {})
    const bytes = unseal(openCaseKey(ctx, found), await ctx.files.get(file.id), `files/${file.id}`)
    await appendAudit(ctx, found.id, 'file.opened', { file: file.id })
    return { kind: file.kind, mime: file.mime, bytes }
  })
}

/** Neither the applicant's photos nor somebody else's stills of the card, while name and number are still to be typed from it. */
async function mayOpenBlind(ctx: Ctx, file: { id: string }, booking: Booking | undefined): Promise<boolean> {
  const [capture] = await ctx.db.select().from(captures).where(eq(captures.id, file.id))
  return capture !== undefined && isShownToBlind(capture, booking)
}
