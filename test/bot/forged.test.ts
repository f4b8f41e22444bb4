import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addStaff } from '../../core/staff/add.ts'
import { booked, bookingsOf, invited } from './booked.ts'
import { startDesk, type TestDesk } from './desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
})
afterAll(() => desk.stop())

describe('presses that no button of theirs made', () => {
  it.each([
    ['nonsense', 'nonsense'],
    ['nothing', ' '],
    ['a verb with too few parts', 'book:M-222222'],
    ['a case that there is not', 'book:M-222222:1:abc'],
    ['a time that is none', 'book:M-222222:1:zzzzzzzz'],
    ['SQL', "book:M-2';drop table cases:1:2"],
    ['another verb of the language', 'constructor'],
    ['64 bytes of anything', 'x'.repeat(64)],
    ['a language that there is not', 'language:fr'],
  ])('G11: %s is answered, and changes nothing', async (_what, data) => {
    const { person, code } = await invited(desk)
    expect((await person.pressData(data)).text).toBe('这个按钮已经不能用了，请看最新的消息。')
    expect(await bookingsOf(desk, code)).toEqual([])
  })

  it('the buttons of another person are refused like those of a case that there is not', async () => {
    const [mine, theirs] = [await invited(desk), await booked(desk)]
    for (const data of [
      `cancel-yes:${theirs.code}:1`,
      `withdraw-yes:${theirs.code}`,
      `card:${theirs.code}`,
      `days:${theirs.code}:move`,
    ])
      expect((await mine.person.pressData(data)).text).toBe('这个按钮已经不能用了，请看最新的消息。')
    expect(await bookingsOf(desk, theirs.code)).toMatchObject([{ status: 'active' }])
  })

  it('a member of staff has no more right to them', async () => {
    const theirs = await booked(desk)
    const member = await desk.newcomer()
    await addStaff(desk.ctx, { telegramId: member.id, name: '管理', roles: ['admin'], locale: 'zh-CN' })
    await member.say('/start')
    await member.sees('您好')
    expect((await member.pressData(`cancel-yes:${theirs.code}:1`)).text).toBe('这个按钮已经不能用了，请看最新的消息。')
  })

  it('a question about another device that nobody asks any more', async () => {
    const { person, code } = await booked(desk)
    for (const verb of ['device-yes', 'device-no']) {
      expect((await person.pressData(`${verb}:${code}:abcdef`)).text).toBe('状态已更新，现在是：已预约')
    }
  })
})
