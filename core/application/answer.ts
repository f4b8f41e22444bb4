import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { devices } from '../../db/schema.ts'
import { type Case, lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { type Application, keepAnswer, readApplication, readPosition, unconfirm } from './answers.ts'
import { normaliseText } from './normalise.ts'
import { parseAnswer } from './parse-answer.ts'
import type { Step } from './steps.ts'

/** The office's local date: ages are counted by it. */
export function today(ctx: Ctx): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(ctx.now().getTime()).toZonedDateTimeISO(ctx.officeTimeZone).toPlainDate()
}

/**
 * Answers the question that stands open. `field`: the question that the applicant saw; when it is no longer the open one nothing
 * changes (`stale`), so a late button or a second delivery does no harm. Bad input: `answer-invalid` with a problem code.
 */
export async function answerQuestion(ctx: Ctx, input: { caseId: string; field: string; text: string }): Promise<Application> {
  return transact(ctx, async ctx => {
    const found = await lockDraft(ctx, input.caseId)
    const position = await readPosition(ctx, found.id)
    if (position.at !== 'question' || position.step.field !== input.field) return refuse('stale', {})
    const value = await parseFor(ctx, found, position.step, input.text)
    await keepAnswer(ctx, found, position.step.field, value)
    if (position.step.field === 'device') await recheckTerm(ctx, found, value)
    return readApplication(ctx, await lockDraft(ctx, found.id))
  })
}

/** The case as a draft, locked; refused as `stale` when it is submitted already. */
export async function lockDraft(ctx: Ctx, caseId: string): Promise<Case> {
  const found = await lockCase(ctx, { id: caseId })
  if (found.state !== 'draft') return refuse('stale', { state: found.state })
  return found
}

async function parseFor(ctx: Ctx, found: Case, step: Step, text: string): Promise<string> {
  if (step.kind === 'photo') return refuse('answer-invalid', { field: step.field, problem: 'photo-wanted' })
  if (step.kind === 'choice') return step.field === 'device' ? chooseDevice(ctx, text) : chooseTerm(ctx, found, text)
  const parsed = parseAnswer(step.field, text, today(ctx))
  if (parsed.ok) return parsed.value
  const { problem, limit } = parsed
  return refuse('answer-invalid', { field: step.field, problem, ...(limit === undefined ? {} : { limit }) })
}

async function chooseDevice(ctx: Ctx, text: string): Promise<string> {
  const offered = await ctx.db.select().from(devices).where(eq(devices.active, true))
  const chosen = offered.find(device => [device.id, device.nameZh, device.nameEn].some(name => plain(name) === plain(text)))
  return chosen?.id ?? refuse('answer-invalid', { field: 'device', problem: 'choice' })
}

/** A name however it was typed: width, case and spaces make no difference. */
const plain = (name: string) => normaliseText(name).toLowerCase().replaceAll(' ', '')

async function chooseTerm(ctx: Ctx, found: Case, text: string): Promise<string> {
  const [device] = await ctx.db
    .select()
    .from(devices)
    .where(eq(devices.id, found.deviceId ?? ''))
  const wanted = /^\D*(\d{1,3})\D*$/u.exec(text.normalize('NFKC'))?.[1]
  if (!device || wanted === undefined || !device.terms.includes(Number(wanted))) {
    return refuse('answer-invalid', { field: 'term', problem: 'choice' })
  }
  return String(Number(wanted))
}

/** Another device may not be had for the term chosen before: then the term is asked again. */
async function recheckTerm(ctx: Ctx, found: Case, deviceId: string): Promise<void> {
  const [device] = await ctx.db.select().from(devices).where(eq(devices.id, deviceId))
  if (found.termMonths !== null && !device?.terms.includes(found.termMonths)) await unconfirm(ctx, found.id, 'term')
}
