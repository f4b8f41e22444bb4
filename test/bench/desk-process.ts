import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface DeskProcess {
  /** from the spawn to the line that says ready */
  readySeconds: number
  residentMegabytes(): { node: number; postgres: number }
  stop(): Promise<void>
}

/** What `npm start` runs, with an environment that leaves everything at its default but the data directory and the port. */
export async function startDesk(dataDir: string): Promise<DeskProcess> {
  const started = performance.now()
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', DATA_DIR: dataDir, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { pid, stdout, stderr } = child
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()))
  let said = ''
  stderr.on('data', chunk => {
    said += chunk
  })
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: stdout }).on('line', line => {
      said += `${line}\n`
      if (/→ https?:/.test(line)) resolve()
    })
    void exited.then(() => reject(new Error(`the desk ended before it was ready:\n${said}`)))
  })
  return {
    readySeconds: (performance.now() - started) / 1000,
    residentMegabytes: () => residentMegabytes(pid ?? 0),
    async stop() {
      child.kill('SIGTERM')
      await exited
    },
  }
}

/** The desk and everything under it, PostgreSQL with its guard counted apart. */
function residentMegabytes(root: number): { node: number; postgres: number } {
  const listed = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,comm='], { encoding: 'utf8' }).trim().split('\n')
  const processes = listed
    .map(line => line.trim().split(/\s+/))
    .map(([pid, parent, rss, name]) => ({ pid: Number(pid), parent: Number(parent), rss: Number(rss), name }))
  const sizes = { node: 0, postgres: 0 }
  const add = (pid: number): void => {
    for (const process of processes) {
      if (process.parent === pid) add(process.pid)
      if (process.pid !== pid) continue
      // PostgreSQL's processes share most of their memory, which would be counted six times.
      if (process.name === 'postgres' || process.name === 'sh') sizes.postgres += proportional(pid) ?? process.rss
      else sizes.node += process.rss
    }
  }
  add(root)
  return { node: sizes.node / 1024, postgres: sizes.postgres / 1024 }
}

/** In kB, where Linux tells: memory shared by n processes counts a n-th for each. */
function proportional(pid: number): number | undefined {
  try {
    const found = /^Pss:\s+(\d+) kB/m.exec(readFileSync(join('/proc', String(pid), 'smaps_rollup'), 'utf8'))
    return found ? Number(found[1]) : undefined
  } catch {
    return undefined
  }
}
