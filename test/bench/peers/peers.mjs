import { createInterface } from 'node:readline'
import { Logger, run } from 'graphile-worker'
import { PgBoss } from 'pg-boss'

/**
 * Job queues on the same database. Each line it reads names a queue and a mark: a job is queued, the moment of its commit told, and its
 * handler makes one HTTP request that carries the mark.
 */
const [connectionString, root] = process.argv.slice(2)
const tell = what => process.stdout.write(`${JSON.stringify(what)}\n`)
const epochMs = () => performance.timeOrigin + performance.now()

const send = async mark => {
  const response = await fetch(`${root}/peer`, { method: 'POST', body: mark })
  await response.text()
}

async function startBoss(schema, notify) {
  const boss = new PgBoss({ connectionString, schema, useListenNotify: notify })
  boss.on('error', error => process.stderr.write(`${schema}: ${error}\n`))
  await boss.start()
  await boss.createQueue('send', { notify })
  await boss.work('send', async jobs => {
    for (const { data } of jobs) await send(data.mark)
  })
  return { queue: mark => boss.send('send', { mark }), stop: () => boss.stop({ graceful: false }) }
}

async function startGraphile() {
  const runner = await run({
    connectionString,
    concurrency: 10,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
    taskList: { send: ({ mark }) => send(mark) },
  })
  return { queue: mark => runner.addJob('send', { mark }), stop: () => runner.stop() }
}

const peers = {
  'graphile-worker': await startGraphile(),
  'pg-boss with notify': await startBoss('boss_notified', true),
  'pg-boss polling': await startBoss('boss_polling', false),
}

tell({ node: process.version })
for await (const line of createInterface({ input: process.stdin })) {
  const { peer, mark } = JSON.parse(line)
  await peers[peer].queue(mark)
  tell({ committed: epochMs() })
}
await Promise.all(Object.values(peers).map(({ stop }) => stop()))
process.exit()
