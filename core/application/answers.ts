import { and, eq } from 'drizzle-orm'
import { answers, cases, consents } from '../../db/schema.ts'
import { appendAudit } from '../audit/append.ts'
import { commit, commitmentSalt } from '../audit/commitment.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { seal, unseal } from '../vault/seal.ts'
import { type Field, findPosition, type Position } from './steps.ts'

export interface Answer {
  value: string
  confirmed: boolean
}

/** What the applicant has said so far, opened, and where the form stands. */
export interface Application {
  found: Case
  answers: ReadonlyMap<string, Answer>
  consents: ReadonlyMap<string, boolean>
  position: Position
}

const place = (caseId: string, field: string) => `answers/${caseId}/${field}`

export async function readApplication(ctx: Ctx, found: Case): Promise<Application> {
  const key = openCaseKey(ctx, found)
  const rows = await ctx.db.select().from(answers).where(eq(answers.caseId, found.id))
  const given = await ctx.db.select().from(consents).where(eq(consents.caseId, found.id))
  const opened = new Map(
    rows.map(row => [
      row.field,
      { value: unseal(key, row.value, place(found.id, row.field)).toString(), confirmed: row.confirmed },
    ]),
  )
  const confirmed = new Set(rows.filter(row => row.confirmed).map(row => row.field))
  return {
    found,
    answers: opened,
    consents: new Map(given.map(row => [row.kind, row.given])),
    position: findPosition(confirmed, new Set(given.map(row => row.kind))),
  }
}

/** Where the form stands, without opening anything. */
export async function readPosition(ctx: Ctx, caseId: string): Promise<Position> {
  const rows = await ctx.db
    .select({ field: answers.field })
    .from(answers)
    .where(and(eq(answers.caseId, caseId), eq(answers.confirmed, true)))
  const given = await ctx.db.select({ kind: consents.kind }).from(consents).where(eq(consents.caseId, caseId))
  return findPosition(new Set(rows.map(row => row.field)), new Set(given.map(row => row.kind)))
}

/**
 * Keeps one answer, sealed, and writes to the trail that it was given, with commitments to what stood there before and stands there
 * now. Device and term also stand on the case, since offers and policy read them. `more`: what else the trail is to say, not personal.
 */
export async function keepAnswer(
  ctx: Ctx,
  found: Case,
  field: Field,
  value: string,
  more: Record<string, unknown> = {},
): Promise<void> {
  const before = await readAnswer(ctx, found, field)
  const sealed = seal(openCaseKey(ctx, found), Buffer.from(value), place(found.id, field), ctx.random)
  const row = { value: sealed, confirmed: true, answeredAt: ctx.now() }
  await ctx.db
    .insert(answers)
    .values({ caseId: found.id, field, ...row })
    .onConflictDoUpdate({ target: [answers.caseId, answers.field], set: row })
  if (field === 'device') await ctx.db.update(cases).set({ deviceId: value }).where(eq(cases.id, found.id))
  if (field === 'term')
    await ctx.db
      .update(cases)
      .set({ termMonths: Number(value) })
      .where(eq(cases.id, found.id))
  const salt = commitmentSalt(ctx, found)
  const values = { before: commit(salt, field, before), after: commit(salt, field, value) }
  await appendAudit(ctx, found.id, 'application.answered', { field, ...values, ...more })
}

async function readAnswer(ctx: Ctx, found: Case, field: Field): Promise<string | null> {
  const [row] = await ctx.db
    .select({ value: answers.value })
    .from(answers)
    .where(and(eq(answers.caseId, found.id), eq(answers.field, field)))
  return row ? unseal(openCaseKey(ctx, found), row.value, place(found.id, field)).toString() : null
}

/** The answer stays known, but the question is asked again. */
export async function unconfirm(ctx: Ctx, caseId: string, field: Field): Promise<void> {
  await ctx.db
    .update(answers)
    .set({ confirmed: false })
    .where(and(eq(answers.caseId, caseId), eq(answers.field, field)))
  await appendAudit(ctx, caseId, 'application.reopened', { field })
}
