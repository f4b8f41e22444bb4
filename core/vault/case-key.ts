import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'
import { seal, unseal } from './seal.ts'

export const caseKeyPlace = (caseId: string): string => `cases/${caseId}`

/** A fresh key for a case, wrapped by the desk's. Destroying the wrapped key destroys everything that it seals (G7). */
export function newCaseKey(ctx: Ctx, caseId: string): { key: Buffer; sealedKey: Buffer } {
  const key = ctx.random(32)
  return { key, sealedKey: seal(ctx.keys.wrap, key, caseKeyPlace(caseId), ctx.random) }
}

/** The case's key. Refused as `not-found` after erasure. */
export function openCaseKey(ctx: Ctx, found: { id: string; sealedKey: Buffer | null }): Buffer {
  if (found.sealedKey === null) return refuse('not-found', { what: 'case' })
  return unseal(ctx.keys.wrap, found.sealedKey, caseKeyPlace(found.id))
}
