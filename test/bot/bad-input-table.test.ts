import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forget, readApplication } from '../../core/application/answers.ts'
import { findStep } from '../../core/application/steps.ts'
import { readCase } from '../../core/case/load.ts'
import type { ChatPerson } from '../support/chat.ts'
import { until } from '../support/wait.ts'
import { act, inputs, type Outcome, table } from './bad-input-table.ts'
import { startDesk, type TestDesk } from './desk.ts'
import { fillTo } from './filling.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
})
afterAll(() => desk.stop())

const fields = () => desk.ctx.form.flatMap(({ steps }) => steps.map(({ field }) => field))

it('every question of the form has its row, and no row is without a question', () => {
  expect(Object.keys(table)).toEqual(fields())
})

describe.concurrent('G11: whatever is sent at a question is either read for what it means, or answered and left out', () => {
  it.each(Object.keys(table))('%s', async field => {
    const { right, expected, after = {} } = table[field] ?? expect.fail(`no row for ${field}`)
    const person = await desk.newcomer()
    const { caseId, earlier } = await fillTo(desk, person, field, after)
    for (const input of inputs) {
      const before = await standing(caseId)
      await act(person, input, right, earlier)
      const got = await come(person, caseId, field, expected[input])
      expect(got, `${input} at ${field}`).toEqual(wanted(expected[input]))
      // refused: nothing is different. Taken: back to where it was, for the next input
      await forget(desk.ctx, caseId, expected[input] instanceof RegExp ? [] : [field])
      expect((await standing(caseId)).answers, `${input} at ${field}`).toEqual(before.answers)
    }
    expect((await standing(caseId)).position).toMatchObject({ at: 'question', step: { field } })
  })
})

const wanted = (outcome: Outcome) => (outcome instanceof RegExp ? { refused: true } : outcome)

/** What came of it, in the same words as it was expected. */
async function come(person: ChatPerson, caseId: string, field: string, outcome: Outcome) {
  if (outcome instanceof RegExp) {
    await person.sees(outcome)
    return { refused: (await standing(caseId)).said(field) === undefined }
  }
  const value = await until(async () => (await standing(caseId)).said(field), { what: `an answer to ${field}` }).catch(
    async () => `not kept; the chat says: ${(await person.messages()).at(-1)?.text}`,
  )
  await person.sees(/\S/)
  const isPhoto = findStep(desk.ctx.form, field)?.step.kind === 'photo'
  return { keeps: isPhoto ? '' : value }
}

async function standing(caseId: string) {
  return readApplication(desk.ctx, await readCase(desk.ctx, { id: caseId }))
}
