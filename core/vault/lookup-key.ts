import { eq } from 'drizzle-orm'
import { deskKeys } from '../../db/schema/lookups.ts'
import type { Ctx } from '../context.ts'
import { seal, unseal } from './seal.ts'

const name = 'lookup'
export const deskKeyPlace = (name: string): string => `desk_keys/${name}`
const place = deskKeyPlace(name)

/**
 * The key of the hashes that cases are compared and found by. Made once, on first use; wrapped by MASTER_KEY in the database, so that
 * a new MASTER_KEY leaves every hash as it is (core/vault/rewrap.ts).
 */
export async function openLookupKey(ctx: Ctx): Promise<Buffer> {
  const [kept] = await ctx.db.select().from(deskKeys).where(eq(deskKeys.name, name))
  if (kept) return unseal(ctx.keys.wrap, kept.sealed, place)
  const sealed = seal(ctx.keys.wrap, ctx.random(32), place, ctx.random)
  // of two at the same moment the second waits here, and then reads the first one's
  await ctx.db.insert(deskKeys).values({ name, sealed, createdAt: ctx.now() }).onConflictDoNothing()
  const [made] = await ctx.db.select().from(deskKeys).where(eq(deskKeys.name, name))
  if (!made) throw new Error('the look-up key vanished between insert and select')
  return unseal(ctx.keys.wrap, made.sealed, place)
}
