import { createHash, timingSafeEqual } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { settings } from '../../db/schema/desk.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Locale } from '../../db/values.ts'
import { type Ctx, transact } from '../context.ts'
import { newCode } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { addStaff, type Member } from './add.ts'

const key = 'admin-claim'
const hashOf = (code: string) => createHash('sha256').update(code).digest()

/** A one-time code for the first admin, to be printed at start; undefined once the desk has an admin. A new start makes a new code. */
export async function issueAdminClaim(ctx: Ctx): Promise<string | undefined> {
  return transact(ctx, async ctx => {
    const [admin] = await ctx.db
      .select({ id: staff.id })
      .from(staff)
      .where(sql`'admin' = any(${staff.roles}) and removed_at is null`)
    if (admin) return undefined
    const code = newCode(ctx, 12)
    const value = hashOf(code).toString('hex')
    await ctx.db.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } })
    return code
  })
}

/** Makes the person who knows the code the first admin and uses the code up. Anything else: `claim-refused`. */
export async function claimAdmin(
  ctx: Ctx,
  input: { telegramId: number; name: string; locale: Locale; code: string },
): Promise<Member> {
  return transact(ctx, async ctx => {
    const [row] = await ctx.db.select().from(settings).where(eq(settings.key, key)).for('update')
    const kept = typeof row?.value === 'string' ? Buffer.from(row.value, 'hex') : Buffer.alloc(0)
    const given = hashOf(input.code)
    if (kept.length !== given.length || !timingSafeEqual(kept, given)) return refuse('claim-refused', {})
    await ctx.db.delete(settings).where(eq(settings.key, key))
    const { telegramId, name, locale } = input
    return addStaff({ ...ctx, actor: { kind: 'job', name: 'claim' } }, { telegramId, name, roles: ['admin'], locale })
  })
}
