import { spawnSync } from 'node:child_process'
import { readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'

export interface Postmaster {
  pid: number
  port: number
  ready: boolean
  /** when the file was last written; tells a new file from a stale one that happens to hold the same pid, as in containers */
  writtenMs: number
}

/** What `postmaster.pid` says; its lines are listed in PostgreSQL's `src/include/utils/pidfile.h`. */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const path = join(cluster, 'postmaster.pid')
  try {
    const [lines, { mtimeMs }] = [(await readFile(path, 'utf8')).split('\n'), await stat(path)]
    const pid = Number(lines[0])
    if (!Number.isInteger(pid) || pid <= 1) return undefined
    return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready', writtenMs: mtimeMs }
  } catch {
    return undefined
  }
}

/** The living server of this cluster; a file whose pid now is another program's is dropped, since PostgreSQL would believe it. */
export async function livingPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const found = await readPostmaster(cluster)
  if (!found || !isAlive(found.pid)) return undefined
  if (await standsIn(found.pid, cluster)) return found
  await unlink(join(cluster, 'postmaster.pid')).catch(() => undefined)
  return undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A PostgreSQL server stands in its cluster all its life. Where that cannot be seen, the program's name has to do. */
async function standsIn(pid: number, cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8', env: { PATH: '/usr/bin:/bin' } })
    return /postgres\s*$/.test(stdout ?? '')
  }
  try {
    const [there, here] = [await stat(`/proc/${pid}/cwd`), await stat(cluster)]
    return there.dev === here.dev && there.ino === here.ino
  } catch {
    return false
  }
}
