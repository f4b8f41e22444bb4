import type { MessageEntity } from '@grammyjs/types'
import { badRequest } from '../bot-api/errors.ts'
import { dateTimeEntity, linkEntity } from './entity-of-link.ts'
import { type FormattedText, settleEntities } from './formatted.ts'

const SIMPLE: Record<
  string,
  Exclude<MessageEntity['type'], 'pre' | 'text_link' | 'text_mention' | 'custom_emoji' | 'date_time'>
> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
}
const TAGS = new Set([...Object.keys(SIMPLE), 'a', 'pre', 'code', 'blockquote', 'tg-emoji', 'tg-time'])

interface OpenTag {
  name: string
  attributes: Map<string, string>
  offset: number
}

/** Telegram's HTML, which knows few tags and four named characters; refusals in Telegram's words, with offsets in bytes. */
export function parseHtml(source: string): FormattedText {
  const fail = (problem: string) => badRequest(`can't parse entities: ${problem}`)
  const byteOffset = (index: number) => Buffer.byteLength(source.slice(0, index))
  const entities: MessageEntity[] = []
  const open: OpenTag[] = []
  let text = ''

  for (let at = 0; at < source.length; ) {
    const char = source.charAt(at)
    if (char === '&') {
      const [decoded, next] = decodeCharacter(source, at)
      text += decoded
      at = next
    } else if (char !== '<') {
      text += char
      at++
    } else if (source.charAt(at + 1) === '/') {
      const close = /^<\/([^\s>]*)\s*>/.exec(source.slice(at))
      const top = open.pop()
      if (!top) throw fail(`Unexpected end tag at byte offset ${byteOffset(at)}`)
      if (!close) throw fail(`Unclosed end tag at byte offset ${byteOffset(at)}`)
      const name = (close[1] ?? '').toLowerCase()
      if (name !== '' && name !== top.name)
        throw fail(`Unmatched end tag at byte offset ${byteOffset(at)}, expected "</${top.name}>", found "</${name}>"`)
      closeTag(top, text, entities, fail)
      at += close[0].length
    } else {
      const [tag, next] = openTag(source, at, text.length, problem => fail(`${problem} at byte offset ${byteOffset(at)}`))
      open.push(tag)
      at = next
    }
  }
  const left = open.at(-1)
  if (left) throw fail(`Can't find end tag corresponding to start tag "${left.name}"`)
  return { text, entities: settleEntities(entities) }
}

function openTag(source: string, begin: number, offset: number, fail: (problem: string) => Error): [OpenTag, next: number] {
  const [start, rawName = ''] = /^<([^\s>]*)/.exec(source.slice(begin)) ?? ['']
  let at = begin + start.length
  if (at >= source.length) throw fail('Unclosed start tag')
  const name = rawName.toLowerCase()
  if (!TAGS.has(name)) throw fail(`Unsupported start tag "${name}"`)
  const attributes = new Map<string, string>()
  for (;;) {
    at += /^\s*/.exec(source.slice(at))?.[0].length ?? 0
    if (source.charAt(at) === '>') break
    const attribute = /^([^\s=>]*)\s*(=?)\s*/.exec(source.slice(at))
    const key = (attribute?.[1] ?? '').toLowerCase()
    at += attribute?.[0].length ?? 0
    if (at >= source.length) throw fail('Unclosed start tag')
    if (key === '') throw fail(`Empty attribute name in the tag "${name}"`)
    if (attribute?.[2] !== '=') {
      if (!(name === 'blockquote' && key === 'expandable'))
        throw fail(`Expected equal sign in declaration of an attribute of the tag "${name}"`)
      attributes.set(key, '')
      continue
    }
    const value = /^(?:"([^"]*)"|'([^']*)'|([\p{L}\p{N}.-]*)(?=[\s>]))/u.exec(source.slice(at))
    if (!value) throw fail(/^["']/.test(source.slice(at)) ? 'Unclosed start tag' : 'Unexpected end of name token')
    attributes.set(key, value[3] === undefined ? decodeAll(value[1] ?? value[2] ?? '') : value[3].toLowerCase())
    at += value[0].length
    if (at >= source.length) throw fail('Unclosed start tag')
  }
  if (name === 'span' && attributes.get('class') !== 'tg-spoiler') throw fail('Tag "span" must have class "tg-spoiler"')
  return [{ name, attributes, offset }, at + 1]
}

function closeTag(
  { name, attributes, offset }: OpenTag,
  text: string,
  entities: MessageEntity[],
  fail: (p: string) => Error,
): void {
  const length = text.length - offset
  if (length === 0) return
  const place = { offset, length }
  const simple = SIMPLE[name]
  if (simple) entities.push({ type: simple, ...place })
  else if (name === 'a') {
    const link = linkEntity(attributes.get('href') || text.slice(offset), place)
    if (link) entities.push(link)
  } else if (name === 'tg-emoji') {
    const id = attributes.get('emoji-id') ?? ''
    if (!/^[1-9]\d*$/.test(id)) throw fail('Invalid custom emoji identifier specified')
    entities.push({ type: 'custom_emoji', custom_emoji_id: id, ...place })
  } else if (name === 'tg-time') {
    entities.push(dateTimeEntity(attributes.get('unix'), attributes.get('format'), place))
  } else if (name === 'blockquote') {
    entities.push({ type: attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote', ...place })
  } else pushCode(name, attributes, place, entities)
}

/** `<pre><code class="language-x">` is one entity with a language, in either nesting. */
function pushCode(
  name: string,
  attributes: Map<string, string>,
  place: { offset: number; length: number },
  entities: MessageEntity[],
): void {
  const language = /^language-(.+)$/.exec(attributes.get('class') ?? '')?.[1]
  const inner = entities.at(-1)
  const same = inner?.offset === place.offset && inner.length === place.length ? inner : undefined
  if (name === 'pre' && same?.type === 'code') {
    entities.pop()
    const known = codeLanguages.get(same)
    entities.push({ type: 'pre', ...place, ...(known ? { language: known } : {}) })
  } else if (name === 'code' && same?.type === 'pre') {
    entities.pop()
    entities.push({ type: 'pre', ...place, ...(language ? { language } : {}) })
  } else if (name === 'pre') entities.push({ type: 'pre', ...place })
  else {
    const code: MessageEntity = { type: 'code', ...place }
    if (language) codeLanguages.set(code, language)
    entities.push(code)
  }
}

/** The language of a `code` tag, kept until it is known whether a `pre` stands around it. */
const codeLanguages = new WeakMap<MessageEntity, string>()

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

function decodeCharacter(source: string, at: number): [decoded: string, next: number] {
  const match = /^&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot)(?![a-z]));?/i.exec(source.slice(at, at + 12))
  const named = match?.[3] && NAMED[match[3]]
  if (match && named) return [named, at + match[0].length]
  const code = match?.[1] ? Number.parseInt(match[1], 16) : Number(match?.[2] ?? 0)
  if (match && code > 0 && code < 0x10ffff) return [String.fromCodePoint(code), at + match[0].length]
  return ['&', at + 1]
}

function decodeAll(value: string): string {
  let decoded = ''
  for (let at = 0; at < value.length; ) {
    const [char, next] = value.charAt(at) === '&' ? decodeCharacter(value, at) : [value.charAt(at), at + 1]
    decoded += char
    at = next
  }
  return decoded
}
