import type { Message, Update, UserFromGetMe } from '@grammyjs/types'

export const webhookPath = '/telegram/webhook'
export const webhookSecret = 'a-secret-of-the-benchmark'

export const botInfo = {
  id: 1,
  is_bot: true,
  first_name: 'Bench',
  username: 'bench_bot',
  can_join_groups: false,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
} as UserFromGetMe

let last = 0

/** A text that somebody typed, as Telegram delivers it. */
export function textUpdate(telegramId: number, text: string): Update {
  last += 1
  const from = { id: telegramId, is_bot: false, first_name: 'A', language_code: 'zh-hans' }
  const message = {
    message_id: last,
    date: 1_764_000_000,
    chat: { id: telegramId, type: 'private', first_name: 'A' },
    from,
    text,
  }
  return { update_id: last, message: message as Message & Update.NonChannel }
}
