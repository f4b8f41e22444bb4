import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { decideCase } from '../../core/verdict/decide.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { startJobs } from '../../jobs/bree.ts'
import { createTestDesk } from '../support/desk.ts'
import { startFakeBotApi } from './fake-bot-api.ts'
import { type Emit, percentile } from './measurement.ts'
import { type Peer, peers as peerNames, startPeers } from './peers.ts'
import { makeReviewedCases } from './reviewed-cases.ts'

export const name = 'verdict'

const samples = 100
const warmUp = 20
/** A queue that polls is asked in every so many-th round only: each time it takes seconds. */
const pollingEvery = 5
/** Before each, so that what went before is over, and under the desk's own pace of 28 messages a second, three a verdict: itself, its receipt, the card. */
const betweenMs = 70
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/**
 * From the verdict's commit, acknowledged, to its request arriving at the messenger; against a bare NOTIFY in a transaction and a
 * thread that answers it with one HTTP request, and against job queues whose handler makes one. Interleaved, on a durable database; the
 * delivery worker is the one of Bree, the queues run in a process of their own.
 */
export async function run(emit: Emit): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mianshen-bench-'))
  const server = await startEmbedded({ dataDir, log })
  await migrate(server.url)
  const desk = await createTestDesk({ on: { url: server.url, drop: async () => undefined } })
  const messenger = await startFakeBotApi()
  const worker = new Worker(fileURLToPath(new URL('./notify-floor.js', import.meta.url)), {
    workerData: { databaseUrl: server.url, root: messenger.root },
  })
  const jobs = await startJobs(
    { desk: desk.settings, bot: { token: '1:bench', apiRoot: messenger.root }, logLevel: 'error' },
    log,
  )
  const peers = await startPeers(server.url, messenger.root)
  try {
    await desk.addReviewer('Bench')
    // the sweeps of the jobs run on real time
    desk.at(new Date())
    const { reviewer, cases } = await makeReviewedCases(desk, warmUp + samples)
    const spent = new Map<'desk' | 'floor' | Peer, number[]>()
    const measure = async (what: 'desk' | 'floor' | Peer, round: number, mark: string, act: () => Promise<number>) => {
      await pause(betweenMs)
      const arrival = messenger.arrived(mark)
      const committed = await act()
      // nought when it arrived before its commit was acknowledged
      const ms = Math.max(0, performance.timeOrigin + (await arrival) - committed)
      if (round >= warmUp) spent.set(what, [...(spent.get(what) ?? []), ms])
    }
    for (const [round, { caseId, telegramId }] of cases.entries()) {
      await measure('desk', round, `"chat_id":${telegramId}`, async () => {
        await decideCase(reviewer, { caseId, outcome: 'approved', reasons: [], idempotencyKey: `bench-${round}-${caseId}` })
        return performance.timeOrigin + performance.now()
      })
      const mark = `floor-${round}-`
      await measure('floor', round, mark, async () => {
        await desk.database.sql.begin(sql => sql`select pg_notify('floor', ${mark})`)
        return performance.timeOrigin + performance.now()
      })
      for (const peer of peerNames) {
        if (peer === 'pg-boss polling' && round % pollingEvery > 0) continue
        await measure(peer, round, `${peer}-${round}-`, () => peers.queue(peer, `${peer}-${round}-`))
      }
    }
    report(emit, peers.node, (what, share) => percentile(spent.get(what) ?? [], share))
  } finally {
    await peers.stop()
    await jobs.stop()
    await worker.terminate()
    messenger.close()
    await desk.close()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

function report(emit: Emit, node: string, spent: (what: 'desk' | 'floor' | Peer, share: number) => number): void {
  for (const share of [50, 99]) {
    const bar = { of: 'ratio', most: 1.5 } as const
    const title = `${name} to messenger, p${share}`
    emit({ name: title, value: spent('desk', share), unit: 'ms', against: spent('floor', share), bar })
    for (const peer of peerNames) {
      const against = spent(peer, share)
      emit({ name: `${title}, against ${peer} on Node ${node}`, value: spent('desk', share), unit: 'ms', against })
    }
  }
  const best = Math.min(...peerNames.map(peer => spent(peer, 99)))
  const bar = { of: 'ratio', most: 1 } as const
  emit({ name: `${name} to messenger, p99, against the best of them`, value: spent('desk', 99), unit: 'ms', against: best, bar })
}
