import { createHmac, hkdfSync } from 'node:crypto'
import type { Ctx } from '../context.ts'
import { openCaseKey } from '../vault/case-key.ts'

/** The salt of a case's commitments: HKDF-SHA256 of the case's key, so it goes with that key. */
export function commitmentSalt(ctx: Ctx, found: { id: string; sealedKey: Buffer | null }): Buffer {
  return Buffer.from(hkdfSync('sha256', openCaseKey(ctx, found), Buffer.alloc(0), 'mianshen/audit-commitment', 32))
}

/**
 * What stands in the trail for a personal value: HMAC-SHA256 of `field`, a zero byte and the value, hex. Whoever is given salt and
 * value can check it; after erasure there is neither, and it says nothing (G8). Null stays null: nothing was there.
 */
export function commit(salt: Buffer, field: string, value: string | null): string | null {
  if (value === null) return null
  return createHmac('sha256', salt).update(`${field}\0${value}`).digest('hex')
}
