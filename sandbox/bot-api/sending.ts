import { randomInt } from 'node:crypto'
import { z } from 'zod'
import type { MediaKind } from '../attachments.ts'
import { cleanText } from '../text/formatted.ts'
import { openChat } from './chat.ts'
import { deliver, readCaption, readText } from './deliver.ts'
import { badRequest } from './errors.ts'
import { captionFields, decimal, entities, flag, integer, json, sendFields, string } from './fields.ts'
import { takeMedia } from './media.ts'
import { type Method, method } from './method.ts'

const linkPreview = json(
  z.looseObject({
    is_disabled: flag.exactOptional(),
    url: z.string().exactOptional(),
    prefer_small_media: flag.exactOptional(),
    prefer_large_media: flag.exactOptional(),
    show_above_text: flag.exactOptional(),
  }),
  'link preview options',
)

export const textFields = {
  text: string,
  parse_mode: string.optional(),
  entities: entities.optional(),
  link_preview_options: linkPreview.optional(),
  disable_web_page_preview: flag.optional(),
}

type PreviewInput = {
  link_preview_options?: z.output<typeof linkPreview> | undefined
  disable_web_page_preview?: boolean | undefined
}

export function readPreview({ link_preview_options, disable_web_page_preview }: PreviewInput) {
  const options = link_preview_options ?? (disable_web_page_preview ? { is_disabled: true } : undefined)
  return options ? { link_preview_options: options } : {}
}

const sendMessage = method(z.object({ ...sendFields, ...textFields }), async (input, { world }) => {
  const content = readText(world, input.text, input.parse_mode, input.entities)
  return deliver(world, input, { ...content, ...readPreview(input) })
})

const facts = {
  duration: integer.optional(),
  width: integer.optional(),
  height: integer.optional(),
  title: string.optional(),
  performer: string.optional(),
}

function sendMedia(kind: MediaKind): Method {
  return method(z.looseObject({ ...sendFields, ...captionFields, ...facts }), async (input, call) => {
    const caption = readCaption(call.world, input)
    openChat(call.world, input.chat_id)
    return deliver(call.world, input, { ...(await takeMedia(call, kind, kind, input[kind], input)), ...caption })
  })
}

export const inputMedia = z.object({
  type: z.enum(['photo', 'document', 'video', 'audio', 'animation']),
  media: z.string(),
  ...captionFields,
  ...facts,
})

const album = json(z.array(inputMedia), 'media')

const sendMediaGroup = method(z.object({ ...sendFields, media: album }), async (input, call) => {
  if (input.media.length < 2 || input.media.length > 10) throw badRequest('there must be 2-10 items in the media group')
  const kinds = new Set(input.media.map(({ type }) => (type === 'video' ? 'photo' : type)))
  if (kinds.size > 1 || kinds.has('animation')) throw badRequest("can't mix these types in a media group")
  openChat(call.world, input.chat_id)
  const items = []
  for (const item of input.media)
    items.push({ ...(await takeMedia(call, item.type, '', item.media, item)), ...readCaption(call.world, item) })
  const groupId = String(randomInt(10 ** 12, 10 ** 14))
  const sent = []
  for (const item of items)
    sent.push(await deliver(call.world, { ...input, reply_markup: undefined }, { ...item, media_group_id: groupId }))
  return sent
})

const sendLocation = method(
  z.object({ ...sendFields, latitude: decimal, longitude: decimal, horizontal_accuracy: decimal.optional() }),
  async (input, { world }) => {
    const { latitude, longitude, horizontal_accuracy } = input
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw badRequest('wrong location specified')
    const accuracy = horizontal_accuracy === undefined ? {} : { horizontal_accuracy }
    return deliver(world, input, { location: { latitude, longitude, ...accuracy } })
  },
)

const sendContact = method(
  z.object({ ...sendFields, phone_number: string, first_name: string, last_name: string.optional(), vcard: string.optional() }),
  async (input, { world }) => {
    const { phone_number, first_name, last_name, vcard } = input
    if (cleanText(first_name).trim() === '') throw badRequest('contact first name must be non-empty')
    const extras = { ...(last_name ? { last_name } : {}), ...(vcard ? { vcard } : {}) }
    return deliver(world, input, { contact: { phone_number: phone_number.replace(/[^\d]/g, ''), first_name, ...extras } })
  },
)

export const sending: Record<string, Method> = {
  sendMessage,
  sendPhoto: sendMedia('photo'),
  sendDocument: sendMedia('document'),
  sendVideo: sendMedia('video'),
  sendAudio: sendMedia('audio'),
  sendVoice: sendMedia('voice'),
  sendAnimation: sendMedia('animation'),
  sendMediaGroup,
  sendLocation,
  sendContact,
}
