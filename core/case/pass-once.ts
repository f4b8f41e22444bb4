import { and, asc, eq, gt, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { cases } from '../../db/schema/cases.ts'
import { settings } from '../../db/schema/desk.ts'
import type { Ctx } from '../context.ts'
import { describeError } from '../database-errors.ts'

interface Pass {
  /** in the settings: how far it has come, the last case that was looked at, or that none is left */
  key: string
  /** how many cases a round */
  batch: number
  /** which cases are looked at; all without it */
  where?: SQL | undefined
  /** what the log says of a case that could not be done */
  failed: string
  /** True when something was done. */
  work(ctx: Ctx, caseId: string): Promise<boolean>
}

const progressSchema = z.object({ upTo: z.uuid().optional(), done: z.boolean().optional() })

/**
 * Brings cases of earlier versions up to now, a few a round, each once; once the end is reached nothing is looked for any more. One that
 * fails is logged and passed over. Returns with how many something was done.
 */
export async function passOnce(ctx: Ctx, { key, batch, where, failed, work }: Pass): Promise<number> {
  const [row] = await ctx.db.select().from(settings).where(eq(settings.key, key))
  const { upTo, done } = progressSchema.parse(row?.value ?? {})
  if (done) return 0
  const rows = await ctx.db
    .select({ id: cases.id, code: cases.code })
    .from(cases)
    .where(and(where, upTo === undefined ? undefined : gt(cases.id, upTo)))
    .orderBy(asc(cases.id))
    .limit(batch)
  let worked = 0
  for (const { id, code } of rows) {
    try {
      if (await work(ctx, id)) worked++
    } catch (error) {
      ctx.log.warn({ code, error: describeError(error) }, failed)
    }
  }
  const value = rows.length < batch ? { done: true } : { upTo: rows.at(-1)?.id }
  await ctx.db.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } })
  return worked
}
