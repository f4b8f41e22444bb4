import type { Update } from '@grammyjs/types'
import { jsonb } from './json.ts'
import type { Queries, Sql } from './schema.ts'

export type UpdateBody = Omit<Update, 'update_id'>

export interface Pending {
  senderId: number
  update: Update
}

export type UpdateLog = ReturnType<typeof openUpdateLog>

/** The updates nobody has acknowledged yet, oldest first. */
export function openUpdateLog(sql: Sql) {
  return {
    async add(senderId: number, body: UpdateBody, queries: Queries): Promise<void> {
      await queries`insert into sandbox.updates (sender_id, body) values (${senderId}, ${jsonb(queries, body)})`
    },

    /** Forgets everything before `from` and reads what is next, in one round trip. */
    async advance(from: number, limit: number): Promise<Pending[]> {
      const rows = await sql<Row[]>`
        with acknowledged as (delete from sandbox.updates where update_id < ${from})
        select update_id, sender_id, body from sandbox.updates where update_id >= ${from} order by update_id limit ${limit}`
      return rows.map(fromRow)
    },

    /** Forgets all but the newest `keep`. */
    async keepNewest(keep: number): Promise<void> {
      await sql`
        delete from sandbox.updates where update_id not in
          (select update_id from sandbox.updates order by update_id desc limit ${keep})`
    },

    /** The oldest of each person but those who are `busy`. */
    async next(limit: number, busy: number[]): Promise<Pending[]> {
      const rows = await sql<Row[]>`
        select distinct on (sender_id) update_id, sender_id, body from sandbox.updates
        where not (sender_id = any(${busy}::bigint[])) order by sender_id, update_id limit ${limit}`
      return rows.map(fromRow)
    },

    async remove(updateId: number): Promise<void> {
      await sql`delete from sandbox.updates where update_id = ${updateId}`
    },

    async count(): Promise<number> {
      const rows = await sql<{ count: number }[]>`select count(*)::integer as count from sandbox.updates`
      return rows[0]?.count ?? 0
    },

    async clear(): Promise<void> {
      await sql`delete from sandbox.updates`
    },
  }
}

interface Row {
  update_id: string
  sender_id: string
  body: UpdateBody
}

function fromRow(row: Row): Pending {
  return { senderId: Number(row.sender_id), update: { update_id: Number(row.update_id), ...row.body } }
}
