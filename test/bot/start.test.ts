import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readCase } from '../../core/case/load.ts'
import { createOrder } from '../../core/order/create.ts'
import { erasePerson } from '../../core/person/erase.ts'
import { answers, cases } from '../../db/schema/cases.ts'
import { type ChatPerson, dataOf, labelsOf } from '../support/chat.ts'
import { monday, startDesk, type TestDesk } from './desk.ts'
import { fillAndSubmit, fillUntil } from './filling.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
})
afterAll(() => desk.stop())

async function submitted(): Promise<{ person: ChatPerson; code: string }> {
  const person = await desk.newcomer()
  const { code } = await fillAndSubmit(desk, person)
  await desk.deliver()
  return { person, code }
}

const stateOf = async (code: string) => (await desk.ctx.db.query.cases.findFirst({ where: eq(cases.code, code) }))?.state

describe('deep links', () => {
  const order = () => createOrder(desk.ctx, { deviceId: 'laptop-air', termMonths: 24 })

  it('an order fills in device and term, and locks them', async () => {
    const person = await desk.newcomer()
    await person.say(`/start ${(await order()).code}`)
    expect(labelsOf(await person.sees('这里是面审'))).toEqual(['English'])
    const question = await person.sees('2/9')
    expect(labelsOf(question)).toEqual([])
    await person.say('返回')
    await person.sees('2/9')
  })

  it('in the middle of an application it asks, and changes nothing before the answer', async () => {
    const person = await desk.newcomer()
    await fillUntil(desk, person, 'phone')
    const { code } = await order()
    await person.say(`/start ${code}`)
    expect(labelsOf(await person.sees('收到一份新订单'))).toEqual(['换成这份订单', '保留原来的'])
    await person.press('保留原来的')
    await person.sees('欢迎回来，我们接着填第 4 题')
    const caseOf = () => desk.ctx.db.query.cases.findFirst({ where: eq(cases.orderCode, code) })
    expect(await caseOf()).toBeUndefined()
    await person.press('换成这份订单')
    await person.sees('已按您的订单填好，不用再选')
    await person.sees('4/9')
    expect(await caseOf()).toMatchObject({ state: 'draft', deviceId: 'laptop-air', termMonths: 24 })
    // opened again: nothing more
    await person.say(`/start ${code}`)
    await person.sees('欢迎回来，我们接着填第 4 题')
    const other = await desk.newcomer()
    await other.say(`/start ${code}`)
    expect(labelsOf(await other.sees('已经用过'))).toEqual(['直接申请'])
  })

  it('after an application is handed in, it says why the order has to wait, and shows the card', async () => {
    const { person, code } = await submitted()
    await person.say(`/start ${(await order()).code}`)
    await person.sees(`您的申请（${code}）已经提交`)
    await person.say('/start NOSUCHORDER22222')
    expect((await person.sees('没有找到这个订单')).text).toContain('您现在的申请不受影响')
  })

  it('`again`, `status` and one’s own case lead on; somebody else’s case is none', async () => {
    const person = await desk.newcomer()
    await person.say('/start again')
    await person.sees('1/9')
    await person.say('/start status')
    await person.sees('1/9')
    const { person: owner, code } = await submitted()
    await owner.say(`/start ${code.toLowerCase()}`)
    await desk.waitForQueued()
    await desk.deliver()
    await owner.sees(`（${code}）`)
    await person.say(`/start ${code}`)
    expect(labelsOf(await person.sees('没有找到这个订单'))).toEqual(['查看我的申请'])
  })

  it.each([
    ['made up', 'NOSUCHORDER22222'],
    ['of other signs', 'a_b-c'],
    ['too long', 'A'.repeat(300)],
  ])('G11: a code that is %s gets a way on', async (_what, code) => {
    const person = await desk.newcomer()
    await person.say(`/start ${code}`)
    expect(labelsOf(await person.sees('没有找到这个订单'))).toEqual(['直接申请'])
    await person.press('直接申请')
    await person.sees('1/9')
  })

  it('G11: an expired order gets a way on', async () => {
    const { code } = await order()
    desk.clock.now = new Date(monday.getTime() + 8 * 86_400_000)
    const person = await desk.newcomer()
    await person.say(`/start ${code}`)
    expect(labelsOf(await person.sees('已过期'))).toEqual(['直接申请'])
    desk.clock.now = monday
  })
})

describe('applying again', () => {
  const reject = async (code: string, againAt: Date | null) =>
    desk.ctx.db.update(cases).set({ state: 'rejected', againAt }).where(eq(cases.code, code))
  // everybody here has the same number: what follows is not to be held for an earlier rejection
  afterEach(() => desk.ctx.db.update(cases).set({ state: 'withdrawn' }).where(eq(cases.state, 'rejected')))

  it('inside the waiting time: says from when', async () => {
    const { person, code } = await submitted()
    await reject(code, new Date('2026-12-01T02:00:00Z'))
    await person.say('/apply')
    expect((await person.sees('现在还不能重新申请')).text).toContain('12月1日 周二 10:00（北京时间）')
    await person.say('/start')
    await desk.waitForQueued()
    await desk.deliver()
    expect((await person.sees('12月1日')).text).toContain(code)
  })

  it('after a rejection for good: says so, and whom to ask', async () => {
    const { person, code } = await submitted()
    await reject(code, null)
    await person.say('申请')
    await person.sees('无法再受理新的申请')
  })
})

