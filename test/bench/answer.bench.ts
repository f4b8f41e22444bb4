import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Form } from '../../core/application/steps.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { createTestDesk } from '../support/desk.ts'
import { type Contestant, conversationAt, deskAt, floorOf, p99, race, rate, sentence } from './answer-contestants.ts'
import { botInfo } from './answer-updates.ts'
import { startFakeBotApi } from './fake-bot-api.ts'
import type { Emit } from './measurement.ts'
import { type Served, serveOnThread } from './webhook-load.ts'

export const name = 'answer'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** As many typed questions, all alike. */
const questions = 20
const stretched: Form = Array.from({ length: questions }, (_, index) => ({
  key: 'purpose',
  steps: [{ field: `answer${index + 1}`, words: 'purpose', kind: 'text', check: 'words', min: 4, max: 500 }],
}))

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
    const data = { ...workerData, databaseUrl: server.url, settings: desk.settings, apiRoot: messenger.root }
    const started = await serveOnThread(new URL(module, import.meta.url), data)
    served.push(started)
    return started
  }
  try {
    const floor = await floorOf(desk, await serve('./answer-floor-process.js', {}))
    const ownForm = await serve('./answer-desk-process.js', {})
    const first = await deskAt(desk, ownForm, { field: 'device', text: '青禾 手机 12 Pro' })
    const last = await deskAt(desk, ownForm, { field: 'usePlan', text: sentence })
    const longForm = await serve('./answer-desk-process.js', { form: stretched })
    const atFirst = await deskAt(desk, longForm, { field: 'answer1', text: sentence, form: stretched })
    const atLast = await deskAt(desk, longForm, { field: `answer${questions}`, text: sentence, form: stretched })
    const peer = await conversationAt(desk, await serve('./answer-conversation-process.js', { questions }), questions)
    await race([floor, first, last, atFirst, atLast, peer])
    report(emit, { floor, first, last, atFirst, atLast, peer })
  } finally {
    for (const one of served) await one.stop()
    messenger.close()
    await desk.close()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

function report(emit: Emit, entered: Record<'floor' | 'first' | 'last' | 'atFirst' | 'atLast' | 'peer', Contestant>): void {
  const { floor, first, last, atFirst, atLast, peer } = entered
  const against = (other: Contestant) => ({ unit: '/s', against: rate(other) })
  const bar = { of: 'ratio', least: 0.7 } as const
  emit({ name: 'answer, question 1', value: rate(first), ...against(floor), bar })
  emit({ name: 'answer, the last typed question', value: rate(last), ...against(floor), bar })
  emit({ name: 'answer, question 1, p99', value: p99(first), unit: 'ms', against: p99(floor) })
  emit({ name: 'answer, the last typed question, p99', value: p99(last), unit: 'ms', against: p99(floor) })
  const cost = (of: Contestant, than: Contestant) => ({ value: 1000 / rate(of), unit: 'ms', against: 1000 / rate(than) })
  const flat = { of: 'ratio', most: 1.25 } as const
  emit({ name: 'answer, cost of the last question against the first', ...cost(last, first), bar: flat })
  emit({ name: 'answer, the same with 20 questions', ...cost(atLast, atFirst), bar: flat })
  const thrice = { of: 'ratio', least: 3 } as const
  emit({ name: 'answer, question 20 against the conversations plugin', value: rate(atLast), ...against(peer), bar: thrice })
  // how far any answer through a webhook and one transaction can be ahead of it
  emit({ name: 'answer, the floor against the conversations plugin at question 20', value: rate(floor), ...against(peer) })
}
