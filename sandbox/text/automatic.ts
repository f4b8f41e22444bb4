import type { MessageEntity } from '@grammyjs/types'
import { sortEntities } from './formatted.ts'
import { checkLink } from './links.ts'

type Automatic = 'url' | 'email' | 'bot_command' | 'mention' | 'hashtag' | 'cashtag' | 'phone_number'

/** Top-level domains under which a bare host counts as a link; Telegram's list is far longer. */
const BARE_DOMAINS =
  'com|org|net|io|me|cn|dev|app|info|edu|gov|co|uk|de|fr|ru|jp|kr|hk|tw|sg|ai|xyz|top|shop|site|online|tv|cc|us|eu'

/** In order of precedence; where two overlap, the earlier kind wins. */
const PATTERNS: [type: Automatic, pattern: RegExp][] = [
  ['email', /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}(?![\w-])/giu],
  ['url', /(?<![\p{L}\p{N}_@/.])(?:https?|ftp|tg|ton):\/\/[^\s<>"'`\u3000-\u303f\uff00-\uffef]+/giu],
  [
    'url',
    new RegExp(
      `(?<![\\p{L}\\p{N}_@/.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+(?:${BARE_DOMAINS})(?![\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_])(?::\\d{1,5})?(?:[/?#][^\\s<>"'\`\\u3000-\\u303f\\uff00-\\uffef]*)?`,
      'giu',
    ),
  ],
  ['bot_command', /(?<![\p{L}\p{N}_/<>])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\p{L}\p{N}_/<>])/giu],
  ['mention', /(?<![\p{L}\p{N}_@/])@[a-z0-9_]{2,32}(?![\p{L}\p{N}_])/giu],
  ['hashtag', /(?<![\p{L}\p{N}_#])#(?=[\p{L}\p{N}_]*\p{L})[\p{L}\p{N}_]{1,256}(?![\p{L}\p{N}_#])/gu],
  ['cashtag', /(?<![\p{L}\p{N}_$])\$[A-Z]{1,8}(?![\p{L}\p{N}_$])/gu],
  ['phone_number', /(?<![\p{L}\p{N}_+])\+\d(?:[\s().-]?\d){6,14}(?![\p{L}\p{N}_])/gu],
]

const overlaps = (a: MessageEntity, b: MessageEntity) => a.offset < b.offset + b.length && b.offset < a.offset + a.length

/** Adds what Telegram finds by itself in a text: links, commands, mentions and the like, outside of code and links. */
export function addAutomaticEntities(text: string, entities: MessageEntity[]): MessageEntity[] {
  const opaque = entities.filter(({ type }) =>
    ['pre', 'code', 'text_link', 'text_mention', 'custom_emoji', 'date_time'].includes(type),
  )
  const found: MessageEntity[] = []
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const value = type === 'url' ? trimUrl(match[0]) : match[0]
      const entity: MessageEntity = { type, offset: match.index, length: value.length }
      if (type === 'url' && !isLink(value)) continue
      if (![...opaque, ...found].some(other => overlaps(entity, other))) found.push(entity)
    }
  }
  return sortEntities([...entities, ...found])
}

function isLink(url: string): boolean {
  const checked = checkLink(url)
  return 'url' in checked || /^ftp:\/\//i.test(url)
}

/** Punctuation at the end belongs to the sentence, a closing bracket only to a link that opened it. */
function trimUrl(url: string): string {
  let trimmed = url.replace(/[.,:;!?…'"]+$/u, '')
  while (trimmed.endsWith(')') && trimmed.split(')').length > trimmed.split('(').length) trimmed = trimmed.slice(0, -1)
  return trimmed
}
