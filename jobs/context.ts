import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { type Desk, type DeskSettings, openDesk } from '../start/desk.ts'
import { createLog } from '../start/log.ts'

export interface JobData {
  desk: DeskSettings
  bot: { token: string; apiRoot: string | undefined }
  logLevel: string
}

export interface JobContext extends JobData {
  opened: Desk
  log: ReturnType<typeof createLog>
}

const wrapped = z.object({
  job: z.object({ worker: z.object({ workerData: z.custom<JobData>(data => typeof data === 'object') }) }),
})

/** Builds a worker thread's own context, in this one place. Bree hands the data over wrapped in its job. */
export async function openJobContext(name: string, { waitsForDisk = true } = {}): Promise<JobContext> {
  if (isMainThread) throw new Error('a job runs in a worker thread')
  const data = wrapped.parse(workerData).job.worker.workerData
  const log = createLog(data.logLevel, name)
  const opened = await openDesk({ ...data.desk, connections: 4, waitsForDisk }, log)
  return { ...data, opened, log }
}

/** Calls `stop` when Bree asks the worker to end; the last word to Bree is sent after it. */
export function onCancel(stop: () => Promise<void>): void {
  parentPort?.on('message', message => {
    if (message !== 'cancel') return
    stop().finally(() => parentPort?.postMessage('cancelled'))
  })
}

/** Workers that run only when there is something for them to do. */
export const workers = ['evidence', 'recording', 'pictures'] as const
type Worker = (typeof workers)[number]

/** What a sweep says to the process when one of them is wanted. */
export const waits = (worker: Worker): string => `${worker} waits`

export function sayWaits(worker: Worker): void {
  parentPort?.postMessage(waits(worker))
}

/** The last thing a worker says: Bree ends it at once. */
export function sayDone(): void {
  parentPort?.postMessage('done')
}
