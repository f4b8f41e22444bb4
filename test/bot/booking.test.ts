import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addStaff } from '../../core/staff/add.ts'
import { bookings, cases, staff } from '../../db/schema.ts'
import type { ChatMessage } from '../../sandbox/store/messages.ts'
import { type ChatPerson, dataOf, labelsOf } from '../support/chat.ts'
import { startDesk, type TestDesk } from './desk.ts'
import { fillAndSubmit } from './filling.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
})
afterAll(() => desk.stop())

/** Somebody who is invited, with the card in the chat. */
async function invited(languageCode?: string): Promise<{ person: ChatPerson; card: ChatMessage; code: string }> {
  const person = await desk.newcomer()
  await fillAndSubmit(person)
  if (languageCode === 'en') {
    await person.say('/language')
    await person.press('English')
  }
  await desk.deliver()
  const card = (await person.messages()).findLast(message => /M-\w{6}/.test(message.text ?? ''))
  if (!card) throw new Error('no card')
  return { person, card, code: /M-\w{6}/.exec(card.text ?? '')?.[0] ?? '' }
}

async function booked(): Promise<{ person: ChatPerson; card: ChatMessage; code: string; time: string }> {
  const { person, card, code } = await invited()
  const [time = ''] = labelsOf(card)
  await person.press(time)
  await desk.deliver()
  return { person, card, code, time }
}

const bookingsOf = async (code: string) => {
  const found = await desk.ctx.db.query.cases.findFirst({ where: eq(cases.code, code) })
  return desk.ctx.db
    .select()
    .from(bookings)
    .where(eq(bookings.caseId, found?.id ?? ''))
}

describe('choosing a time', () => {
  it('G1: of two people who tap the same time one gets it, and the other the nearest times that are left, at once', async () => {
    const [one, two] = [await invited(), await invited()]
    const label = labelsOf(two.card)[0] ?? ''
    const data = [dataOf(one.card, labelsOf(one.card)[0] ?? ''), dataOf(two.card, label)]
    const toasts = await Promise.all([
      one.person.pressData(data[0] ?? '', one.card.message_id),
      two.person.pressData(data[1] ?? '', two.card.message_id),
    ])
    const texts = toasts.map(toast => toast.text ?? '')
    expect(texts.filter(text => text.startsWith('✓ 已约好'))).toHaveLength(1)
    const loser = texts[0]?.startsWith('✓') ? two : one
    expect(texts.find(text => !text.startsWith('✓'))).toBe('这个时间刚刚被约走了，请另选一个。')
    const others = await loser.person.sees('最近可以预约的时间')
    expect(others.message_id).toBe(loser.card.message_id)
    expect(labelsOf(others)).not.toContain(label)
    expect(labelsOf(others)).toHaveLength(5)
  })

  it('G2: a second tap on the same time shows it booked, once', async () => {
    const { person, card, code } = await invited()
    const [time = ''] = labelsOf(card)
    const data = dataOf(card, time)
    const toasts = await Promise.all([person.pressData(data, card.message_id), person.pressData(data, card.message_id)])
    expect(toasts.map(toast => toast.text)).toEqual([`✓ 已约好：${time}`, `✓ 已约好：${time}`])
    expect(await bookingsOf(code)).toHaveLength(1)
  })

  it('turns the card into days and times in place, in the reader’s zone, and back', async () => {
    const { person, card } = await invited()
    await person.press('更多日期')
    const days = await person.sees('请选择日期')
    expect(days.message_id).toBe(card.message_id)
    expect(days.text).toContain('中国标准时间')
    expect(labelsOf(days).slice(0, 3)).toEqual(['今天', '明天', '11月25日 周三'])
    await person.press('明天')
    const night = await person.sees('明天 凌晨')
    expect(labelsOf(night)).toContain('00:20')
    await person.press('晚上')
    const evening = await person.sees('明天 晚上')
    expect(labelsOf(evening)).toContain('18:00')
    expect(labelsOf(evening)).not.toContain('00:20')
    await person.press('‹ 返回')
    await person.sees('请选择日期')
    await person.press('最近的时间')
    await person.sees('最近可以预约的时间')
    await person.press('回到申请卡片')
    await desk.deliver()
    expect((await person.sees('请选择视频审核的时间')).message_id).toBe(card.message_id)
  })

  it('G12: speaks English on every one of these', async () => {
    const { person } = await invited('en')
    await person.press('More days')
    expect((await person.sees('Please choose a day')).text).toContain('China Standard Time')
    await person.press('Tomorrow')
    await person.sees('Tomorrow, Night: please choose a time')
    await person.press('00:40')
    await desk.deliver()
    await person.sees('Your video review is booked')
  })

  it('Now begins at once while a reviewer is online, and offers other times when nobody is free any more', async () => {
    await desk.ctx.db.update(staff).set({ status: 'online' })
    const { person, card, code } = await invited()
    expect(labelsOf(card)[0]).toBe('现在开始')
    const { person: late, card: lateCard } = await invited()
    expect((await person.press('现在开始')).text).toContain('✓ 已为您接通安排')
    expect(await bookingsOf(code)).toMatchObject([{ status: 'active', startsAt: desk.clock.now }])
    const { text } = await late.pressData(dataOf(lateCard, '现在开始'), lateCard.message_id)
    expect(text).toBe('刚才空闲的审核员已经在忙，请另选一个时间。')
    await late.sees('最近可以预约的时间')
    await desk.ctx.db.update(staff).set({ status: 'offline' })
  })
})

