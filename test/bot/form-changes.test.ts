import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readApplication } from '../../core/application/answers.ts'
import { questions } from '../../core/application/questions.ts'
import type { Form, Question } from '../../core/application/steps.ts'
import { readCase } from '../../core/case/load.ts'
import { dataOf } from '../support/chat.ts'
import { startDesk, type TestDesk } from './desk.ts'
import { fillTo, fillToSummary } from './filling.ts'

let desk: TestDesk
let bot: Awaited<ReturnType<TestDesk['startBot']>>
beforeAll(async () => {
  desk = await startDesk()
  bot = await desk.startBot()
})
beforeEach(() => change(questions))
afterAll(() => desk.stop())

/** A deploy: the process ends, and another with this form goes on. `meanwhile`: while none runs. */
async function change(form: Form, meanwhile?: () => Promise<unknown>): Promise<void> {
  if (desk.ctx.form === form) return
  await bot.stop()
  Object.assign(desk.ctx, { form })
  await meanwhile?.()
  bot = await desk.startBot()
}

/** A question that no application knows yet; its words are those of the use plan. */
const added: Question = {
  key: 'purpose',
  steps: [{ field: 'added', words: 'usePlan', kind: 'text', check: 'words', min: 4, max: 500 }],
}
const at = (key: string) => questions.findIndex(question => question.key === key)
const without = (key: string): Form => questions.filter(question => question.key !== key)
const addedBefore = (key: string): Form => questions.toSpliced(at(key), 0, added)

const heard = '工作日带去公司'
async function standing(caseId: string) {
  return readApplication(desk.ctx, await readCase(desk.ctx, { id: caseId }))
}

describe('G9: the form may change in the middle of an application', () => {
  it('a question that comes in before the open one is asked first, and what was typed is not taken for its answer unread', async () => {
    const person = await desk.newcomer()
    const { caseId } = await fillTo(desk, person, 'phone')
    await person.say('/status')
    await person.sees('4/9 · 手机号')
    await change(addedBefore('name'))
    await person.say('13800138000')
    expect((await person.sees('用文字写出在哪里用')).text).toContain('例如')
    await person.say('/status')
    await person.sees('2/10 · 使用计划')
    await person.say(heard)
    await person.sees('5/10 · 手机号')
    expect((await standing(caseId)).said('added')).toBe(heard)
  })

  it('a question that comes in after the open one is asked when it is reached', async () => {
    const person = await desk.newcomer()
    await fillTo(desk, person, 'phone')
    await change(addedBefore('address'))
    await person.say('13800138000')
    await person.sees('5/10 · 使用计划')
    await person.say(heard)
    await person.sees('6/10 · 收货地址')
  })

  it('the open question goes: its late button changes nothing, and the next one is asked', async () => {
    const person = await desk.newcomer()
    const { caseId } = await fillTo(desk, person, 'occupation')
    await person.say('/status')
    const shown = await person.sees('6/9 · 职业')
    await change(without('occupation'))
    await person.pressData(dataOf(shown, '上班族'), shown.message_id)
    await person.sees('6/8 · 租赁用途')
    expect((await standing(caseId)).said('occupation')).toBeUndefined()
  })

  it('an answered question goes: the open one stays open, and the summary leaves the answer out', async () => {
    const person = await desk.newcomer()
    await fillTo(desk, person, 'address')
    const other = await desk.newcomer()
    await fillToSummary(desk, other)
    await change(without('phone'))
    await person.say('/status')
    await person.sees('4/8 · 收货地址')
    await other.say('/status')
    expect((await other.sees('请核对您的申请')).text).not.toContain('手机号')
  })

  it('other order: nothing that was answered is asked twice', async () => {
    const person = await desk.newcomer()
    await fillTo(desk, person, 'occupation')
    const last = questions[at('otherRentals')]
    await change([...(last ? [last] : []), ...without('otherRentals')])
    await person.say('/status')
    await person.sees('1/9 · 其他租赁')
    await person.say('没有')
    await person.sees('7/9 · 职业')
  })

  it('an option that was chosen goes: the answer stands and is still worded; typed anew it is own words', async () => {
    const person = await desk.newcomer()
    await fillToSummary(desk, person)
    await change(
      questions.map(question => ({
        ...question,
        steps: question.steps.map(step =>
          step.field === 'occupation' && step.kind === 'choice' ? { ...step, options: ['student', 'retired'] } : step,
        ),
      })),
    )
    await person.say('/status')
    expect((await person.sees('请核对您的申请')).text).toContain('职业：上班族')
    await person.press('修改')
    await person.press('职业')
    expect((await person.sees('· 职业')).text).toContain('目前的回答：上班族')
    await person.press('保留原答案')
    await person.sees('请核对您的申请')
  })

  it('with the summary open: handing in is not done over the head of a new question, which is asked', async () => {
    const person = await desk.newcomer()
    await fillToSummary(desk, person)
    await change(addedBefore('cardPhoto'))
    await person.press('提交申请')
    await person.sees('9/10 · 使用计划')
    await person.say(heard)
    expect((await person.sees('请核对您的申请')).text).toContain(`使用计划：${heard}`)
    await person.press('提交申请')
    await person.sees('申请已提交')
  })

  it('what was sent while no process ran is taken by the next, with the form that it has', async () => {
    const person = await desk.newcomer()
    await fillTo(desk, person, 'phone')
    await change(addedBefore('phone'), () => person.say(heard))
    await person.sees('5/10 · 手机号')
  })
})

describe('G9: goes on where it was', () => {
  it('after six days, a command of another kind, and in another language', async () => {
    const person = await desk.newcomer()
    const { caseId } = await fillTo(desk, person, 'phone')
    const { now } = desk.clock
    desk.clock.now = new Date(now.getTime() + 6 * 24 * 3600_000)
    await person.say('/help')
    await person.sees(/\S/)
    await person.say('/language')
    await person.sees('请选择语言')
    await person.press('English')
    await person.sees('4/9 · Phone')
    await person.say('+86 138-0013-8000')
    await person.sees('5/9 · Delivery address')
    desk.clock.now = now
    expect((await standing(caseId)).said('phone')).toBe('+8613800138000')
  })
})
