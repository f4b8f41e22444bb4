import { and, eq, isNull } from 'drizzle-orm'
import { staff } from '../../db/schema/staff.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { type Member, refuseUnlessAdmin } from './add.ts'
import { tellMember } from './tell-member.ts'

export const heaviest = 10

/** What an admin sets of a member, who is told: the share of the bookings (1 to 10), the languages spoken (primary tags; none: not stated). */
export async function changeMember(
  ctx: Ctx,
  input: { staffId: string; weight: number } | { staffId: string; languages: readonly string[] },
): Promise<Member> {
  return transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    const { staffId } = input
    const change = 'weight' in input ? { weight: input.weight } : { languages: [...new Set(input.languages)] }
    const present = and(eq(staff.id, staffId), isNull(staff.removedAt))
    const [was] = await ctx.db.select().from(staff).where(present).for('no key update')
    if (was && isSame(was, change)) return was
    const [member] = await ctx.db.update(staff).set(change).where(present).returning()
    if (!was || !member) return refuse('not-found', { what: 'staff' })
    const before = 'weight' in change ? { weight: was.weight } : { languages: was.languages }
    await appendAudit(ctx, 'desk', 'staff.changed', { staff: staffId, before, after: change })
    const { weight, languages } = member
    await tellMember(ctx, member, 'weight' in change ? { what: 'weight', weight } : { what: 'languages', languages })
    return member
  })
}

const isSame = (was: Member, change: { weight: number } | { languages: string[] }): boolean =>
  'weight' in change ? was.weight === change.weight : was.languages.join() === change.languages.join()