describe('changing a time', () => {
  it('moves: the old time stays until another is chosen', async () => {
    const { person, card, code } = await booked()
    await person.press('改时间')
    const choice = await person.sees('改到什么时间')
    const [next = ''] = labelsOf(choice)
    expect((await person.press(next)).text).toBe(`✓ 已改到：${next}`)
    await desk.deliver()
    expect((await person.sees('视频审核已约好')).message_id).toBe(card.message_id)
    expect(await bookingsOf(code)).toMatchObject([{ version: 2, status: 'active' }])
  })

  it('asks before it cancels, names the effect, and offers new times afterwards', async () => {
    const { person, code } = await booked()
    await person.press('取消预约')
    const asked = await person.sees('要取消这个时间吗')
    expect(labelsOf(asked)).toEqual(['保留预约', '取消预约'])
    expect((await person.press('取消预约')).text).toBe('预约已取消，请另选时间')
    await desk.deliver()
    await person.sees('请选择视频审核的时间')
    expect(await bookingsOf(code)).toMatchObject([{ status: 'cancelled-by-applicant' }])
  })

  it('G2: a button of an earlier booking says what is so now, and changes nothing', async () => {
    const { person, card, code } = await booked()
    const shown = (await person.messages()).find(message => message.message_id === card.message_id)
    const old = dataOf(shown ?? card, '取消预约')
    await person.press('改时间')
    const choice = await person.sees('改到什么时间')
    await person.press(labelsOf(choice)[0] ?? '')
    const { text } = await person.pressData(old.replace('cancel:', 'cancel-yes:'), card.message_id)
    expect(text).toBe('情况已有变化，现在是：已预约')
    expect(await bookingsOf(code)).toMatchObject([{ version: 2, status: 'active' }])
  })

  it('an offer from before the booking books nothing', async () => {
    const { person, card, code } = await booked()
    const second = dataOf(card, labelsOf(card)[1] ?? '')
    expect((await person.pressData(second, card.message_id)).text).toBe('情况已有变化，现在是：已预约')
    expect(await bookingsOf(code)).toHaveLength(1)
  })

  it('refuses a change once the time has begun', async () => {
    const { person, card, code } = await booked()
    const shown = (await person.messages()).find(message => message.message_id === card.message_id)
    const move = dataOf(shown ?? card, '改时间')
    const [booking] = await bookingsOf(code)
    desk.clock.now = booking?.startsAt ?? desk.clock.now
    expect((await person.pressData(move, card.message_id)).text).toBe('预约的时间已经开始，不能再改。')
  })
})

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
    const { person, code } = await invited()
    expect((await person.pressData(data)).text).toBe('这个按钮已经不能用了，请看最新的消息。')
    expect(await bookingsOf(code)).toEqual([])
  })

  it('the buttons of another person are refused like those of a case that there is not', async () => {
    const [mine, theirs] = [await invited(), await booked()]
    for (const data of [
      `cancel-yes:${theirs.code}:1`,
      `withdraw-yes:${theirs.code}`,
      `card:${theirs.code}`,
      `days:${theirs.code}:move`,
    ])
      expect((await mine.person.pressData(data)).text).toBe('这个按钮已经不能用了，请看最新的消息。')
    expect(await bookingsOf(theirs.code)).toMatchObject([{ status: 'active' }])
  })

  it('a member of staff has no more right to them', async () => {
    const theirs = await booked()
    const member = await desk.newcomer()
    await addStaff(desk.ctx, { telegramId: member.id, name: '管理', roles: ['admin'], locale: 'zh-CN' })
    await member.say('/start')
    await member.sees('您好')
    expect((await member.pressData(`cancel-yes:${theirs.code}:1`)).text).toBe('这个按钮已经不能用了，请看最新的消息。')
  })
})
