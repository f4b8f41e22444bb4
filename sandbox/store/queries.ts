import { randomInt } from 'node:crypto'
import type { Queries, Sql } from './schema.ts'

/** For how long Telegram takes an answer to a press; the documentation says only "a few seconds to minutes". */
const ANSWER_WITHIN_SECONDS = 60

export type CallbackQueries = ReturnType<typeof openCallbackQueries>

export function openCallbackQueries(sql: Sql) {
  return {
    async ask(chatId: number, at: Date, queries: Queries): Promise<string> {
      const id = `${randomInt(1, 2 ** 31)}${String(randomInt(0, 10 ** 9)).padStart(9, '0')}`
      await queries`insert into sandbox.queries (id, chat_id, asked_at) values (${id}, ${chatId}, ${at})`
      return id
    },

    /** The chat that waits for the answer; none when the query is unknown, too old, or was answered before. */
    async answer(id: string, at: Date): Promise<number | undefined> {
      const oldest = new Date(at.getTime() - ANSWER_WITHIN_SECONDS * 1000)
      const rows = await sql<{ chat_id: string }[]>`
        update sandbox.queries set answered = true
        where id = ${id} and not answered and asked_at >= ${oldest} returning chat_id`
      return rows[0] && Number(rows[0].chat_id)
    },
  }
}
