import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { policyKey } from '../../core/desk/read-policy.ts'
import type { Policy } from '../../core/policy.ts'
import { serverUrl } from '../../db/embedded/bring-up.ts'
import { homeIn } from '../../db/embedded/cluster.ts'
import { readPostmaster } from '../../db/embedded/postmaster.ts'
import { freePort } from '../../start/http-server.ts'
import { processTree, untilGone } from './processes.ts'
import { until } from './wait.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** both are guarantees of the product */
const stopsWithinMs = 5_000
const goneWithinMs = 2_000

type Settings = Record<string, string>
interface Place {
  /** the folder it is started from */
  cwd?: string
  /** what is run; the built product unless told otherwise */
  program?: string
}

export interface DeskProcess {
  pid: number
  /** all that it has said on both channels */
  said(): string
  stdout(): string
  stderr(): string
  /** the exit code once it has ended; null after a signal */
  ended: Promise<number | null>
  /** The URL of the last line. Rejects with all that was said when it ends before. */
  ready: Promise<string>
  /** its processes and those of its PostgreSQL */
  tree(): string[]
  /** Ctrl-C; the exit code. Fails after five seconds, or when a process is left. */
  interrupt(): Promise<number | null>
  /** kill -9 of the whole process group. Fails when after two seconds a process is left. */
  kill(): Promise<void>
}

const living = new Set<number>()
process.on('exit', () => {
  for (const pid of living) signalGroup(pid, 'SIGKILL')
})

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** Starts the built product in a process group of its own, with these settings and no others. It need not become ready. */
export function spawnDesk(settings: Settings, { cwd = root, program = join(root, 'dist/main.js') }: Place = {}): DeskProcess {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    cwd,
    env: { PATH, HOME, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const pid = child.pid ?? 0
  living.add(pid)
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', chunk => {
    stdout += chunk
  })
  child.stderr.on('data', chunk => {
    stderr += chunk
  })
  const ended = new Promise<number | null>(resolve => child.once('close', resolve)).finally(() => living.delete(pid))
  const said = () => `${stdout}${stderr}`
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const [, url] = /→ (https?:\S+)\n/.exec(stdout) ?? []
      if (url) resolve(url)
    })
    void ended.then(code => reject(new Error(`the desk ended with ${code} before it was ready:\n${said()}`)))
  })
  ready.catch(() => undefined)
  return {
    pid,
    said,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    ready,
    tree: () => processTree(pid),
    async interrupt() {
      const tree = processTree(pid)
      const from = performance.now()
      signalGroup(pid, 'SIGINT')
      await untilGone(tree, stopsWithinMs).catch((error: unknown) => {
        throw new Error(`Ctrl-C did not end everything:\n${said()}`, { cause: error })
      })
      if (performance.now() - from > stopsWithinMs) throw new Error('Ctrl-C took longer than five seconds')
      return ended
    },
    async kill() {
      const tree = processTree(pid)
      signalGroup(pid, 'SIGKILL')
      await untilGone(tree, goneWithinMs)
      await ended
    },
  }
}

export interface RunningDesk {
  /** http://127.0.0.1:port, the same after every restart */
  origin: string
  dataDir: string
  said(): string
  tree(): string[]
  stop(): Promise<number | null>
  kill(): Promise<void>
  /** after a stop or a kill, on the same data */
  restart(): Promise<void>
  /** Stops what still runs and throws the data away. */
  close(): Promise<void>
}

/**
 * What is drawn at random would make a run of its own of every test, and a recording wants a processor to itself: the desk's own policy row
 * says that nobody is drawn and nothing recorded, unless a test wants it.
 */
async function keepCalm(dataDir: string, policy: Partial<Policy>): Promise<void> {
  const home = homeIn(dataDir)
  const port = (await readPostmaster(home.cluster))?.port ?? 0
  const sql = postgres(await serverUrl(home, port), { max: 1, onnotice: () => undefined })
  const calm: Partial<Policy> = { fourEyesSharePercent: 0, blindReviewPercent: 0, callsRecorded: 0, ...policy }
  await sql`insert into settings (key, value) values (${policyKey}, ${sql.json(calm)})`
  await sql.notify(policyKey, '')
  await sql.end()
}

/** The product with its sandbox, ready to be used. */
export async function runDesk(settings: Settings = {}, policy: Partial<Policy> = {}, place: Place = {}): Promise<RunningDesk> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mianshen-e2e-'))
  const port = String(await freePort('127.0.0.1'))
  const start = () => spawnDesk({ DATA_DIR: dataDir, PORT: port, ...settings }, place)
  let desk: DeskProcess | undefined = start()
  let now = desk
  await desk.ready
  await keepCalm(dataDir, policy)
  return {
    origin: `http://127.0.0.1:${port}`,
    dataDir,
    said: () => now.said(),
    tree: () => now.tree(),
    async stop() {
      desk = undefined
      return now.interrupt()
    },
    async kill() {
      desk = undefined
      await now.kill()
    },
    async restart() {
      desk = start()
      now = desk
      await desk.ready
    },
    async close() {
      await desk?.interrupt()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** For `afterEach`: beside a failed test stands what the desk said meanwhile. */
export function explainFailure(
  task: { name: string; result?: { state: string } },
  desk: Pick<RunningDesk, 'said'> | undefined,
): void {
  if (task.result?.state === 'fail') process.stderr.write(`the desk during "${task.name}":\n${desk?.said()}\n`)
}

/** Waits for the process to end by itself; the exit code and what it said. */
export async function endOf(desk: DeskProcess, timeoutMs = 20_000): Promise<{ code: number | null; said: string }> {
  let code: { value: number | null } | undefined
  void desk.ended.then(value => {
    code = { value }
  })
  const { value } = await until(() => code, { what: `the desk to end, which said:\n${desk.said()}`, timeoutMs })
  return { code: value, said: desk.said() }
}
