import { updates } from '../../db/schema.ts'
import type { Ctx } from '../context.ts'

/**
 * Marks an update of the messenger as dealt with, in the caller's transaction; false when it was before (G2). Of two deliveries at
 * the same moment the second waits here until the first has committed.
 */
export async function noteUpdate(ctx: Ctx, updateId: number): Promise<boolean> {
  const noted = await ctx.db.insert(updates).values({ id: updateId }).onConflictDoNothing().returning()
  return noted.length > 0
}
