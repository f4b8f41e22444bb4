import { Worker } from 'node:worker_threads'
import type { Update } from '@grammyjs/types'
import { webhookPath, webhookSecret } from './answer-updates.ts'

/** How many deliveries are under way at a time. */
const sideBySide = 8

export interface Served {
  url: string
  stop(): Promise<void>
}

/** Starts a module that serves a webhook on a thread of its own and says its port. */
export async function serveOnThread(module: URL, workerData: object): Promise<Served> {
  const worker = new Worker(module, { workerData })
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  return {
    url: `http://127.0.0.1:${port}${webhookPath}`,
    async stop() {
      const ended = new Promise(resolve => worker.once('exit', resolve))
      worker.postMessage('stop')
      await ended
    },
  }
}

export interface Load {
  perSecond: number
  /** milliseconds of each delivery, from the request to its answer */
  took: number[]
}

/** Delivers the updates, some side by side, as Telegram does; each is answered with 200 once the reply has been sent. */
export async function deliverAll({ url }: Served, updates: readonly Update[]): Promise<Load> {
  const waiting = [...updates]
  const took: number[] = []
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': webhookSecret }
  const started = performance.now()
  const lines = Array.from({ length: sideBySide }, async () => {
    for (let update = waiting.pop(); update; update = waiting.pop()) {
      const from = performance.now()
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(update) })
      await response.text()
      if (response.status !== 200) throw new Error(`a delivery was answered with ${response.status}`)
      took.push(performance.now() - from)
    }
  })
  await Promise.all(lines)
  return { perSecond: (updates.length / (performance.now() - started)) * 1000, took }
}
