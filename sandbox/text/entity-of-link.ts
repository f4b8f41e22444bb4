import type { MessageEntity } from '@grammyjs/types'
import { badRequest } from '../bot-api/errors.ts'
import { checkLink } from './links.ts'

interface Place {
  offset: number
  length: number
}

/** A link's entity, or none where Telegram would silently leave plain text. A mention of a user is given its name when sent. */
export function linkEntity(url: string, place: Place): MessageEntity | undefined {
  const userId = /^tg:(?:\/\/)?user\/?\?id=(\d+)$/i.exec(url.trim())?.[1]
  if (userId) return { type: 'text_mention', user: { id: Number(userId), is_bot: false, first_name: '' }, ...place }
  const checked = checkLink(url)
  return 'url' in checked ? { type: 'text_link', url: checked.url, ...place } : undefined
}

type DateTimeFormat = MessageEntity.DateTimeMessageEntity['date_time_format']

/** `unix` in seconds; the format is documented as `r|w?[dD]?[tT]?`. */
export function dateTimeEntity(unix: string | undefined, format: string | undefined, place: Place): MessageEntity {
  if (unix === undefined || !/^-?\d{1,12}$/.test(unix)) throw badRequest("can't parse entities: Invalid date-time specified")
  return { type: 'date_time', unix_time: Number(unix), date_time_format: dateTimeFormat(format ?? ''), ...place }
}

export function dateTimeFormat(format: string): DateTimeFormat {
  if (!isDateTimeFormat(format)) throw badRequest("can't parse entities: Invalid date-time format specified")
  return format
}

const isDateTimeFormat = (format: string): format is DateTimeFormat => /^(?:r|w?[dD]?[tT]?)$/.test(format)
