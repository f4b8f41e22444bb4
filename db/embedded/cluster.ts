import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { type Account, clusterName, spawnAs } from './account.ts'
import type { Binaries } from './binaries.ts'

/** Where everything of the embedded server lies, under DATA_DIR. */
export interface Home {
  path: string
  cluster: string
  guards: string
  lock: string
  password: string
  log: string
}

export function homeIn(dataDir: string): Home {
  const path = join(dataDir, 'postgres')
  return {
    path,
    cluster: join(path, 'cluster'),
    guards: join(path, 'guards'),
    lock: join(path, 'lock'),
    password: join(path, 'password'),
    log: join(path, 'server.log'),
  }
}

export async function makeHome(home: Home, account: Account | undefined): Promise<void> {
  for (const path of [home.path, home.guards]) {
    await mkdir(path, { recursive: true, mode: 0o700 })
    if (account) await chown(path, account.uid, account.gid)
    const { uid } = await stat(path)
    const self = process.getuid?.()
    if (!account && self !== undefined && uid !== self) {
      throw new Error(
        `${path} belongs to user ${uid}, not to ${self}. Start as that user (or root), give it away with chown -R, or set DATA_DIR.`,
      )
    }
  }
}

/** Makes the cluster unless it is there; true when it made it. A cluster is there whole or not at all. */
export async function ensureCluster(
  home: Home,
  binaries: Binaries,
  account: Account | undefined,
  durable: boolean,
): Promise<boolean> {
  const version = await readFile(join(home.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (version !== undefined) {
    if (version.trim() === binaries.major) return false
    throw new Error(
      `The data in ${home.cluster} is of PostgreSQL ${version.trim()}, the server is ${binaries.major}: move it over with pg_dump and pg_restore, or set DATA_DIR.`,
    )
  }
  for (const name of await readdir(home.path)) {
    // Left by a start that was killed half-way.
    if (name.startsWith('cluster-')) await rm(join(home.path, name), { recursive: true, force: true })
  }
  await writeFile(home.password, randomBytes(24).toString('hex'), { mode: 0o600 })
  const fresh = join(home.path, `cluster-${randomBytes(4).toString('hex')}`)
  await mkdir(fresh, { mode: 0o700 })
  if (account) for (const path of [home.password, fresh]) await chown(path, account.uid, account.gid)
  await initdb(fresh, binaries, account, durable)
  await rename(fresh, home.cluster)
  return true
}

async function initdb(cluster: string, binaries: Binaries, account: Account | undefined, durable: boolean): Promise<void> {
  const options = [
    '--username=postgres',
    '--pwfile=../password',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
  ]
  const child = spawn(
    binaries.initdb,
    [
      `--pgdata=${clusterName(cluster, account)}`,
      ...options,
      '--locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ],
    {
      ...spawnAs(account, cluster),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  if (status !== 0) throw new Error(`initdb failed (${status}): ${(err + out).trim().slice(-1000)}`)
}
