import type { Db } from '../db/client.ts'
import type { StaffRole } from '../db/values.ts'
import type { Form } from './application/steps.ts'
import type { HeadSigner } from './audit/head.ts'
import type { HeadWitness } from './audit/witness.ts'
import { isSerializationFailure } from './database-errors.ts'
import type { Policy } from './policy.ts'
import type { FileStore } from './vault/file-store.ts'
import type { Keys } from './vault/keys.ts'

/** Who does it. The audit trail knows them by these random ids. */
export type Actor =
  | { kind: 'applicant'; personId: string }
  | { kind: 'staff'; personId: string; staffId: string; roles: readonly StaffRole[] }
  | { kind: 'job'; name: string }

export interface Log {
  info(fields: object, text: string): void
  warn(fields: object, text: string): void
  error(fields: object, text: string): void
}

/** Everything that a verb may reach. `now` is desk time; nothing in core reads a clock or draws randomness of its own. */
export interface Ctx {
  db: Db
  /** true where `db` is a transaction: verbs then join it */
  inTransaction: boolean
  actor: Actor
  now(): Date
  random(bytes: number): Buffer
  keys: Keys
  /** signs heads of the audit trail; its key is not in the database */
  signer: HeadSigner
  witness: HeadWitness
  policy: Policy
  /** what an applicant is asked */
  form: Form
  /** IANA zone of the office: ages and dates without a person's own zone are counted in it */
  officeTimeZone: string
  /** absolute, without a slash at the end */
  publicUrl: string
  /** messengers can open our pages in a frame of their own: over https, and in the sandbox */
  miniApps?: boolean
  /** where an approved applicant continues, unless the order names its own */
  rentalUrl: string | undefined
  files: FileStore
  log: Log
}

const attemptsOnConflict = 4

/**
 * Runs `body` in one transaction, or in the one that is already open. Whatever `body` throws rolls it all back.
 * Deadlocks and serialization failures are tried again, at most four times.
 */
export async function transact<T>(ctx: Ctx, body: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (ctx.inTransaction) return body(ctx)
  for (let attempt = 1; ; attempt++) {
    try {
      return await ctx.db.transaction(tx => body({ ...ctx, db: tx, inTransaction: true }))
    } catch (error) {
      if (attempt >= attemptsOnConflict || !isSerializationFailure(error)) throw error
    }
  }
}
