import type { Ctx } from '../context.ts'
import type { StaffChange } from '../message/kinds.ts'
import { queueMessage } from '../message/queue.ts'
import type { Member } from './add.ts'

/** The member hears of what an admin changed of them; not of their own doing, nor of what the process itself seeds. */
export async function tellMember(ctx: Ctx, member: Pick<Member, 'id' | 'personId'>, change: StaffChange): Promise<void> {
  if (ctx.actor.kind !== 'staff' || ctx.actor.staffId === member.id) return
  await queueMessage(ctx, { personId: member.personId, kind: 'staff-changed', params: change })
}
