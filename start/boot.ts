import { mkdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Config } from '../config.ts'
import type { Log } from '../core/context.ts'
import { startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import type { DeskSettings } from './desk.ts'
import { findAuditKey, findMasterKey } from './master-key.ts'
import { sandboxRentalPath } from './sandbox-rental.ts'
import { StartProblem } from './say.ts'

export interface Booted {
  settings: DeskSettings
  /** where PostgreSQL is, in words for the start's output */
  database: string
  /** lets go of the embedded server, if there is one */
  stop(): Promise<void>
}

/** What the process and the command-line tools have in common: the database up and migrated, the keys, the desk's settings. */
export async function boot(config: Config, log: Log): Promise<Booted> {
  const dataDir = resolve(config.dataDir)
  const embedded = config.databaseUrl === undefined ? await startEmbedded({ dataDir, log }) : undefined
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? ''
  try {
    await migrate(databaseUrl).catch(explainDatabase)
    return {
      database: embedded ? `embedded PostgreSQL in ${join(config.dataDir, 'postgres')}` : 'PostgreSQL at DATABASE_URL',
      settings: {
        databaseUrl,
        dataDir,
        masterKey: (config.masterKey ?? (await findMasterKey(dataDir))).toString('base64'),
        auditKey: (config.auditKey ?? (await findAuditKey(dataDir))).toString('base64'),
        publicUrl: config.http.publicUrl,
        rentalUrl: config.rentalUrl ?? (config.production ? undefined : config.http.publicUrl + sandboxRentalPath),
        officeTimeZone: config.officeTimeZone,
        clockMoves: !config.production,
      },
      stop: async () => embedded?.stop(),
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

const folderProblems: Record<string, string> = {
  ENOTDIR: 'it is not a folder',
  EEXIST: 'it is not a folder',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'it is on a read-only file system',
  ENOSPC: 'the disk is full',
  ENOENT: 'no folder can be made there',
}

/** The folder of the key, the files and the embedded database: nobody else's business on this machine. */
export async function makeDataDir(dataDir: string): Promise<void> {
  await makeFolder(resolve(dataDir)).catch(explainDataDir)
}

/** Step by step: Node's own `recursive` tries for ever where a file system without folders to make says ENOENT, as /proc does. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return
    if (code !== 'ENOENT' || (await exists(dirname(path)))) throw error
    await makeFolder(dirname(path))
    await mkdir(path, { mode: 0o700 })
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** What the data directory may refuse with, in words that name the variable. */
function explainDataDir(error: unknown): never {
  const problem = folderProblems[codeOf(error)]
  throw problem
    ? new StartProblem(`DATA_DIR cannot be used: ${problem}. Set DATA_DIR to a folder, such as DATA_DIR=.data`)
    : error
}

/** What a database at DATABASE_URL may refuse with, in words that name the variable. */
const databaseProblems: Record<string, string> = {
  ECONNREFUSED: 'nobody listens there',
  ENOTFOUND: 'its host is unknown',
  ETIMEDOUT: 'it does not answer',
  CONNECT_TIMEOUT: 'it does not answer',
  '28P01': 'it refuses the password',
  '28000': 'it refuses the user',
  '3D000': 'there is no such database: create it first',
  '42501': 'the user may not create tables there',
}

function explainDatabase(error: unknown): never {
  const cause = error instanceof Error && error.cause ? error.cause : error
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
  const problem = databaseProblems[code]
  throw problem ? new StartProblem(`DATABASE_URL cannot be used: ${problem}`) : error
}
