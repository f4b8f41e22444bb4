import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { processIdentity } from './process-identity.ts'

export interface ProcessLock {
  release(): Promise<void>
}

/** Thrown by `takeLock` when a living process holds the lock; `held` is what that process wrote into it. */
export class LockHeld extends Error {
  readonly pid: number
  readonly held: string

  constructor(pid: number, held: string) {
    super(`held by process ${pid}`)
    this.pid = pid
    this.held = held
    this.name = 'LockHeld'
  }
}

/**
 * A lock between processes that a dead holder, even a killed one, does not hold. Every contender puts a claim into the directory and
 * only then looks at the others: of two, one at least sees the other's, and who sees another living claim withdraws its own. So there
 * are never two holders, and nothing has to be taken away from anybody, which is where lock files go wrong.
 * Waits up to `waitMs` for a living holder, then throws `LockHeld`.
 */
export async function takeLock(directory: string, content: string, waitMs: number): Promise<ProcessLock> {
  await mkdir(directory, { recursive: true })
  const identity = processIdentity(process.pid)
  if (!identity) throw new Error('this process does not find itself in the list of processes')
  const name = `${identity}-${randomBytes(4).toString('hex')}`
  const claim = join(directory, name)
  const until = performance.now() + waitMs
  for (let attempt = 1; ; attempt += 1) {
    let rival = await livingRival(directory, name)
    if (!rival) {
      await writeFile(`${claim}.new`, content, { mode: 0o600 })
      await rename(`${claim}.new`, claim)
      rival = await livingRival(directory, name)
      if (!rival) return { release: () => rm(claim, { force: true }) }
      await rm(claim, { force: true })
    }
    // A few attempts even without waiting: the rival may be a contender that is withdrawing, as we are.
    if (attempt >= 5 && performance.now() > until) throw new LockHeld(rival.pid, rival.content)
    await pause(10 + Math.random() * 40)
  }
}

async function livingRival(directory: string, own: string): Promise<{ pid: number; content: string } | undefined> {
  for (const name of await readdir(directory)) {
    if (name === own || name.endsWith('.new')) continue
    const pid = Number.parseInt(name, 10)
    const identity = processIdentity(pid)
    const path = join(directory, name)
    if (identity && name.startsWith(`${identity}-`)) return { pid, content: await readFile(path, 'utf8').catch(() => '') }
    await rm(path, { force: true })
  }
  return undefined
}
