import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import postgres from 'postgres'
import { until } from '../support/wait.ts'

export interface Starter {
  pid: number
  server: Promise<{ url: string; port: number; firstStart: boolean }>
  /** Lets the process stop the server in order, and ends it. */
  stop(): Promise<void>
  killGroup(): void
}

/** `embedded-process.ts`, compiled to `file`, as the leader of a process group of its own. */
export function spawnStarter(file: string, dataDir: string, user: { uid?: number; gid?: number } = {}): Starter {
  const child: ChildProcess = spawn(process.execPath, [file, dataDir], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const { stdout, stderr, stdin, pid } = child
  if (!stdout || !stderr || !stdin || !pid) throw new Error('the process did not start')
  const exited = new Promise(resolve => child.once('exit', resolve))
  stdin.on('error', () => undefined)
  let complaints = ''
  stderr.on('data', chunk => {
    complaints += chunk
  })
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]()
  const server = lines.next().then(({ value, done }) => {
    if (done) throw new Error(`the process ended: ${complaints}`)
    return JSON.parse(value)
  })
  server.catch(() => undefined)
  return {
    pid,
    server,
    async stop() {
      stdin.end()
      await exited
    },
    killGroup: () => process.kill(-pid, 'SIGKILL'),
  }
}

/** A data directory for an embedded server, its name with what breaks careless programs. */
export async function makeDataDir(): Promise<{ path: string; remove(): Promise<void> }> {
  const parent = await mkdtemp(join(tmpdir(), 'mianshen-embedded-'))
  return { path: join(parent, 'a folder 面审 "quoted" $HOME'), remove: () => rm(parent, { recursive: true, force: true }) }
}

export async function query<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

export async function answers(url: string): Promise<boolean> {
  return query(url, sql => sql`select 1`).then(
    () => true,
    () => false,
  )
}

export async function postmasterPid(dataDir: string): Promise<number> {
  return until(
    async () => Number.parseInt(await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'), 10) || undefined,
    {
      what: 'postmaster.pid',
    },
  )
}
