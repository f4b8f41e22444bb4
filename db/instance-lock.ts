import { join } from 'node:path'
import { LockHeld, type ProcessLock, takeLock } from './process-lock.ts'

/** Another instance runs on this data directory: `pid`, and `url` where it can be reached. */
export class InstanceRunning extends Error {
  readonly pid: number
  readonly url: string

  constructor(pid: number, url: string) {
    super(`another instance (process ${pid}) already runs on this data directory, at ${url}`)
    this.pid = pid
    this.url = url
    this.name = 'InstanceRunning'
  }
}

/** One instance of the product for one data directory. Throws `InstanceRunning`; a killed instance holds nothing. */
export async function takeInstanceLock(dataDir: string, info: { url: string }): Promise<ProcessLock> {
  try {
    return await takeLock(join(dataDir, 'instance'), info.url, 0)
  } catch (error) {
    if (error instanceof LockHeld) throw new InstanceRunning(error.pid, error.held)
    throw error
  }
}
