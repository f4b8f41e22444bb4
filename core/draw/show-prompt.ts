import { and, eq } from 'drizzle-orm'
import { prompts } from '../../db/schema/draws.ts'
import type { PromptKind } from '../../db/values.ts'
import { sendFrame } from '../call/frames.ts'
import type { Ctx } from '../context.ts'

/** As both pages show it. */
export interface Prompt {
  kind: PromptKind
  /** which movement */
  detail?: string
  /** until when the picture may be away for it. ISO 8601, desk time */
  until?: string
}

/** Both pages show it, and find it again after a reload; one at a time. */
export async function showPrompt(ctx: Ctx, bookingId: string, prompt: Prompt): Promise<void> {
  const { kind, detail, until } = prompt
  const row = { kind, detail: detail ?? null, until: until ? new Date(until) : null, at: ctx.now() }
  await ctx.db
    .insert(prompts)
    .values({ bookingId, ...row })
    .onConflictDoUpdate({ target: prompts.bookingId, set: row })
  await sendFrame(ctx, { bookingId, to: 'both', down: { type: 'prompt', prompt } })
}

/** Nothing is asked any more; `only`: unless it is something else. */
export async function clearPrompt(ctx: Ctx, bookingId: string, only?: PromptKind): Promise<void> {
  const which = and(eq(prompts.bookingId, bookingId), only ? eq(prompts.kind, only) : undefined)
  const gone = await ctx.db.delete(prompts).where(which).returning()
  if (gone.length > 0) await sendFrame(ctx, { bookingId, to: 'both', down: { type: 'prompt', prompt: null } })
}

/** What is asked at this moment; a code's wait that is over is none. */
export async function readPrompt(ctx: Ctx, bookingId: string): Promise<Prompt | undefined> {
  const [row] = await ctx.db.select().from(prompts).where(eq(prompts.bookingId, bookingId))
  if (!row || (row.until && row.until <= ctx.now())) return undefined
  const { kind, detail, until } = row
  return { kind, ...(detail ? { detail } : {}), ...(until ? { until: until.toISOString() } : {}) }
}
