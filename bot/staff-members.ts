import type { Ctx } from '../core/context.ts'
import { hasWritten } from '../core/person/find.ts'
import { refuse } from '../core/refusal.ts'
import { addStaff, listStaff, type Member, removeStaff } from '../core/staff/add.ts'
import { findStaffByName } from '../core/staff/find.ts'
import { listStaffChats } from '../core/staff/list-chats.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Content } from './incoming.ts'
import { type AnswerKeys, listed, message, paragraphs, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'
import { aboutMember, handedText, member } from './staff-member.ts'

type StaffRoles = Member['roles']

const roleWords: Record<string, StaffRoles> = {
  reviewer: ['reviewer'],
  审核员: ['reviewer'],
  admin: ['admin'],
  管理员: ['admin'],
  both: ['reviewer', 'admin'],
  两者: ['reviewer', 'admin'],
}

/** `/staff`: the list; `/staff add <Telegram id> <reviewer|admin|both> <name>`; `/staff remove <name>`, which asks first; `/staff <name> …`, see staff-member.ts. */
export async function members(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  const said = args.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  const [, verb = '', rest = ''] = /^(\S*)\s*(.*)$/u.exec(said) ?? []
  if (verb === '') return showMembers(ctx, scene)
  if (['add', '添加'].includes(verb.toLowerCase())) return add(ctx, scene, rest)
  if (['remove', '移除'].includes(verb.toLowerCase())) return remove(ctx, scene, rest)
  return member(ctx, scene, said)
}

const formText = ({ voice }: Scene): string => voice.html('member-form', { example: voice.label('command-staff.example') })

async function showMembers(ctx: Ctx, scene: Scene): Promise<Reply[]> {
  const { voice } = scene
  const team: string[] = []
  for (const listed of await listStaff(ctx)) {
    const { name, roles, status } = listed
    const about = { name, roles: roleNames(scene, roles) }
    const line = roles.includes('reviewer')
      ? voice.html('member-line-reviewer', { ...about, status: voice.label(`member-status-${status}`) })
      : voice.html('member-line', about)
    team.push(lines(line, ...(await aboutMember(ctx, scene, listed))))
  }
  return [
    { kind: 'message', html: paragraphs(lines(voice.html('member-list'), ...team), formText(scene)), keys: pickKeys(scene) },
  ]
}

/** Choosing in the client's own list of people is the shortest way to add somebody. */
const pickKeys = ({ voice }: Scene): AnswerKeys => ({ rows: [[{ label: voice.label('do-pick-person'), pickPerson: true }]] })

const roleNames = ({ voice, locale }: Scene, roles: StaffRoles): string =>
  listed(
    locale,
    roles.map(role => voice.label(`role-${role}`)),
  )

async function add(ctx: Ctx, scene: Scene, rest: string): Promise<Reply[]> {
  const [, id = '', roleWord = '', name = ''] = /^(\d{1,15}) (\S+) (.{1,60})$/u.exec(rest) ?? []
  const roles = roleWords[roleWord.toLowerCase()]
  if (!roles || Number(id) === 0) return [{ kind: 'message', html: formText(scene), keys: pickKeys(scene) }]
  const telegramId = Number(id)
  const member = await addStaff(ctx, { telegramId, name: name.trim(), roles, locale: scene.locale })
  const chat = (await listStaffChats(ctx)).find(chat => chat.telegramId === telegramId)
  const about = { name: member.name, roles: roleNames(scene, member.roles) }
  const html = (await hasWritten(ctx, { telegramId }))
    ? scene.voice.html('member-added', about)
    : scene.voice.html('member-added-unmet', { ...about, link: `https://t.me/${scene.botName}` })
  return [
    { kind: 'message', html, keys: 'remove' },
    { kind: 'menu', telegramId, locale: chat?.locale ?? scene.locale, roles: member.roles },
  ]
}

/** The first time names what it means and asks; the key below sends the command again with a yes. */
async function remove(ctx: Ctx, scene: Scene, rest: string): Promise<Reply[]> {
  const { voice } = scene
  const named = await findStaffByName(ctx, rest)
  if (!named) return rest === '' ? [message(formText(scene))] : refuse('not-found', { what: 'staff' })
  const { member } = named
  const isSure = ['yes', '确认'].includes(named.rest)
  if (!isSure && named.rest !== '') return refuse('not-found', { what: 'staff' })
  if (!isSure) {
    const keys = { rows: [[{ label: `/staff remove ${member.name} yes` }], [{ label: '/staff' }]] }
    return [{ kind: 'message', html: voice.html('member-remove-ask', { name: member.name }), keys }]
  }
  const chat = await chatOf(ctx, scene, member)
  const { handed } = await removeStaff(ctx, { staffId: member.id })
  const html = lines(voice.html('member-removed', { name: member.name }), handedText(scene, handed))
  const gone: Reply = { kind: 'message', html, keys: 'remove' }
  return chat ? [gone, { kind: 'menu', ...chat, roles: [] }] : [gone]
}

async function chatOf(ctx: Ctx, scene: Scene, { personId }: Member) {
  if (personId === scene.person.id) return { telegramId: scene.sender.telegramId, locale: scene.locale }
  const chats = await listStaffChats(ctx)
  return chats.find(chat => chat.personId === personId)
}

/** An admin sent somebody's contact, or chose somebody in the client's list: the commands that would make that person a member, ready to be sent. */
export function offerStaff({ voice }: Scene, chosen: Extract<Content, { kind: 'contact' | 'picked' }>): Reply[] {
  const { userId } = chosen
  if (userId === undefined) return [message(voice.html('member-contact-unknown'))]
  const name = chosen.name.replace(/\s+/gu, ' ').trim().slice(0, 60)
  if (name === '') return [message(voice.html('member-contact-unnamed', { id: String(userId) }))]
  const rows = ['reviewer', 'admin', 'both'].map(role => [{ label: `/staff add ${userId} ${role} ${name}` }])
  return [{ kind: 'message', html: voice.html('member-contact', { name }), keys: { rows: [...rows, [{ label: '/staff' }]] } }]
}

/** A forwarded message may hide who wrote it, so that nobody is put on the team by it; a contact and a choice never do. */
export function explainForward(scene: Scene): Reply[] {
  return [{ kind: 'message', html: scene.voice.html('member-forward'), keys: pickKeys(scene) }]
}
