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
import { makeReviewedCases } from './reviewed-cases.ts'

export const name = 'verdict'

const samples = 100
const warmUp = 20
/** Before each, so that what went before is over, and under the desk's own pace of 28 messages a second, three a verdict: itself, its receipt, the card. */
const betweenMs = 70
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/**
 * From the verdict's commit, acknowledged, to its request arriving at the messenger; against a bare NOTIFY in a transaction and a
 * thread that answers it with one HTTP request. Interleaved, on a durable database; the delivery worker is the one of Bree.
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
  try {
    await desk.addReviewer('Bench')
    const verdicts: number[] = []
    const floors: number[] = []
    // the sweeps of the jobs run on real time
    desk.at(new Date())
    const { reviewer, cases } = await makeReviewedCases(desk, warmUp + samples)
    for (const [round, { caseId, telegramId }] of cases.entries()) {
      await pause(betweenMs)
      const decided = await timed(messenger.arrived(`"chat_id":${telegramId}`), () =>
        decideCase(reviewer, { caseId, outcome: 'approved', reasons: [], idempotencyKey: `bench-${round}-${caseId}` }),
      )
      const mark = `floor-${round}-`
      await pause(betweenMs)
      const floor = await timed(messenger.arrived(mark), () =>
        desk.database.sql.begin(sql => sql`select pg_notify('floor', ${mark})`),
      )
      if (round < warmUp) continue
      verdicts.push(decided)
      floors.push(floor)
    }
    for (const share of [50, 99]) {
      emit({
        name: `${name} to messenger, p${share}`,
        value: percentile(verdicts, share),
        unit: 'ms',
        against: percentile(floors, share),
        bar: { of: 'ratio', most: 1.5 },
      })
    }
  } finally {
    await jobs.stop()
    await worker.terminate()
    messenger.close()
    await desk.close()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Milliseconds from the end of `act` to the arrival; nought when it arrived before its commit was acknowledged here. */
async function timed(arrival: Promise<number>, act: () => Promise<unknown>): Promise<number> {
  await act()
  const committed = performance.now()
  return Math.max(0, (await arrival) - committed)
}
