import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { labelsOf } from '../support/chat.ts'
import { startDesk, type TestDesk } from './desk.ts'
import { walkToSummary } from './filling.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
})
afterAll(() => desk.stop())

describe('from /start to a booked time', () => {
  it('greets with one thing to do, asks one question at a time, and ends with a summary', async () => {
    const person = await desk.newcomer()
    await person.say('/start')
    expect(labelsOf(await person.sees('这里是面审'))).toEqual(['开始申请', 'English'])
    await person.press('开始申请')
    const device = await person.sees('1/9')
    expect(device.text).toContain('青禾 手机 8：月租 ¥89，押金 ¥600')
    await person.press('青禾 手机 8')
    const term = await person.sees('选择租期')
    expect(labelsOf(term)).toEqual(['6 个月', '12 个月', '‹ 返回'])
  })

  it('G7: the summary masks the document number', async () => {
    const person = await desk.newcomer()
    await walkToSummary(person)
    const summary = await person.sees('请核对您的申请')
    expect(summary.text).toContain('119***********')
    expect(summary.text).toMatch(/人脸比对：不同意/)
    expect(labelsOf(summary)).toEqual(['提交申请', '修改'])
  })

  it('one tap books, and the card shows the time', async () => {
    const person = await desk.newcomer()
    await walkToSummary(person)
    expect((await person.press('提交申请')).text).toBe('申请已提交')
    await person.sees('✓ 申请已提交')
    expect(await desk.deliver()).toEqual(['receipt', 'status-card'])
    const card = await person.sees('请选择视频审核的时间')
    const [first = ''] = labelsOf(card)
    expect(first).toBe('今天 10:20 北京时间')
    expect((await person.press(first)).text).toBe('✓ 已约好：今天 10:20 北京时间')
    expect(await desk.deliver()).toEqual(['status-card', 'review-booked', 'calendar'])
    const booked = await person.sees('视频审核已约好')
    expect(booked.message_id).toBe(card.message_id)
  })
})
