import type { Sql } from 'postgres'

const key = 'clock-offset-ms'

export interface DeskClock {
  /** desk time: machine time plus the offset, which only the sandbox moves */
  now(): Date
  offset(): number
  /** resolves when the new offset is stored and every process has been notified */
  move(offset: number): Promise<void>
  close(): Promise<void>
}

/**
 * The desk's clock, read by every process and thread from one row. `movable: false` (a real bot) ignores the row altogether.
 * `onMove` runs after every change, in every process that listens.
 */
export async function openDeskClock(
  sql: Sql,
  { movable, onMove }: { movable: boolean; onMove?: () => void },
): Promise<DeskClock> {
  let offset = 0
  const load = async () => {
    const [row] = await sql<{ value: number }[]>`select value from settings where key = ${key}`
    offset = Number(row?.value ?? 0)
  }
  const closed = { now: () => new Date(Date.now() + offset), offset: () => offset }
  if (!movable) return { ...closed, move: () => Promise.reject(new Error('the clock cannot be moved')), close: async () => {} }
  const changed = () => {
    load().then(onMove, () => {})
  }
  // after a lost connection postgres.js listens again and calls onlisten: what was notified meanwhile is read then
  const listening = await sql.listen('clock', changed, changed)
  await load()
  return {
    ...closed,
    async move(next) {
      await sql`insert into settings (key, value) values (${key}, ${sql.json(next)}) on conflict (key) do update set value = excluded.value`
      offset = next
      await sql.notify('clock', '')
    },
    close: () => listening.unlisten(),
  }
}
