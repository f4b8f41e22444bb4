import type { MessageEntity, User } from '@grammyjs/types'
import { badRequest } from '../bot-api/errors.ts'
import { addAutomaticEntities } from './automatic.ts'
import { cleanText, type FormattedText, settleEntities, trimFormatted } from './formatted.ts'
import { parseHtml } from './html.ts'
import { parseMarkdown } from './markdown.ts'
import { parseMarkdownV2 } from './markdown-v2.ts'

/** No text within the limits needs more, however marked up. */
const LONGEST_SOURCE = 64 * 1024

export interface RawText {
  text: string
  parseMode?: string | undefined
  entities?: MessageEntity[] | undefined
}

/** From what a bot sends to what stands in the chat: parsed, trimmed, with the entities that Telegram adds. */
export function formatText({ text, parseMode, entities }: RawText, findUser: (id: number) => User | undefined): FormattedText {
  if (text.length > LONGEST_SOURCE) throw badRequest('message is too long')
  const parsed = parse(cleanText(text), parseMode, entities)
  const trimmed = trimFormatted(parsed)
  const named = trimmed.entities.flatMap((entity): MessageEntity[] => {
    if (entity.type !== 'text_mention') return [entity]
    const user = findUser(entity.user.id)
    return user ? [{ ...entity, user }] : []
  })
  return { text: trimmed.text, entities: addAutomaticEntities(trimmed.text, named) }
}

/** What a person types: plain, with the entities that Telegram adds. */
export function formatTyped(text: string): FormattedText {
  const { text: trimmed } = trimFormatted({ text: cleanText(text), entities: [] })
  return { text: trimmed, entities: addAutomaticEntities(trimmed, []) }
}

function parse(text: string, parseMode: string | undefined, entities: MessageEntity[] | undefined): FormattedText {
  const mode = parseMode?.toLowerCase() ?? ''
  if (mode === 'html') return parseHtml(text)
  if (mode === 'markdownv2') return parseMarkdownV2(text)
  if (mode === 'markdown') return parseMarkdown(text)
  if (mode !== '' && mode !== 'none') throw badRequest('unsupported parse_mode')
  return { text, entities: settleEntities((entities ?? []).filter(entity => fits(text, entity))) }
}

function fits(text: string, { offset, length }: MessageEntity): boolean {
  if (length <= 0) return false
  if (offset < 0 || offset + length > text.length)
    throw badRequest(
      `can't parse entities: entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${offset + length}`,
    )
  return true
}

/** Cuts what is too long for one message, at a line or a word where one is near. */
export function splitTyped(text: string, limit: number): string[] {
  const rest = [...text]
  const parts: string[] = []
  while (rest.length > limit) {
    const head = rest.slice(0, limit)
    const space = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '))
    parts.push(rest.splice(0, space > limit / 2 ? space + 1 : limit).join(''))
  }
  return [...parts, rest.join('')]
}
