import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { questions } from '../core/application/questions.ts'
import { createHeadSigner } from '../core/audit/head.ts'
import type { Ctx, Log } from '../core/context.ts'
import { deriveKeys } from '../core/vault/keys.ts'
import { type Database, openDatabase } from '../db/client.ts'
import { type DeskClock, openDeskClock } from '../db/desk-clock.ts'
import { createDiskStore } from '../db/disk-store.ts'
import { createHeadWitness } from '../db/head-witness.ts'
import { openPolicy } from './policy.ts'

/** What every process and thread of the desk needs to know; plain data, so that it can be handed to a worker. */
export interface DeskSettings {
  databaseUrl: string
  dataDir: string
  /** base64 of 32 bytes */
  masterKey: string
  /** base64 of 32 bytes: the seed of the Ed25519 key that signs heads of the audit trail */
  auditKey: string
  publicUrl: string
  rentalUrl: string | undefined
  officeTimeZone: string
  /** only in the sandbox */
  clockMoves: boolean
  /** false for a worker whose last moments may be undone, see db/client.ts */
  waitsForDisk?: boolean
  /** connections of the main pool */
  connections?: number
  /** what PostgreSQL shows of them; without it they count as a running desk */
  connectionName?: string
}

/** A context that only lacks the actor. */
export type BaseCtx = Omit<Ctx, 'actor'>

export interface Desk {
  ctx: BaseCtx
  database: Database
  clock: DeskClock
  close(): Promise<void>
}

const isLoopback = (url: string): boolean => new URL(url).hostname === '127.0.0.1'

/** Opens the database, the clock, the keys and the files, once per process or thread. */
export async function openDesk(settings: DeskSettings, log: Log, onClockMoved?: () => void): Promise<Desk> {
  const database = openDatabase(settings.databaseUrl, {
    max: settings.connections ?? 10,
    waitsForDisk: settings.waitsForDisk ?? true,
    ...(settings.connectionName ? { name: settings.connectionName } : {}),
  })
  const clock = await openDeskClock(database.sql, {
    movable: settings.clockMoves,
    ...(onClockMoved ? { onMove: onClockMoved } : {}),
  })
  const policy = await openPolicy(database.sql)
  const ctx: BaseCtx = {
    db: database.db,
    inTransaction: false,
    now: clock.now,
    random: randomBytes,
    keys: deriveKeys(Buffer.from(settings.masterKey, 'base64')),
    signer: createHeadSigner(Buffer.from(settings.auditKey, 'base64')),
    witness: createHeadWitness(join(settings.dataDir, 'audit-heads.jsonl')),
    policy: policy.policy,
    form: questions,
    officeTimeZone: settings.officeTimeZone,
    publicUrl: settings.publicUrl,
    miniApps: settings.publicUrl.startsWith('https:') || (settings.clockMoves && isLoopback(settings.publicUrl)),
    rentalUrl: settings.rentalUrl,
    files: createDiskStore(join(settings.dataDir, 'files')),
    log,
  }
  return {
    ctx,
    database,
    clock,
    close: async () => {
      await Promise.allSettled([clock.close(), policy.close()])
      await database.close()
    },
  }
}
