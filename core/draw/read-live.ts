import { asc, eq } from 'drizzle-orm'
import { calls } from '../../db/schema/calls.ts'
import { helpCalls, virtualCameras } from '../../db/schema/draws.ts'
import { readHandover } from '../call/hand-over-call.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { nameOfProgram } from '../environment/virtual-cameras.ts'
import { type Prompt, readPrompt } from './show-prompt.ts'
import { findLastCode } from './spoken-code.ts'

/** How things stand in the call beside its checks: for the reviewer who holds it. */
export interface Live {
  /** sent: codes so far; left: how many more may be sent; triesLeft: of the one that is open */
  code: { sent: number; left: number; triesLeft: number; expiresAt?: Date }
  prompt?: Prompt
  virtualCameras: string[]
  /** when the applicant asked for help in silence, the newest last */
  help: { at: Date; seen: boolean }[]
  /** what the reviewer before wrote, where the call was handed over */
  handed?: { note: string; by: string }
  /** how many calls this booking had: more than one where it broke off and began again */
  calls: number
}

export async function readLive(ctx: Ctx, found: Case, bookingId: string): Promise<Live> {
  const code = await findLastCode(ctx, bookingId)
  const isOpen = code !== undefined && code.endedAt === null && code.expiresAt > ctx.now()
  const sent = code?.number ?? 0
  const prompt = await readPrompt(ctx, bookingId)
  const cameras = await ctx.db
    .select({ product: virtualCameras.product })
    .from(virtualCameras)
    .where(eq(virtualCameras.bookingId, bookingId))
    .orderBy(asc(virtualCameras.at))
  const help = await ctx.db
    .select({ at: helpCalls.at, seenAt: helpCalls.seenAt })
    .from(helpCalls)
    .where(eq(helpCalls.bookingId, bookingId))
    .orderBy(asc(helpCalls.at))
  const handed = await readHandover(ctx, found, bookingId)
  return {
    code: {
      sent,
      left: Math.max(0, ctx.policy.codesPerCall - sent),
      triesLeft: isOpen ? Math.max(0, ctx.policy.codeTries - code.tries) : 0,
      ...(isOpen ? { expiresAt: code.expiresAt } : {}),
    },
    ...(prompt ? { prompt } : {}),
    virtualCameras: cameras.map(({ product }) => nameOfProgram(product)),
    help: help.map(({ at, seenAt }) => ({ at, seen: seenAt !== null })),
    ...(handed ? { handed } : {}),
    calls: await ctx.db.$count(calls, eq(calls.bookingId, bookingId)),
  }
}
