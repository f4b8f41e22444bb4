import { mostCounted, type QueueFilter, queueFilters } from '../core/case/queue-filters.ts'
import { type Queue, type QueueEntry, readQueue } from '../core/case/read-queue.ts'
import { isHeldByUs } from '../core/case/remind-held.ts'
import type { Responsible } from '../core/case/responsible.ts'
import type { Ctx } from '../core/context.ts'
import type { Locale } from '../core/message/kinds.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import type { Press } from '../texts/press.ts'
import { inRows } from './form-options.ts'
import { inPairs } from './form-summary.ts'
import { nearestWord } from './nearest-word.ts'
import { edit, message, paragraphs, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'

const pageSize = 8

/** How a list is named when it is typed, the usual name first. */
const words: Record<QueueFilter, Record<Locale, readonly string[]>> = {
  all: { en: ['all'], 'zh-CN': ['全部', '所有'] },
  hold: { en: ['hold', 'on hold', 'held'], 'zh-CN': ['待决定', '需要决定', '暂停'] },
  late: { en: ['late', 'overdue'], 'zh-CN': ['超时', '已超时', '逾期'] },
  today: { en: ['today'], 'zh-CN': ['今天', '今日', '今日预约'] },
  submitted: { en: ['submitted', 'to invite'], 'zh-CN': ['待邀请', '已提交'] },
  invited: { en: ['invited', 'to book'], 'zh-CN': ['待预约', '已邀请'] },
  booked: { en: ['booked'], 'zh-CN': ['已预约', '预约'] },
  reviewing: { en: ['verdict', 'reviewing', 'in review'], 'zh-CN': ['待结论', '审核中', '结论'] },
  confirming: { en: ['confirmation', 'confirming', 'second look'], 'zh-CN': ['待复核', '复核'] },
  appealed: { en: ['appeal', 'appeals', 'appealed'], 'zh-CN': ['申诉', '申诉中'] },
  conditional: { en: ['conditions', 'conditional'], 'zh-CN': ['有条件', '有条件通过', '待接受'] },
  draft: { en: ['drafts', 'draft'], 'zh-CN': ['草稿', '填写中'] },
}
const typed = (filter: QueueFilter): string[] => Object.values(words[filter]).flat()

/** `/queue [list] [page]`. */
export async function queue(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  const said = args.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
  const [, name = '', page = ''] = /^(.*?) ?(\d{1,6})?$/u.exec(said) ?? []
  const filter = name === '' ? 'all' : filterOf(name)
  return filter ? showQueue(ctx, scene, filter, Number(page) || 1, message) : [message(formText(scene, name))]
}

const filterOf = (name: string): QueueFilter | undefined => queueFilters.find(filter => typed(filter).includes(name))

/** What there is instead, with the nearest one named. */
function formText({ voice, locale }: Scene, name: string): string {
  const near = nearestWord(name, queueFilters.flatMap(typed))
  const lists = voice.list(queueFilters.map(filter => words[filter][locale][0] ?? filter))
  return lines(
    voice.html('queue-unknown', { said: name.slice(0, 40) }),
    near && voice.html('queue-near', { command: `/queue ${near}` }),
    voice.html('queue-lists', { lists }),
  )
}

/** A list that a button names. */
export async function pressQueue(ctx: Ctx, scene: Scene, press: Extract<Press, { verb: 'queue-of' }>): Promise<Reply[]> {
  const filter = queueFilters.find(one => one === press.filter) ?? 'all'
  return showQueue(ctx, scene, filter, Number(press.page) || 1, edit)
}

type Put = (html: string, buttons: Button[][]) => Reply

/** One list, what is due first at the top; pages turn and lists change in place. */
export async function showQueue(ctx: Ctx, scene: Scene, filter: QueueFilter, page: number, put: Put): Promise<Reply[]> {
  const { voice, reader } = scene
  const shown = await readQueue(ctx, { filter, page, size: pageSize, zone: reader.timeZone })
  if (shown.counts.length === 0) return [put(voice.html('queue-empty'), [])]
  const heading = voice.html('queue', { list: voice.label(`queue-${filter}`), page: shown.page, pages: shown.pages })
  const entries = shown.entries.map(entry => entryLine(scene, entry))
  const html = paragraphs(heading, ...(entries.length > 0 ? entries : [voice.html('queue-none')]))
  const cases: Button[] = shown.entries.map(({ code }) => ({ label: code, press: { verb: 'case', code } }))
  return [put(html, [...inPairs(cases), turns(scene, shown), ...inRows(lists(scene, shown), 3)])]
}

function turns({ voice }: Scene, { filter, page, pages }: Queue): Button[] {
  const turn = (to: number, label: string): Button[] =>
    to >= 1 && to <= pages ? [{ label: voice.label(label), press: { verb: 'queue-of', filter, page: String(to) } }] : []
  return [...turn(page - 1, 'do-earlier'), ...turn(page + 1, 'do-later')]
}

/** A button for each list that has anything in it. */
function lists({ voice }: Scene, { filter, counts }: Queue): Button[] {
  return counts.map(list => ({
    label: voice.label('queue-list', {
      list: voice.label(`queue-${list.filter}.button`),
      count: list.count === mostCounted ? `${mostCounted - 1}+` : list.count,
    }),
    press: { verb: 'queue-of', filter: list.filter, page: '1' },
    ...(list.filter === filter ? { style: 'primary' as const } : {}),
  }))
}

function entryLine(scene: Scene, { code, state, hold, dueAt, late, responsible }: QueueEntry): string {
  const { voice } = scene
  const named = { code, state: voice.label(`state-${state}.staff`) }
  const held = hold === null ? undefined : voice.html('queue-held', { reason: holdName(voice, hold) })
  const key = state === 'booked' ? 'queue-line-booked' : 'queue-line-due'
  const line =
    dueAt && !isHeldByUs({ state, hold })
      ? voice.html(key, { ...named, time: voice.time(dueAt) })
      : voice.html('queue-line', named)
  return lines(line, held, late ? voice.html('queue-overdue') : undefined, whoLine(scene, responsible))
}

function whoLine({ voice }: Scene, responsible: Responsible): string {
  const name = responsible.kind === 'member' ? responsible.name : voice.label(`queue-with-${responsible.kind}`)
  return voice.html('queue-with', { name })
}

/** Why a person must decide, in the desk's words; a reason without words of its own is named in general. */
export function holdName(voice: Scene['voice'], hold: string): string {
  return voice.label(`hold-${voice.has(`hold-${hold}`) ? hold : 'other'}.staff`)
}
