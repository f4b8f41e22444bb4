import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Case } from '../../core/case/load.ts'
import { type Ctx, transact } from '../../core/context.ts'
import { Refusal } from '../../core/refusal.ts'
import { audit } from '../../db/schema/audit.ts'
import { cases } from '../../db/schema/cases.ts'
import { messages } from '../../db/schema/messages.ts'
import type { CaseState } from '../../db/values.ts'

class Undone extends Error {}

interface Attempted {
  state: CaseState | undefined
  /** entries of the trail and messages */
  wrote: number
  refused: string | undefined
}

/** What the verb does to the case, and how often it wrote; nothing of it stays. */
export async function attempt(ctx: Ctx, caseId: string, verb: (ctx: Ctx, found: Case) => Promise<unknown>): Promise<Attempted> {
  let seen: Attempted | undefined
  const attempted = transact(ctx, async ctx => {
    const read = async () => (await ctx.db.select().from(cases).where(eq(cases.id, caseId)))[0]
    const written = async () => (await ctx.db.$count(audit)) + (await ctx.db.$count(messages))
    const [before, count] = [await read(), await written()]
    if (!before) throw new Error('no such case')
    const refused = await verb(ctx, before).then(
      () => undefined,
      (error: unknown) => (error instanceof Refusal ? String(error.code) : Promise.reject(error)),
    )
    seen = { state: (await read())?.state, wrote: (await written()) - count, refused }
    throw new Undone()
  })
  await expect(attempted).rejects.toBeInstanceOf(Undone)
  return seen ?? expect.unreachable()
}
