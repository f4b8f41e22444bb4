import type { Message } from '@grammyjs/types'
import type { AnyMarkup } from '../contract.ts'
import { jsonb } from './json.ts'
import type { Queries, Sql } from './schema.ts'

/** A message as the page sees it: the Bot API's object, but with whatever markup came with it. */
export type ChatMessage = Omit<Message, 'reply_markup'> & { reply_markup?: AnyMarkup }
export type Draft = Omit<ChatMessage, 'message_id'>

export type Messages = ReturnType<typeof openMessages>

export function openMessages(sql: Sql) {
  return {
    /** One insert; the id is the next one of the whole account, as in Telegram's private chats. */
    async add(draft: Draft, queries: Queries = sql): Promise<ChatMessage> {
      const rows = await queries<{ message_id: number }[]>`
        insert into sandbox.messages (chat_id, body) values (${draft.chat.id}, ${jsonb(queries, draft)}) returning message_id`
      return { message_id: rows[0]?.message_id ?? 0, ...draft }
    },

    async find(chatId: number, messageId: number): Promise<ChatMessage | undefined> {
      const rows = await sql<Row[]>`
        select message_id, body from sandbox.messages
        where message_id = ${messageId} and chat_id = ${chatId} and not deleted`
      return rows[0] && fromRow(rows[0])
    },

    async replace(message: ChatMessage, queries: Queries = sql): Promise<void> {
      const { message_id, ...body } = message
      await queries`update sandbox.messages set body = ${jsonb(queries, body)} where message_id = ${message_id} and not deleted`
    },

    /** False where there was nothing to delete. */
    async remove(chatId: number, messageId: number): Promise<boolean> {
      const gone = await sql`
        update sandbox.messages set deleted = true where message_id = ${messageId} and chat_id = ${chatId} and not deleted`
      return gone.count > 0
    },

    /** The newest, oldest first. */
    async newest(chatId: number, limit: number): Promise<ChatMessage[]> {
      const rows = await sql<Row[]>`
        select message_id, body from sandbox.messages where chat_id = ${chatId} and not deleted
        order by message_id desc limit ${limit}`
      return rows.map(fromRow).reverse()
    },
  }
}

interface Row {
  message_id: number
  body: Omit<ChatMessage, 'message_id'>
}

function fromRow({ message_id, body }: Row): ChatMessage {
  return { message_id, ...body }
}

/** What a bot is told: inline keyboards only, and of a replied-to message no reply of its own. */
export function asBotMessage({ reply_markup, reply_to_message, ...rest }: ChatMessage): Message {
  const message: Message = rest
  if (reply_markup && 'inline_keyboard' in reply_markup) message.reply_markup = reply_markup
  if (reply_to_message) message.reply_to_message = reply_to_message
  return message
}
