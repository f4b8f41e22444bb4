import { and, eq, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import { cases, consents } from '../../db/schema/cases.ts'
import { locales } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import type { Case } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { dropDistances } from '../face/measure.ts'
import { refuse } from '../refusal.ts'
import { type ConsentKind, neededConsents } from './steps.ts'

/**
 * Takes a consent back, at any time, in every application of the person that is not erased; what it allowed ends now, what was done
 * under it stays lawful. Without face comparison a person compares by eye, without recording nothing is recorded. A needed consent
 * is not taken back by itself (`not-allowed`): without it the data has to go (core/person/erase.ts). Returns how many there were.
 */
export async function withdrawConsent(ctx: Ctx, input: { personId: string; kind: ConsentKind }): Promise<number> {
  return transact(ctx, async ctx => {
    const { kind } = input
    if (neededConsents.includes(kind)) return refuse('not-allowed', {})
    let taken = 0
    for (const { id } of await lockKept(ctx, input.personId)) {
      const changed = await ctx.db
        .update(consents)
        .set({ given: false, withdrawnAt: ctx.now() })
        .where(and(eq(consents.caseId, id), eq(consents.kind, kind), eq(consents.given, true)))
        .returning({ version: consents.version })
      if (kind === 'face' && changed.length > 0) await dropDistances(ctx, id)
      for (const { version } of changed) await appendAudit(ctx, id, 'consent.withdrawn', { kind, version })
      taken += changed.length
    }
    return taken
  })
}

const restoreInput = z.object({
  personId: z.string(),
  kind: z.string(),
  textHash: z.string().length(64),
  version: z.string(),
  locale: z.enum(locales),
})

/** Gives a consent again that was taken back or declined, to the text that is shown now. Returns in how many applications. */
export async function restoreConsent(ctx: Ctx, raw: z.input<typeof restoreInput>): Promise<number> {
  const { personId, kind, ...shown } = restoreInput.parse(raw)
  return transact(ctx, async ctx => {
    let given = 0
    for (const { id } of await lockKept(ctx, personId)) {
      const changed = await ctx.db
        .update(consents)
        .set({ given: true, withdrawnAt: null, at: ctx.now(), ...shown })
        .where(and(eq(consents.caseId, id), eq(consents.kind, kind), eq(consents.given, false)))
        .returning({ kind: consents.kind })
      if (changed.length > 0) await appendAudit(ctx, id, 'consent.recorded', { kind, given: true, again: true, ...shown })
      given += changed.length
    }
    return given
  })
}

/** The person's applications that still hold something, locked. */
async function lockKept(ctx: Ctx, personId: string): Promise<Case[]> {
  return ctx.db
    .select()
    .from(cases)
    .where(and(eq(cases.personId, personId), isNotNull(cases.sealedKey)))
    .orderBy(cases.id)
    .for('update')
}