describe('what was said in an earlier application that was handed in', () => {
  it.each(['withdrawn', 'lapsed'] as const)('%s: is confirmed in one look, or gone through question by question', async state => {
    const { person, code } = await submitted()
    await desk.ctx.db.update(cases).set({ state }).where(eq(cases.code, code))
    await person.say('/apply')
    const asked = await person.sees('上次填写的内容')
    for (const said of ['青禾 手机 12 Pro', '欧阳晓雨', '文三路 100 号', '考研上网课', '证件人像面：已收到'])
      expect(asked.text).toContain(said)
    expect(asked.text).not.toContain('结果')
    expect(labelsOf(asked)).toEqual(['没有变化', '有变化'])
    await person.press('有变化')
    await person.sees('1/9 · 请核对')
    await person.press('没有变化')
    expect((await person.sees('2/9 · 请核对')).text).toContain('欧阳晓雨')
    await person.say('王小明')
    await person.sees('3/9 · 请核对')
  })

  it('one look, then the consents; a yes may be typed where the open question is a new one', async () => {
    const { person, code } = await submitted()
    await desk.ctx.db.update(cases).set({ state: 'approved' }).where(eq(cases.code, code))
    await person.say('/apply')
    const asked = await person.sees('上次填写的内容')
    expect(asked.text).toContain('文三路 100 号')
    for (const other of ['青禾', '考研上网课', '证件人像面：已收到']) expect(asked.text).not.toContain(other)
    await person.say('没有变化')
    await person.sees('1/9 · 选择设备')
    await desk.ctx.db.update(cases).set({ state: 'withdrawn' }).where(eq(cases.code, code))
  })

  it('pressed twice: the second finds nothing more to confirm', async () => {
    const { person, code } = await submitted()
    await desk.ctx.db.update(cases).set({ state: 'withdrawn' }).where(eq(cases.code, code))
    await person.say('/apply')
    const asked = await person.sees('上次填写的内容')
    const data = dataOf(asked, '没有变化')
    await person.pressData(data)
    await person.sees('同意处理您的申请资料')
    await person.pressData(data)
    expect((await person.messages()).at(-1)?.text).toContain('同意处理您的申请资料')
  })

  it('erased, it gives nothing', async () => {
    const { person, code } = await submitted()
    const found = await readCase(desk.ctx, { code })
    await erasePerson(desk.ctx, { personId: found.personId })
    await person.say('/apply')
    await person.sees('1/9 · 选择设备')
  })
})

describe('/cancel', () => {
  it('of a draft: asks, and keeps it or deletes it', async () => {
    const person = await desk.newcomer()
    await fillUntil(desk, person, 'phone')
    await person.say('取消')
    const asked = await person.sees('要放弃这份申请吗')
    expect(labelsOf(asked)).toEqual(['继续填写', '先保留', '删除申请'])
    await person.press('先保留')
    await person.sees('申请已保留')
    await person.press('继续填写')
    await person.sees('4/9')
    await person.say('/cancel')
    await person.sees('要放弃这份申请吗')
    expect((await person.press('删除申请')).text).toBe('已撤回')
    await person.sees('手机号这一题先放一放')
    await person.say('/apply')
    await person.sees('1/9')
  })

  it('of a booked time: offers to give back the time only', async () => {
    const { person, code } = await submitted()
    await person.press(labelsOf((await person.messages()).at(-1) ?? ({} as never))[0] ?? '')
    await desk.deliver()
    await person.say('/cancel')
    expect(labelsOf(await person.sees('要取消什么'))).toEqual(['先保留', '取消预约', '撤回申请'])
    await person.press('撤回申请')
    await person.sees('申请已撤回')
    expect(await stateOf(code)).toBe('withdrawn')
  })

  it('with nothing to cancel, and during the call', async () => {
    const person = await desk.newcomer()
    await person.say('/cancel')
    await person.sees('没有可以取消的申请')
    const { person: inCall, code } = await submitted()
    await desk.ctx.db.update(cases).set({ state: 'reviewing' }).where(eq(cases.code, code))
    await inCall.say('/cancel')
    await inCall.sees('视频审核已经开始，现在不能撤回')
    await inCall.say('/delete')
    await inCall.sees('出结果之后就可以删除资料')
  })
})

describe('/status', () => {
  it('brings the card to the bottom, as a new message', async () => {
    const { person } = await submitted()
    const card = await person.sees('请选择视频审核的时间')
    await person.say('/status')
    await desk.waitForQueued()
    expect(await desk.deliver()).toEqual(['status-card'])
    expect((await person.sees('请选择视频审核的时间')).message_id).toBeGreaterThan(card.message_id)
  })

  it('answers talk with the way to it', async () => {
    const { person } = await submitted()
    await person.say('什么时候可以收到手机呢')
    expect(labelsOf(await person.sees('还不能聊天'))).toEqual(['查看进度', '查看帮助'])
  })
})

describe('/delete', () => {
  it('G7: asks, then destroys what was told to the desk', async () => {
    const { person, code } = await submitted()
    await person.say('/delete')
    expect(labelsOf(await person.sees('要删除您的全部资料吗'))).toEqual(['确认删除全部', '不删除'])
    expect(await stateOf(code)).toBe('invited')
    await person.say('/delete yes')
    await person.sees('您的资料已经删除')
    const found = await desk.ctx.db.query.cases.findFirst({ where: eq(cases.code, code) })
    expect(found).toMatchObject({ state: 'withdrawn', sealedKey: null })
    const left = await desk.ctx.db
      .select()
      .from(answers)
      .where(eq(answers.caseId, found?.id ?? ''))
    expect(left).toEqual([])
    await person.say('/delete')
    await person.sees('没有您的资料可以删除')
  })
})
