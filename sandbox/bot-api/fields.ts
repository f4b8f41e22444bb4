import type { MessageEntity } from '@grammyjs/types'
import { z } from 'zod'
import { dateTimeFormat } from '../text/entity-of-link.ts'
import { badRequest } from './errors.ts'

/** Values as Telegram takes them: typed in a JSON body, or as strings in a form, JSON inside where the value is an object. */
export const integer = z.union([
  z.number().int(),
  z
    .string()
    .trim()
    .regex(/^[+-]?\d{1,15}$/)
    .transform(Number),
])

export const decimal = z.union([z.number(), z.string().trim().min(1).transform(Number).pipe(z.number())])

export const flag = z
  .union([z.boolean(), z.number(), z.string()])
  .transform(value => (typeof value === 'string' ? ['true', 'yes', '1'].includes(value.trim().toLowerCase()) : Boolean(value)))

export const string = z.union([z.string(), z.number().transform(String), z.boolean().transform(String)])

/** A value that a form carries as JSON text. */
export function json<S extends z.ZodType>(schema: S, what: string) {
  return z.preprocess(value => {
    if (typeof value !== 'string') return value
    try {
      return JSON.parse(value) as unknown
    } catch {
      throw badRequest(`can't parse ${what} JSON object`)
    }
  }, schema)
}

export const updateKinds = json(z.array(z.string()), 'allowed_updates')

const place = { offset: integer, length: integer }
const plainKinds = [
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
] as const

const entity: z.ZodType<MessageEntity> = z.discriminatedUnion('type', [
  z.object({ type: z.enum(plainKinds), ...place }),
  z.object({ type: z.literal('pre'), language: z.string().exactOptional(), ...place }),
  z.object({ type: z.literal('text_link'), url: z.string(), ...place }),
  z.object({
    type: z.literal('text_mention'),
    user: z.object({ id: integer }).transform(({ id }) => ({ id, is_bot: false, first_name: '' })),
    ...place,
  }),
  z.object({ type: z.literal('custom_emoji'), custom_emoji_id: z.string(), ...place }),
  z.object({
    type: z.literal('date_time'),
    unix_time: integer,
    date_time_format: z.string().default('').transform(dateTimeFormat),
    ...place,
  }),
])

export const entities = json(z.array(entity), 'entities')

/** Fields that every send takes. */
export const sendFields = {
  chat_id: string,
  disable_notification: flag.optional(),
  protect_content: flag.optional(),
  message_effect_id: string.optional(),
  reply_parameters: json(
    z.object({ message_id: integer, allow_sending_without_reply: flag.optional(), quote: z.string().optional() }),
    'reply parameters',
  ).optional(),
  reply_to_message_id: integer.optional(),
  allow_sending_without_reply: flag.optional(),
  reply_markup: z.unknown().optional(),
}

export const captionFields = {
  caption: string.optional(),
  parse_mode: string.optional(),
  caption_entities: entities.optional(),
  show_caption_above_media: flag.optional(),
  has_spoiler: flag.optional(),
}
