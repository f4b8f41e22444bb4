import type { Update } from '@grammyjs/types'
import { and, eq, inArray } from 'drizzle-orm'
import { answerQuestion } from '../../core/application/answer.ts'
import type { Form } from '../../core/application/steps.ts'
import { startApplication } from '../../core/case/start.ts'
import { answers } from '../../db/schema/cases.ts'
import { answersOfTest, type TestDesk } from '../support/desk.ts'
import { textUpdate } from './answer-updates.ts'
import { median, percentile } from './measurement.ts'
import { deliverAll, type Load, type Served } from './webhook-load.ts'

const rounds = 9
const warmUp = 2
/** each answers once a round */
const peoplePerRound = 100

export const sentence = '我自己用，工作日带去公司'

/** One kind of delivery: a round of it, and how to begin the next where this one began. */
export interface Contestant {
  served: Served
  updates(): Update[]
  reset(): Promise<unknown>
  loads: Load[]
}

/** Everybody's rounds, in turn. */
export async function race(contestants: readonly Contestant[]): Promise<void> {
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const contestant of contestants) {
      const load = await deliverAll(contestant.served, contestant.updates())
      if (round >= warmUp) contestant.loads.push(load)
      await contestant.reset()
    }
  }
}

export const rate = ({ loads }: Contestant): number => median(loads.map(load => load.perSecond))
export const p99 = ({ loads }: Contestant): number =>
  percentile(
    loads.flatMap(load => load.took),
    99,
  )

const everybody = <T>(make: (number: number) => T): T[] => Array.from({ length: peoplePerRound }, (_, index) => make(index + 1))

export async function floorOf({ database: { sql } }: TestDesk, served: Served): Promise<Contestant> {
  await sql`create table floor_updates (id bigint primary key, at timestamptz not null default now())`
  await sql`create table floor_people (id bigint primary key, step int not null, answer text)`
  await sql`insert into floor_people select id, 0 from generate_series(1, ${peoplePerRound}) id`
  const updates = () => everybody(id => textUpdate(id, sentence))
  return { served, updates, reset: async () => undefined, loads: [] }
}

/** People of the plugin who have answered every question but the last; a reset puts their states back. */
export async function conversationAt({ database: { sql } }: TestDesk, served: Served, questions: number): Promise<Contestant> {
  await sql`create table conversation_states (key text primary key, state jsonb not null)`
  const updates = () => everybody(id => textUpdate(id, sentence))
  // the first word enters the form
  for (let said = 0; said < questions; said++) await deliverAll(served, updates())
  await sql`create table conversation_before as select * from conversation_states`
  const reset = async () => {
    const left = await sql`
      insert into conversation_states select * from conversation_before
      on conflict (key) do update set state = excluded.state returning key`
    if (left.length !== peoplePerRound) throw new Error('not everybody was in the form')
  }
  return { served, updates, reset, loads: [] }
}

interface Open {
  field: string
  text: string
  /** the desk's own unless given */
  form?: Form
}

/** People of the desk whose open question is `field`, everything before it answered; a reset takes that answer away again. */
export async function deskAt(desk: TestDesk, served: Served, { field, text, form }: Open): Promise<Contestant> {
  const said: [string, string][] = form
    ? form.flatMap(({ steps }) => steps.map(step => [step.field, sentence] as [string, string]))
    : Object.entries(answersOfTest)
  const before = said.slice(
    0,
    said.findIndex(([one]) => one === field),
  )
  const opened: { caseId: string; telegramId: number }[] = []
  for (let made = 0; made < peoplePerRound; made++) {
    const { person, ctx: own } = await desk.newApplicant()
    const ctx = form ? { ...own, form } : own
    const { found } = await startApplication(ctx, { personId: person.id })
    for (const [field, text] of before) await answerQuestion(ctx, { caseId: found.id, field, text })
    opened.push({ caseId: found.id, telegramId: person.telegramId })
  }
  const { db } = desk.ctxFor({ kind: 'job', name: 'bench' })
  const theirs = inArray(
    answers.caseId,
    opened.map(({ caseId }) => caseId),
  )
  return {
    served,
    updates: () => opened.map(({ telegramId }) => textUpdate(telegramId, text)),
    loads: [],
    reset: async () => {
      const taken = await db
        .delete(answers)
        .where(and(theirs, eq(answers.field, field)))
        .returning({ caseId: answers.caseId })
      if (taken.length !== peoplePerRound) throw new Error(`not every answer to ${field} was taken`)
    },
  }
}
