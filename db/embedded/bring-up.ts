import { readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { type Account, clusterName } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Home } from './cluster.ts'
import { type Guard, openGuard } from './guard.ts'
import { livingPostmaster, type Postmaster, readPostmaster } from './postmaster.ts'
import { boundLog, logSince, logSize } from './server-log.ts'
import { settings } from './settings.ts'

export interface Server {
  guard: Guard
  port: number
  /** false: a living server was taken over */
  started: boolean
}

export interface ServerInput {
  home: Home
  account: Account | undefined
  binaries: Binaries
  durable: boolean
}

const startTimeoutMs = 60_000

/** A server that answers, taken over or started, with a guard of ours. Call it under the start lock. */
export async function bringUp(input: ServerInput, preferredPort?: number): Promise<Server> {
  await boundLog(input.home.log)
  let failure: unknown
  // Another try is for a port that was taken meanwhile, and for shared memory that a killed server's children still hold.
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const command = [input.binaries.postgres, '-D', clusterName(input.home.cluster, input.account), ...settings(input.durable)]
    const guard = await openGuard(input.home, input.account, command)
    try {
      return await serverFor(guard, input, attempt < 2 ? preferredPort : undefined)
    } catch (error) {
      failure = error
      await guard.release()
      await pause(200 * 2 ** attempt)
    }
  }
  throw failure
}

async function serverFor(guard: Guard, { home }: ServerInput, preferredPort: number | undefined): Promise<Server> {
  await nobodyIsStopping(home)
  const living = await livingPostmaster(home.cluster)
  if (!living) return startServer(guard, home, preferredPort ?? (await freePort()))
  guard.join()
  const { port } = await untilReady(async () => {
    const state = await livingPostmaster(home.cluster)
    if (state?.pid !== living.pid) throw new Error('the server that was to be taken over has ended')
    return state
  })
  await answers(await serverUrl(home, port))
  return { guard, port, started: false }
}

async function startServer(guard: Guard, home: Home, port: number): Promise<Server> {
  const offset = await logSize(home.log)
  const stale = await readPostmaster(home.cluster)
  const pid = await guard.start(port)
  let gone = false
  void guard.serverGone.then(() => {
    gone = true
  })
  try {
    await untilReady(async () => {
      if (gone) throw new Error('the server has ended')
      const state = await readPostmaster(home.cluster)
      return state?.pid === pid && state.writtenMs !== stale?.writtenMs ? state : undefined
    })
  } catch (error) {
    throw new Error(`the embedded PostgreSQL did not start: ${(await logSince(home.log, offset)) || error}`, { cause: error })
  }
  return { guard, port, started: true }
}

/** `look` gives nothing while the server has written nothing yet, and throws when there is nothing to wait for. Recovery takes its time. */
async function untilReady(look: () => Promise<Postmaster | undefined>): Promise<Postmaster> {
  const until = performance.now() + startTimeoutMs
  for (;;) {
    const state = await look()
    if (state?.ready) return state
    if (performance.now() > until) throw new Error(`the server was not ready after ${startTimeoutMs / 1000} s`)
    await pause(10)
  }
}

/** A guard that is stopping the server leaves a mark meanwhile; one that was killed at it leaves it for good. */
async function nobodyIsStopping(home: Home): Promise<void> {
  const until = performance.now() + 4000
  for (;;) {
    const marks = (await readdir(home.path)).filter(name => name.startsWith('stopping-'))
    if (marks.length === 0) return
    if (performance.now() > until) for (const mark of marks) await rm(join(home.path, mark), { force: true })
    await pause(20)
  }
}

/** Our password on our port: nobody else's server answers to that. */
async function answers(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined })
  try {
    await sql`select 1`
  } catch (error) {
    throw new Error(`the embedded PostgreSQL runs but does not answer: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  } finally {
    await sql.end({ timeout: 1 })
  }
}

export async function serverUrl(home: Home, port: number): Promise<string> {
  const password = await readFile(home.password, 'utf8').catch(cause => {
    throw new Error(`the password of the embedded PostgreSQL is missing: ${home.password}`, { cause })
  })
  return `postgres://postgres:${password.trim()}@127.0.0.1:${port}/postgres`
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise(resolve => probe.close(resolve))
  if (!address || typeof address === 'string') throw new Error('no free port')
  return address.port
}
