import type { MessageEntity } from '@grammyjs/types'
import { badRequest } from '../bot-api/errors.ts'
import { dateTimeEntity, linkEntity } from './entity-of-link.ts'
import { type FormattedText, settleEntities } from './formatted.ts'

type Simple = 'bold' | 'italic' | 'underline' | 'strikethrough' | 'spoiler'
type Kind = Simple | 'link' | 'image'

const MARKS: [mark: string, kind: Simple][] = [
  ['||', 'spoiler'],
  ['__', 'underline'],
  ['_', 'italic'],
  ['*', 'bold'],
  ['~', 'strikethrough'],
]
const NAMES: Record<Kind, string> = {
  bold: 'Bold',
  italic: 'Italic',
  underline: 'Underline',
  strikethrough: 'Strikethrough',
  spoiler: 'Spoiler',
  link: 'TextUrl',
  image: 'CustomEmoji',
}
const RESERVED = /[_*[\]()~`>#+\-=|{}.!]/

/** Telegram's MarkdownV2: every mark closes, every other reserved character is escaped, a `>` opens a quotation at a line's start. */
export function parseMarkdownV2(source: string): FormattedText {
  const fail = (problem: string) => badRequest(`can't parse entities: ${problem}`)
  const byteOffset = (index: number) => Buffer.byteLength(source.slice(0, index))
  const entities: MessageEntity[] = []
  const open: { kind: Kind; offset: number; begin: number }[] = []
  let text = ''
  let quote: number | undefined
  let at = 0

  const closeQuote = (expandable: boolean) => {
    if (quote === undefined) return
    const length = text.length - quote
    entities.push({ type: expandable ? 'expandable_blockquote' : 'blockquote', offset: quote, length })
    quote = undefined
  }
  const toggle = (kind: Simple, begin: number) => {
    const top = open.at(-1)
    if (top?.kind !== kind) return void open.push({ kind, offset: text.length, begin })
    open.pop()
    entities.push({ type: kind, offset: top.offset, length: text.length - top.offset })
  }

  while (at < source.length) {
    const char = source.charAt(at)
    const atLineStart = at === 0 || source.charAt(at - 1) === '\n' || isBareMarks(source, at)
    if (char === '\\' && isEscapable(source.charCodeAt(at + 1))) {
      text += source.charAt(at + 1)
      at += 2
    } else if (char === '>' && atLineStart && (quote === undefined || source.charAt(at - 1) === '\n')) {
      quote ??= text.length
      at++
    } else if (char === '\n') {
      const ends = quote !== undefined && source.charAt(at + 1) !== '>'
      if (ends) closeQuote(false)
      text += char
      at++
    } else if (char === '`') {
      const [entity, body, next] = readCode(source, at, text.length, kind =>
        fail(`Can't find end of ${kind} entity at byte offset ${byteOffset(at)}`),
      )
      text += body
      if (body) entities.push(entity)
      at = next
    } else if (char === '|' && quote !== undefined && /^\|\|(?:\n|$)/.test(source.slice(at)) && open.at(-1)?.kind !== 'spoiler') {
      closeQuote(true)
      at += 2
    } else if (char === '[' || (char === '!' && source.charAt(at + 1) === '[')) {
      open.push({ kind: char === '[' ? 'link' : 'image', offset: text.length, begin: at })
      at += char === '[' ? 1 : 2
    } else if (char === ']' && ['link', 'image'].includes(open.at(-1)?.kind ?? '')) {
      const top = open.pop()
      const [url, next] = readUrl(source, at + 1, () => fail(`Can't find end of a URL at byte offset ${byteOffset(at + 2)}`))
      const place = { offset: top?.offset ?? 0, length: text.length - (top?.offset ?? 0) }
      const entity = top?.kind === 'image' ? imageEntity(url, place, fail) : linkEntity(url || text.slice(place.offset), place)
      if (entity) entities.push(entity)
      at = next
    } else {
      const mark = MARKS.find(([mark]) => source.startsWith(mark, at))
      if (mark) {
        toggle(mark[1], at)
        at += mark[0].length
      } else if (RESERVED.test(char)) {
        throw fail(`Character '${char}' is reserved and must be escaped with the preceding '\\'`)
      } else {
        text += char
        at++
      }
    }
  }
  closeQuote(false)
  const left = open.at(-1)
  if (left) throw fail(`Can't find end of ${NAMES[left.kind]} entity at byte offset ${byteOffset(left.begin)}`)
  return { text, entities: settleEntities(entities) }
}

const isEscapable = (code: number) => code >= 1 && code <= 126

/** `**` before a `>` separates two quotations: an empty bold entity at a line's start. */
function isBareMarks(source: string, at: number): boolean {
  return source.slice(source.lastIndexOf('\n', at - 1) + 1, at) === '**'
}

function readCode(
  source: string,
  at: number,
  offset: number,
  fail: (kind: string) => Error,
): [MessageEntity, body: string, next: number] {
  const fence = source.startsWith('```', at) ? '```' : '`'
  const [, raw, after] = readUntil(source, at + fence.length, fence) ?? []
  if (raw === undefined || after === undefined) throw fail(fence === '`' ? 'Code' : 'Pre')
  if (fence === '`') return [{ type: 'code', offset, length: raw.length }, raw, after]
  const [, language, body] = /^([!-~]+)\n(.*)$/s.exec(raw) ?? ([undefined, undefined, raw.replace(/^\n/, '')] as const)
  const code = body ?? ''
  return [{ type: 'pre', offset, length: code.length, ...(language ? { language } : {}) }, code, after]
}

function readUntil(source: string, from: number, stop: string): [found: true, text: string, next: number] | undefined {
  let text = ''
  for (let at = from; at < source.length; ) {
    if (source.startsWith(stop, at)) return [true, text, at + stop.length]
    const escaped = source.charAt(at) === '\\' && at + 1 < source.length
    text += escaped ? source.charAt(at + 1) : source.charAt(at)
    at += escaped ? 2 : 1
  }
  return undefined
}

function readUrl(source: string, at: number, fail: () => Error): [url: string, next: number] {
  if (source.charAt(at) !== '(') return ['', at]
  const [, url, next] = readUntil(source, at + 1, ')') ?? []
  if (url === undefined || next === undefined) throw fail()
  return [url, next]
}

function imageEntity(url: string, place: { offset: number; length: number }, fail: (p: string) => Error): MessageEntity {
  const emoji = /^tg:\/\/emoji\?id=([1-9]\d*)$/.exec(url)?.[1]
  if (emoji) return { type: 'custom_emoji', custom_emoji_id: emoji, ...place }
  const query = /^tg:\/\/time\?(.*)$/.exec(url)?.[1]
  if (query === undefined) throw fail('Custom emoji entity must contain a tg://emoji URL')
  const values = new URLSearchParams(query)
  return dateTimeEntity(values.get('unix') ?? undefined, values.get('format') ?? undefined, place)
}
