import type { MessageEntity } from '@grammyjs/types'

export interface FormattedText {
  text: string
  entities: MessageEntity[]
}

/** Outer entities first where two begin at the same place; of the same extent, in this order. */
const ORDER = [
  'expandable_blockquote',
  'blockquote',
  'pre',
  'code',
  'text_link',
  'text_mention',
  'custom_emoji',
  'date_time',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
]

export function sortEntities(entities: MessageEntity[]): MessageEntity[] {
  return [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length || ORDER.indexOf(a.type) - ORDER.indexOf(b.type))
}

const end = (entity: MessageEntity) => entity.offset + entity.length
const within = (inner: MessageEntity, outer: MessageEntity) => inner.offset >= outer.offset && end(inner) <= end(outer)

/** Drops what Telegram drops: entities inside code and pre, an entity inside another of its kind, links inside links. */
export function settleEntities(entities: MessageEntity[]): MessageEntity[] {
  const kept: MessageEntity[] = []
  for (const entity of sortEntities(entities)) {
    const hosts = kept.filter(other => within(entity, other))
    const lost = hosts.some(other => isCode(other) || other.type === entity.type || (isLink(other) && isLink(entity)))
    if (!lost && entity.length > 0) kept.push(entity)
  }
  return kept.filter(entity => !isCode(entity) || !kept.some(other => other !== entity && within(entity, other) && isLink(other)))
}

const isCode = (entity: MessageEntity) => entity.type === 'pre' || entity.type === 'code'
const isLink = (entity: MessageEntity) => ['text_link', 'text_mention', 'custom_emoji', 'date_time', 'url'].includes(entity.type)

/** Cuts white space at both ends; an entity keeps the leading space that it covers, as Telegram does. */
export function trimFormatted({ text, entities }: FormattedText): FormattedText {
  const tail = text.trimEnd()
  const firstEntity = Math.min(...entities.map(entity => entity.offset), tail.length)
  let lead = 0
  while (lead < firstEntity && /\s/.test(tail.charAt(lead))) lead++
  const trimmed = tail.slice(lead)
  const shifted = entities.map(entity => {
    const offset = entity.offset - lead
    return { ...entity, offset, length: Math.min(entity.length, trimmed.length - offset) }
  })
  const visible = shifted.filter(({ offset, length }) => length > 0 && trimmed.slice(offset, offset + length).trim() !== '')
  return { text: trimmed, entities: visible }
}

/** Control characters and halves of surrogate pairs go, as Telegram cleans them; line breaks stay. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\p{Cc}/gu, char => (char === '\n' || char === '\t' ? char : ' '))
}

/** Characters as Telegram counts them for its limits. */
export const lengthOf = (text: string): number => [...text].length
