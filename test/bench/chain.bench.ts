import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { appendAudit } from '../../core/audit/append.ts'
import { verifyChain } from '../../core/audit/verify.ts'
import type { Ctx } from '../../core/context.ts'
import { transact } from '../../core/context.ts'
import { newId } from '../../core/ids.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { createTestDesk, job } from '../support/desk.ts'
import { type Emit, median } from './measurement.ts'

export const name = 'chain'

const length = 10_000
const rounds = 9
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/**
 * A chain of the audit trail verified from its first entry; against one query for all of it and SHA-256 over the same bytes, which is
 * what no verifier can do without. In turn.
 */
export async function run(emit: Emit): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mianshen-bench-'))
  const server = await startEmbedded({ dataDir, log })
  try {
    await migrate(server.url)
    const desk = await createTestDesk({ on: { url: server.url, drop: async () => undefined } })
    try {
      await measure(emit, desk.ctxFor(job))
    } finally {
      await desk.close()
    }
  } finally {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function measure(emit: Emit, ctx: Ctx): Promise<void> {
  const chain = newId(ctx)
  await transact(ctx, async ctx => {
    for (let number = 0; number < length; number++)
      await appendAudit(ctx, chain, 'application.answered', { field: `field${number % 20}`, before: null, after: 'a'.repeat(64) })
  })
  await ctx.db.execute(sql`vacuum analyze audit`)
  const spent: { verified: number[]; floor: number[] } = { verified: [], floor: [] }
  for (let round = 0; round < rounds; round++) {
    spent.verified.push(
      await timed(async () => {
        const report = await verifyChain(ctx, chain)
        if ('brokenAt' in report || report.entries !== length) throw new Error('the chain was not found whole')
      }),
    )
    spent.floor.push(await timed(() => hashAll(ctx, chain)))
  }
  emit({ name: `${name} of ${length} entries verified`, value: median(spent.verified), unit: 'ms', against: median(spent.floor) })
}

async function hashAll(ctx: Ctx, chain: string): Promise<void> {
  const rows = await ctx.db.execute<{ number: number; body: string; previous: string; hash: string }>(
    sql`select number, body, previous, hash from audit where chain = ${chain} order by number`,
  )
  const digest = (text: string) => createHash('sha256').update(text).digest('hex')
  const fit = rows.filter(({ number, body, previous, hash }) => digest(`${previous}\n${number}\n${body}`) === hash)
  if (fit.length !== length) throw new Error('a hash did not fit')
}

async function timed(act: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await act()
  return performance.now() - started
}
