import { and, eq, inArray, sql } from 'drizzle-orm'
import { answers, cases, consents } from '../../db/schema/cases.ts'
import { appendAudit } from '../audit/append.ts'
import { commit, commitmentSalt } from '../audit/commitment.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { seal, unseal } from '../vault/seal.ts'
import { findPosition, type Position, type Said } from './steps.ts'

export interface Answer {
  value: string
  confirmed: boolean
}

/** What the applicant has said so far, and where the form stands. */
export interface Application {
  found: Case
  answers: ReadonlyMap<string, Answer>
  consents: ReadonlyMap<string, boolean>
  position: Position
  said: Said
}

const place = (caseId: string, field: string) => `answers/${caseId}/${field}`

export async function readApplication(ctx: Ctx, found: Case): Promise<Application> {
  const [said, given] = await Promise.all([
    ctx.db.select().from(answers).where(eq(answers.caseId, found.id)),
    ctx.db.select().from(consents).where(eq(consents.caseId, found.id)),
  ])
  return openApplication(ctx, found, said, given)
}

/** From the rows of a case. */
export function openApplication(
  ctx: Ctx,
  found: Case,
  said: readonly Pick<typeof answers.$inferSelect, 'field' | 'value' | 'confirmed'>[],
  given: readonly Pick<typeof consents.$inferSelect, 'kind' | 'given'>[],
): Application {
  const key = openCaseKey(ctx, found)
  const opened = said.map(row => {
    const open = () => unseal(key, row.value, place(found.id, row.field)).toString()
    return [row.field, openedWhenRead(open, row.confirmed)] as const
  })
  return standing(ctx, found, new Map(opened), new Map(given.map(row => [row.kind, row.given])))
}

/** One answered question looks at a few of the answers before it. */
function openedWhenRead(open: () => string, confirmed: boolean): Answer {
  let opened: string | undefined
  return {
    confirmed,
    get value() {
      opened ??= open()
      return opened
    },
  }
}

/** The same application after a change that is written already: nothing is read again. */
export function standing(
  ctx: Ctx,
  found: Case,
  answers: ReadonlyMap<string, Answer>,
  consents: ReadonlyMap<string, boolean>,
): Application {
  const said: Said = field => answers.get(field)?.value
  const isConfirmed = (field: string) => answers.get(field)?.confirmed ?? false
  const position = findPosition(ctx.form, said, isConfirmed, new Set(consents.keys()))
  return { found, answers, consents, position, said }
}

interface Keeping {
  /** what stood there before */
  said: Said
  /** false: known, but to be asked */
  confirmed?: boolean
  /** what else the trail is to say, not personal */
  more?: Readonly<Record<string, unknown>>
}

/**
 * Keeps answers, sealed, and writes to the trail that they were given, with commitments to what stood there before and stands there
 * now; the first of them names the entry. Device and term also stand on the case, since offers and policy read them.
 */
export async function keepAnswers(
  ctx: Ctx,
  found: Case,
  values: Readonly<Record<string, string>>,
  { said, confirmed = true, more = {} }: Keeping,
): Promise<Case> {
  const key = openCaseKey(ctx, found)
  const rows = Object.entries(values).map(([field, value]) => {
    const sealed = seal(key, Buffer.from(value), place(found.id, field), ctx.random)
    return { caseId: found.id, field, value: sealed, confirmed, answeredAt: ctx.now() }
  })
  if (rows.length === 0) return found
  const written = ctx.db
    .insert(answers)
    .values(rows)
    .onConflictDoUpdate({
      target: [answers.caseId, answers.field],
      set: { value: sql`excluded.value`, confirmed: sql`excluded.confirmed`, answeredAt: sql`excluded.answered_at` },
    })
  const salt = commitmentSalt(ctx, found)
  const [first, ...others] = Object.entries(values).map(([field, value]) => ({
    field,
    before: commit(salt, field, said(field) ?? null),
    after: commit(salt, field, value),
  }))
  const action = confirmed ? 'application.answered' : 'application.prefilled'
  const entry = { ...first, ...(others.length > 0 ? { also: others } : {}), ...more }
  const [, , kept] = await Promise.all([written, appendAudit(ctx, found.id, action, entry), keepOnCase(ctx, found, values)])
  return kept
}

async function keepOnCase(ctx: Ctx, found: Case, { device, term }: Readonly<Record<string, string>>): Promise<Case> {
  const kept = {
    ...(device === undefined ? {} : { deviceId: device }),
    ...(term === undefined ? {} : { termMonths: Number(term) }),
  }
  if (Object.keys(kept).length === 0) return found
  await ctx.db.update(cases).set(kept).where(eq(cases.id, found.id))
  return { ...found, ...kept }
}

/** Known answers that are still right. */
export async function confirmAnswers(ctx: Ctx, caseId: string, fields: readonly string[]): Promise<void> {
  await ctx.db
    .update(answers)
    .set({ confirmed: true })
    .where(and(eq(answers.caseId, caseId), inArray(answers.field, [...fields])))
  const [field, ...also] = fields
  await appendAudit(ctx, caseId, 'application.answered', { field, kept: true, ...(also.length > 0 ? { also } : {}) })
}

/** The answers stay known, but their questions are asked again. */
export async function unconfirm(ctx: Ctx, caseId: string, fields: readonly string[]): Promise<void> {
  await ctx.db
    .update(answers)
    .set({ confirmed: false })
    .where(and(eq(answers.caseId, caseId), inArray(answers.field, [...fields])))
  const [field, ...also] = fields
  await appendAudit(ctx, caseId, 'application.reopened', { field, ...(also.length > 0 ? { also } : {}) })
}

/** The answers no longer hold. */
export async function forget(ctx: Ctx, caseId: string, fields: readonly string[]): Promise<void> {
  if (fields.length === 0) return
  await ctx.db.delete(answers).where(and(eq(answers.caseId, caseId), inArray(answers.field, [...fields])))
}
