import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const peers = ['graphile-worker', 'pg-boss with notify', 'pg-boss polling'] as const
export type Peer = (typeof peers)[number]

export interface Peers {
  /** of the Node that they run on */
  node: string
  /** Queues a job whose request carries the mark; resolves with the moment of its commit, in milliseconds of the epoch. */
  queue(peer: Peer, mark: string): Promise<number>
  stop(): Promise<void>
}

const source = fileURLToPath(new URL('./peers', import.meta.url))
/** Beside what is built, where a build leaves it alone. */
const installed = 'dist/.peers'

/** A process of their own, on a Node that they run on: installed from their lock file at the first time, so that needs the registry. */
export async function startPeers(databaseUrl: string, root: string): Promise<Peers> {
  mkdirSync(installed, { recursive: true })
  cpSync(source, installed, { recursive: true })
  if (!existsSync(join(installed, 'node_modules/pg-boss')))
    await promisify(execFile)('npm', ['ci', '--no-audit', '--no-fund'], { cwd: installed })
  const child = spawn('npx', ['-y', 'node@22', 'peers.mjs', databaseUrl, root], {
    cwd: installed,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const read = async (): Promise<{ node?: string; committed?: number }> => {
    const { value, done } = await lines.next()
    if (done) throw new Error('the process of the peers has ended')
    return JSON.parse(value)
  }
  const { node = 'unknown' } = await read()
  return {
    node,
    async queue(peer, mark) {
      child.stdin.write(`${JSON.stringify({ peer, mark })}\n`)
      return (await read()).committed ?? Number.NaN
    },
    async stop() {
      child.stdin.end()
      await exited
    },
  }
}
