import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { sql } from 'drizzle-orm'
import type { TestDesk } from './desk.ts'

type ByApplicant = { caseId: string; personId: string }

export type Tap =
  | ({ verb: 'book' | 'move'; startsAt: string } & ByApplicant)
  | ({ verb: 'cancel'; version: number } & ByApplicant)
  | ({ verb: 'now' } & ByApplicant)
  | { verb: 'move-line' }
  /** nothing but an insert into `bare_times`, which a benchmark makes: what a tap cannot do without */
  | { verb: 'bare'; reviewerId: string; startsAt: string }

/** Taps that a process makes all at once, at that moment of desk time. */
export interface Round {
  at: string
  taps: Tap[]
}

export interface Tapped {
  /** `won`, the code of the refusal, or what else was thrown */
  came: string
  ms: number
}

export interface TappingProcess {
  tap(taps: Tap[]): Promise<Tapped[]>
  stop(): Promise<void>
}

/** Another process of the same desk, which makes the taps that it is told. `file`: test/support/tapping-process.ts as JavaScript. */
export async function startTapping(desk: TestDesk, file: string, connections = 10): Promise<TappingProcess> {
  const input = JSON.stringify({ ...desk.settings, connections })
  const child = spawn(process.execPath, [file, input], { stdio: ['pipe', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const read = async (): Promise<string> => {
    const { value, done } = await lines.next()
    if (done) throw new Error('the tapping process has ended')
    return value
  }
  await read()
  return {
    async tap(taps) {
      const round: Round = { at: desk.now().toISOString(), taps }
      child.stdin.write(`${JSON.stringify(round)}\n`)
      return JSON.parse(await read())
    },
    async stop() {
      child.stdin.end()
      await exited
    },
  }
}

/** The taps dealt out to the processes in turn and made by all of them at once; what came of each, in the order of the taps. */
export async function tapAtOnce(processes: readonly TappingProcess[], taps: readonly Tap[]): Promise<Tapped[]> {
  const count = processes.length
  const dealt = await Promise.all(
    processes.map((process, turn) => process.tap(taps.filter((_, index) => index % count === turn))),
  )
  return taps.map((_, index) => dealt[index % count]?.[Math.floor(index / count)] ?? { came: 'nothing', ms: 0 })
}

/** Deadlocks that the server has broken on this database, those included that a verb tried again after. Only what ended its connection counts for certain. */
export async function countDeadlocks({ database }: Pick<TestDesk, 'database'>): Promise<number> {
  const [row] = await database.sql<{ deadlocks: string }[]>`
    select deadlocks from pg_stat_database where datname = current_database()`
  return Number(row?.deadlocks)
}

let made = 0

/** Cases that are invited, put in as rows: for what needs many of them, and nothing of their applications. */
export async function insertInvited(desk: TestDesk, count: number): Promise<ByApplicant[]> {
  const [from, now] = [made, desk.now().toISOString()]
  made += count
  const rows = await desk.database.db.execute<{ case_id: string; person_id: string }>(sql`
    with persons as (
      insert into people (id, telegram_id, locale, created_at)
      select gen_random_uuid(), 900000000 + ${from}::int + number, 'en', ${now}::timestamptz from generate_series(1, ${count}::int) number
      returning id, telegram_id
    )
    insert into cases (id, code, person_id, state, scope, created_at)
    select gen_random_uuid(), 'T-' || (telegram_id - 900000000), id, 'invited', '{identity}', ${now}::timestamptz
    from persons order by telegram_id
    returning id as case_id, person_id`)
  return rows.map(row => ({ caseId: row.case_id, personId: row.person_id }))
}
