import type { HandedOver } from '../core/booking/hand-over-all.ts'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/refusal.ts'
import { listAway } from '../core/staff/absences.ts'
import type { Member } from '../core/staff/add.ts'
import { endAway, setAway } from '../core/staff/away.ts'
import { changeMember, heaviest } from '../core/staff/change.ts'
import { findStaffByName } from '../core/staff/find.ts'
import { parseAway } from '../core/staff/parse-away.ts'
import { parseLanguages } from '../core/staff/parse-languages.ts'
import { lines } from '../texts/cards/voice.ts'
import { formatTime, zoneName } from '../texts/format.ts'
import { listed, message, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'

type Run = (ctx: Ctx, scene: Scene, member: Member, rest: string) => Promise<Reply[]>

const verbs: readonly { words: readonly string[]; run: Run }[] = [
  { words: ['away', '请假', '不在'], run: away },
  { words: ['back', '回来', '销假'], run: back },
  { words: ['weight', '权重'], run: weigh },
  { words: ['languages', 'language', '语言'], run: languages },
]

/** `/staff <name>` with nothing behind it, or with `away`, `back`, `weight`, `languages`. `not-found` for a name that nobody has. */
export async function member(ctx: Ctx, scene: Scene, said: string): Promise<Reply[]> {
  const named = await findStaffByName(ctx, said)
  if (!named) return refuse('not-found', { what: 'staff' })
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/u.exec(named.rest) ?? []
  const verb = verbs.find(({ words }) => words.includes(word))
  return verb ? verb.run(ctx, scene, named.member, rest) : showMember(ctx, scene, named.member)
}

async function showMember(ctx: Ctx, scene: Scene, member: Member): Promise<Reply[]> {
  const { voice } = scene
  const { name } = member
  const keys = ['away today', 'back', 'weight 2', 'languages zh en'].map(rest => [{ label: `/staff ${name} ${rest}` }])
  const html = lines(voice.html('member-about', { name }), ...(await aboutMember(ctx, scene, member)))
  return [{ kind: 'message', html: lines(html, voice.html('member-how', { name })), keys: { rows: keys } }]
}

/** Share, languages and absences, each a line where there is something to say. */
export async function aboutMember(ctx: Ctx, scene: Scene, member: Member): Promise<string[]> {
  const { voice } = scene
  if (!member.roles.includes('reviewer')) return []
  const absences = (await listAway(ctx)).filter(({ staffId }) => staffId === member.id)
  return [
    ...(member.weight === 1 ? [] : [voice.html('member-weight', { weight: member.weight })]),
    ...(member.languages.length === 0 ? [] : [voice.html('member-languages', { languages: languageNames(scene, member) })]),
    ...absences.map(span => voice.html('member-away', spanNames(scene, member, span))),
  ]
}

const languageNames = ({ voice, locale }: Scene, { languages }: Pick<Member, 'languages'>): string =>
  listed(
    locale,
    languages.map(tag => voice.label(`spoken-${tag}`)),
  )

/** On the member's own clock, which the text names. */
function spanNames({ locale }: Scene, { timeZone }: Member, { fromAt, untilAt }: { fromAt: Date; untilAt: Date }) {
  const said = (moment: Date) => formatTime(moment.toISOString(), locale, timeZone)
  return { from: said(fromAt), until: said(untilAt), zone: zoneName(locale, timeZone, fromAt.toISOString()) }
}

async function away(ctx: Ctx, scene: Scene, member: Member, rest: string): Promise<Reply[]> {
  const span = parseAway(rest === '' ? 'today' : rest, member.timeZone, ctx.now())
  const handed = await setAway(ctx, { staffId: member.id, ...span })
  const { voice } = scene
  const set = voice.html('member-away-set', { name: member.name, ...spanNames(scene, member, span) })
  return [{ kind: 'message', html: lines(set, handedText(scene, handed)), keys: 'remove' }]
}

async function back(ctx: Ctx, { voice }: Scene, { id, name }: Member): Promise<Reply[]> {
  const was = await endAway(ctx, { staffId: id })
  return [{ kind: 'message', html: voice.html(was ? 'member-back' : 'member-not-away', { name }), keys: 'remove' }]
}

async function weigh(ctx: Ctx, { voice }: Scene, { id, name }: Member, rest: string): Promise<Reply[]> {
  const weight = /^\d{1,2}$/.test(rest) ? Number(rest) : 0
  if (weight < 1 || weight > heaviest) return [message(voice.html('member-weight-form', { name, most: heaviest }))]
  const member = await changeMember(ctx, { staffId: id, weight })
  return [{ kind: 'message', html: voice.html('member-weight-set', { name, weight: member.weight }), keys: 'remove' }]
}

async function languages(ctx: Ctx, scene: Scene, { id, name }: Member, rest: string): Promise<Reply[]> {
  const { voice } = scene
  const spoken = parseLanguages(rest)
  if (!spoken) return [message(voice.html('member-languages-form', { name }))]
  const member = await changeMember(ctx, { staffId: id, languages: spoken })
  const html =
    member.languages.length === 0
      ? voice.html('member-languages-any', { name })
      : voice.html('member-languages-set', { name, languages: languageNames(scene, member) })
  return [{ kind: 'message', html, keys: 'remove' }]
}

/** What became of the bookings; undefined where there were none. */
export function handedText({ voice }: Scene, { handedOver, givenBack, kept }: HandedOver): string | undefined {
  if (handedOver + givenBack + kept === 0) return undefined
  return lines(
    handedOver > 0 ? voice.html('handed-over', { count: handedOver }) : undefined,
    givenBack > 0 ? voice.html('handed-back', { count: givenBack }) : undefined,
    kept > 0 ? voice.html('handed-kept', { count: kept }) : undefined,
  )
}
