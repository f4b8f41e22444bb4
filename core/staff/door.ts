import { and, eq } from 'drizzle-orm'
import { linkDoors } from '../../db/schema/staff.ts'
import { appendAudit } from '../audit/append.ts'
import type { Ctx } from '../context.ts'
import { queueMessage } from '../message/queue.ts'
import type { Member } from './add.ts'

/** What a link that signs in names, and through which one browser goes: a booking's link, a card about a case, a blind review. */
export type Door = `booking:${string}:${number}` | `case:${string}:${number}` | `blind:${string}`

interface Knock {
  door: Door
  member: Pick<Member, 'id' | 'personId'>
  /** absent where the owner is not to know which case it is */
  caseId?: string
  /** the browser's own random name, and how its owner may recognise it */
  device: string
  browser: string
}

/** True for the first browser, and for one that its owner let in; else the owner is asked in the chat, once a browser. */
export async function takeDoor(ctx: Ctx, { door, member, caseId, device, browser }: Knock): Promise<boolean> {
  const mine = and(eq(linkDoors.door, door), eq(linkDoors.reviewerId, member.id))
  await ctx.db.insert(linkDoors).values({ door, reviewerId: member.id, device }).onConflictDoNothing()
  const [found] = await ctx.db.select().from(linkDoors).where(mine).for('update')
  if (found?.device === device) return true
  if (found?.askedDevice !== device) {
    await ctx.db.update(linkDoors).set({ askedDevice: device }).where(mine)
    const params = { door, ask: device.slice(0, 8), browser }
    await queueMessage(ctx, { personId: member.personId, kind: 'other-browser', params, ...(caseId ? { caseId } : {}) })
    await appendAudit(ctx, 'desk', 'staff.other-browser', { staff: member.id, door })
  }
  return false
}
