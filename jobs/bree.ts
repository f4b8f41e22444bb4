import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Bree from 'bree'
import type { Log } from '../core/context.ts'
import { type JobData, waits, workers } from './context.ts'

const sweepEveryMs = 10_000
const stopDeadlineMs = 3_000
const longestRestartMs = 30_000

export interface Jobs {
  /** a round of the sweeps at once: the desk's clock was moved */
  sweepNow(): void
  stop(): Promise<void>
}

/** A worker is always compiled JavaScript: Node 20 starts no TypeScript in a thread. From source (tests) it is the built one. */
function workerPath(name: string): string {
  const beside = fileURLToPath(new URL(`./${name}.js`, import.meta.url))
  return existsSync(beside) ? beside : fileURLToPath(new URL(`../dist/jobs/${name}.js`, import.meta.url))
}

/** Starts the delivery worker and the sweeps. Bree keeps the rhythm and the threads; the database is the memory. */
export async function startJobs(data: JobData, log: Log): Promise<Jobs> {
  let stopping = false
  let failures = 0
  let sweepAgain = false
  const worker = { workerData: data }
  const bree = new Bree({
    root: false,
    logger: false,
    jobs: [
      { name: 'delivery', path: workerPath('delivery'), timeout: 0, worker },
      // started only when a sweep finds work for them
      { name: 'evidence', path: workerPath('evidence'), timeout: false, worker },
      { name: 'recording', path: workerPath('recording'), timeout: false, worker },
      { name: 'pictures', path: workerPath('pictures'), timeout: false, worker },
      { name: 'sweep', path: workerPath('sweep'), timeout: 0, interval: sweepEveryMs, worker },
    ],
    workerMessageHandler: ({ message }) => {
      const wanted = workers.find(name => message === waits(name))
      if (wanted && !stopping && !bree.workers.has(wanted)) void run(wanted)
    },
    // a clean stop calls this too
    errorHandler: (err, { name }) => {
      if (!stopping) log.error({ err, job: name }, 'a job failed')
    },
  })
  const run = (name: string) => bree.run(name).catch(err => log.error({ err, job: name }, 'a job did not start'))

  bree.on('worker deleted', name => {
    if (stopping) return
    if (name === 'sweep' && sweepAgain) {
      sweepAgain = false
      void run('sweep')
    }
    if (name !== 'delivery') return
    const wait = Math.min(longestRestartMs, 250 * 2 ** failures++)
    setTimeout(() => stopping || void run('delivery'), wait).unref()
  })
  await bree.start()
  return {
    sweepNow() {
      // a round that runs may have read the old time already
      if (bree.workers.has('sweep')) sweepAgain = true
      else void run('sweep')
    },
    async stop() {
      stopping = true
      const late = new Promise<void>(resolve => setTimeout(resolve, stopDeadlineMs).unref())
      await Promise.race([bree.stop(), late])
      await Promise.all([...bree.workers.values()].map(worker => worker.terminate()))
    },
  }
}
