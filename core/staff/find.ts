import type { Ctx } from '../context.ts'
import { listStaff, type Member } from './add.ts'

const plain = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()

/**
 * The member whose name a text begins with, and the rest of the text: names hold spaces, so the longest name that fits counts.
 * Two members of one name: the first in order of the list. `me` and 我 are the member who asks.
 */
export async function findStaffByName(ctx: Ctx, text: string): Promise<{ member: Member; rest: string } | undefined> {
  const said = plain(text)
  const members = await listStaff(ctx)
  const own = members.filter(({ id }) => ctx.actor.kind === 'staff' && ctx.actor.staffId === id)
  const names = [
    ...members.map(member => ({ member, name: plain(member.name) })),
    ...own.flatMap(member => ['me', '我'].map(name => ({ member, name }))),
  ]
  const [best] = names
    .filter(({ name }) => name !== '' && (said === name || said.startsWith(`${name} `)))
    .sort((a, b) => b.name.length - a.name.length)
  return best && { member: best.member, rest: said.slice(best.name.length).trim() }
}
