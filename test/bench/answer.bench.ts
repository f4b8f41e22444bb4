import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Update } from '@grammyjs/types'
import { and, eq, inArray } from 'drizzle-orm'
import { answerQuestion } from '../../core/application/answer.ts'
import { startApplication } from '../../core/case/start.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { answers } from '../../db/schema.ts'
import { answersOfTest, createTestDesk, type TestDesk } from '../support/desk.ts'
import { botInfo, textUpdate } from './answer-updates.ts'
import { startFakeBotApi } from './fake-bot-api.ts'
import { type Emit, median, percentile } from './measurement.ts'
import { deliverAll, type Load, type Served, serveOnThread } from './webhook-load.ts'

export const name = 'answer'

const rounds = 9
const warmUp = 2
/** each answers once a round */
const peoplePerRound = 100
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** One kind of delivery: a round of it, and how to begin the next where this one began. */
interface Contestant {
  served: Served
  updates(): Update[]
  reset(): Promise<unknown>
  loads: Load[]
}

/**
 * One answered question through the webhook: the update comes in over HTTP, everything about it is committed on a durable database,
 * the next question goes out to a Bot API on this machine, then the delivery is acknowledged. The rounds of all contestants are
 * interleaved. Typed answers: a picture costs its download and its cleaning.
 */
export async function run(emit: Emit): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mianshen-bench-'))
  const server = await startEmbedded({ dataDir, log })
  await migrate(server.url)
  const desk = await createTestDesk({ on: { url: server.url, drop: async () => undefined } })
  desk.at(new Date())
  const messenger = await startFakeBotApi({ getMe: botInfo })
  const served: Served[] = []
  const serve = async (module: string, workerData: object) => {
    const started = await serveOnThread(new URL(module, import.meta.url), { ...workerData, apiRoot: messenger.root })
    served.push(started)
    return started
  }
  try {
    const floor = await floorOf(desk, await serve('./answer-floor-process.js', { databaseUrl: server.url }))
    const deskServed = await serve('./answer-desk-process.js', { settings: desk.settings })
    const first = await deskAt(desk, deskServed, 'device', '青禾 手机 12 Pro')
    const last = await deskAt(desk, deskServed, 'usePlan', '我自己用，工作日带去公司')
    await race([floor, first, last])
    const bar = { of: 'ratio', least: 0.7 } as const
    emit({ name: 'answer, question 1', value: rate(first), unit: '/s', against: rate(floor), bar })
    emit({ name: 'answer, the last typed question', value: rate(last), unit: '/s', against: rate(floor), bar })
    for (const [at, contestant] of [
      ['question 1', first],
      ['the last typed question', last],
    ] as const)
      emit({ name: `answer, ${at}, p99`, value: p99(contestant), unit: 'ms', against: p99(floor) })
    emit({
      name: 'answer, the last against the first',
      value: 1000 / rate(last),
      unit: 'ms',
      against: 1000 / rate(first),
      bar: { of: 'ratio', most: 1.25 },
    })
  } finally {
    for (const one of served) await one.stop()
    messenger.close()
    await desk.close()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function race(contestants: readonly Contestant[]): Promise<void> {
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const contestant of contestants) {
      const load = await deliverAll(contestant.served, contestant.updates())
      if (round >= warmUp) contestant.loads.push(load)
      await contestant.reset()
    }
  }
}

const rate = ({ loads }: Contestant) => median(loads.map(load => load.perSecond))
const p99 = ({ loads }: Contestant) =>
  percentile(
    loads.flatMap(load => load.took),
    99,
  )

async function floorOf({ database: { sql } }: TestDesk, served: Served): Promise<Contestant> {
  await sql`create table floor_updates (id bigint primary key, at timestamptz not null default now())`
  await sql`create table floor_people (id bigint primary key, step int not null, answer text)`
  await sql`insert into floor_people select id, 0 from generate_series(1, ${peoplePerRound}) id`
  const updates = () => Array.from({ length: peoplePerRound }, (_, index) => textUpdate(index + 1, '我自己用，工作日带去公司'))
  return { served, updates, reset: async () => undefined, loads: [] }
}

/** People whose open question is `field`, everything before it answered; a reset takes that answer away again. */
async function deskAt(desk: TestDesk, served: Served, field: string, text: string): Promise<Contestant> {
  const ids: { caseId: string; telegramId: number }[] = []
  for (let made = 0; made < peoplePerRound; made++) {
    const { person, ctx } = await desk.newApplicant()
    const { found } = await startApplication(ctx, { personId: person.id })
    for (const [before, answer] of Object.entries(answersOfTest)) {
      if (before === field) break
      await answerQuestion(ctx, { caseId: found.id, field: before, text: answer })
    }
    ids.push({ caseId: found.id, telegramId: person.telegramId })
  }
  const caseIds = ids.map(({ caseId }) => caseId)
  const { db } = desk.ctxFor({ kind: 'job', name: 'bench' })
  return {
    served,
    updates: () => ids.map(({ telegramId }) => textUpdate(telegramId, text)),
    loads: [],
    reset: async () => {
      const theirs = and(inArray(answers.caseId, caseIds), eq(answers.field, field))
      const taken = await db.delete(answers).where(theirs).returning({ caseId: answers.caseId })
      if (taken.length !== peoplePerRound) throw new Error('not every answer was taken')
    },
  }
}
