import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { audit } from '../../db/schema/audit.ts'
import { staff } from '../../db/schema/staff.ts'
import { readCase } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'
import { readWitness } from './list-chains.ts'
import { type ChainReport, verifyChain } from './verify.ts'

/** Who did it, by name where the desk still knows one. */
export type TrailActor = { kind: 'applicant' } | { kind: 'staff'; name: string } | { kind: 'job'; name: string }

export interface TrailEntry {
  number: number
  at: string
  actor: TrailActor
  action: string
  data: Record<string, unknown>
}

export interface Trail {
  report: ChainReport
  entries: TrailEntry[]
  page: number
  pages: number
}

/** One page of a chain, oldest entry first, and whether the whole of it verifies. For admins. `chain`: a case's code, or `desk`; page 0 is the last. */
export async function readTrail(ctx: Ctx, input: { chain: string; page: number; size: number }): Promise<Trail> {
  refuseUnlessAdmin(ctx)
  const { size } = input
  const chain = input.chain === 'desk' ? 'desk' : (await readCase(ctx, { code: input.chain })).id
  const witnessed = await readWitness(ctx, chain)
  const report = await verifyChain(ctx, chain, witnessed.get(chain))
  const pages = Math.max(1, Math.ceil((await ctx.db.$count(audit, eq(audit.chain, chain))) / size))
  const page = input.page < 1 ? pages : Math.min(input.page, pages)
  const rows = await ctx.db
    .select()
    .from(audit)
    .where(and(eq(audit.chain, chain), gt(audit.number, (page - 1) * size)))
    .orderBy(asc(audit.number))
    .limit(size)
  const names = await namesOf(
    ctx,
    rows.map(row => row.actor),
  )
  const entries = rows.map(({ number, at, actor, action, body }) => ({
    number,
    at: at.toISOString(),
    actor: actorIn(actor, names),
    action,
    data: dataIn(body),
  }))
  return { report, entries, page, pages }
}

/** The names of the members of staff among the actors. */
async function namesOf(ctx: Ctx, actors: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(actors.filter(actor => actor.startsWith('staff:')).map(actor => actor.slice('staff:'.length)))]
  if (ids.length === 0) return new Map()
  const rows = await ctx.db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function actorIn(actor: string, names: ReadonlyMap<string, string>): TrailActor {
  const [kind = '', id = ''] = actor.split(':')
  if (kind === 'staff') return { kind, name: names.get(id) ?? id.slice(0, 8) }
  return kind === 'applicant' ? { kind } : { kind: 'job', name: id }
}

/** What an entry says, as far as it can be read: a forged one may hold anything. */
export function dataIn(body: string): Record<string, unknown> {
  try {
    const { data }: { data?: unknown } = JSON.parse(body)
    return typeof data === 'object' && data !== null ? { ...data } : {}
  } catch {
    return {}
  }
}
