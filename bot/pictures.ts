import { type Api, GrammyError, InputFile, InputMediaBuilder } from 'grammy'
import type { Ctx, Log } from '../core/context.ts'
import { describeError } from '../core/database-errors.ts'
import { failPicture, keepFileId, loadPicture, type PictureRef } from '../core/device/pictures.ts'
import { inlineKeyboard } from '../texts/keyboard.ts'
import type { Reply } from './replies.ts'

/** Where the pictures of devices are kept. */
export interface Pictures {
  load(key: string): Promise<Buffer | undefined>
  /** the messenger now has it, under this name */
  sent(key: string, fileId: string): Promise<void>
  failed(key: string): Promise<void>
}

export function createPictures(ctx: Ctx, log: Log): Pictures {
  // a name that was not noted costs another upload, no more
  const noted = (what: Promise<void>) =>
    what.catch(error => log.warn({ error: describeError(error) }, 'what became of a picture was not noted'))
  return {
    load: key => loadPicture(ctx, key),
    sent: (key, fileId) => noted(keepFileId(ctx, { key, fileId })),
    failed: key => noted(failPicture(ctx, key)),
  }
}

type Pictured = Extract<Reply, { kind: 'message' | 'edit' }> & { picture: PictureRef }

/**
 * Sends a picture with its words, or puts both into the message that was pressed. By the messenger's own name for it, where it has been
 * sent before: it is uploaded once. False when the messenger takes it in no form: the same words are then to go without it.
 */
export async function sendPicture(
  api: Api,
  pictures: Pictures,
  { chatId, messageId }: { chatId: number; messageId: number | undefined },
  { html, buttons = [], picture }: Pictured,
): Promise<boolean> {
  const markup = { reply_markup: { inline_keyboard: inlineKeyboard(buttons) } }
  const caption = { caption: html, parse_mode: 'HTML' } as const
  const put = (media: string | InputFile) =>
    messageId === undefined
      ? api.sendPhoto(chatId, media, { ...caption, ...markup })
      : api.editMessageMedia(chatId, messageId, InputMediaBuilder.photo(media, caption), markup)
  for (const form of ['fileId', 'url', 'bytes'] as const) {
    const media = form === 'bytes' ? await readBytes(pictures, picture.key) : picture[form]
    if (media === undefined) continue
    try {
      const message = await put(media)
      const fileId = typeof message === 'object' ? message.photo?.at(-1)?.file_id : undefined
      if (fileId !== undefined && form !== 'fileId') await pictures.sent(picture.key, fileId)
      return true
    } catch (error) {
      if (!(error instanceof GrammyError) || error.error_code !== 400 || /not modified/i.test(error.description)) throw error
      // too old to be edited: below, as a new message
      if (/message to edit|can't be edited/i.test(error.description))
        return sendPicture(api, pictures, { chatId, messageId: undefined }, { kind: 'message', html, buttons, picture })
    }
  }
  await pictures.failed(picture.key)
  return false
}

async function readBytes(pictures: Pictures, key: string): Promise<InputFile | undefined> {
  const bytes = await pictures.load(key)
  return bytes && new InputFile(bytes, 'device.jpg')
}
