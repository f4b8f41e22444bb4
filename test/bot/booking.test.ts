import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '../../db/schema/people.ts'
import { staff } from '../../db/schema/staff.ts'
import { decodePress, decodeTime, encodePress, encodeTime } from '../../texts/press.ts'
import { dataOf, labelsOf } from '../support/chat.ts'
import { booked, bookingsOf, invited } from './booked.ts'
import { startDesk, type TestDesk } from './desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
})
afterAll(() => desk.stop())

function decodeTimeOf(data: string): Date | undefined {
  const press = decodePress(data)
  return press && 'time' in press ? decodeTime(press.time) : undefined
}

describe('choosing a time', () => {
  it('G1: of two people who tap the same time one gets it, and the other the nearest times that are left, at once', async () => {
    const [one, two] = [await invited(desk), await invited(desk)]
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
    expect(labelsOf(others).slice(3)).toEqual(['更多日期', '换时区', '回到申请卡片'])
  })

  it('a time that is gone: the others nearest to it, not those nearest to now', async () => {
    const [one, two] = [await invited(desk), await invited(desk)]
    const inDays = (card: typeof one.card, days: number) => {
      const press = decodePress(dataOf(card, labelsOf(card)[0] ?? ''))
      if (press?.verb !== 'book') throw new Error('not a time')
      const at = new Date(Number(decodeTime(press.time)) + days * 86_400_000)
      return encodePress({ ...press, time: encodeTime(at.toISOString()) })
    }
    const again = async ({ person, card }: typeof one) => (await person.pressData(inDays(card, 3), card.message_id)).text
    expect(await again(one)).toMatch(/^✓ 已约好/)
    expect(await again(two)).toBe('这个时间刚刚被约走了，请另选一个。')
    const others = await two.person.sees('最近可以预约的时间')
    const away = labelsOf(others)
      .slice(0, 3)
      .map(label => Number(decodeTimeOf(dataOf(others, label))) - Number(decodeTimeOf(inDays(two.card, 3))))
    expect(away.map(ms => Math.abs(ms / 60_000)).sort((a, b) => a - b)).toEqual([20, 20, 40])
  })

  it('G2: a second tap on the same time shows it booked, once', async () => {
    const { person, card, code } = await invited(desk)
    const [time = ''] = labelsOf(card)
    const data = dataOf(card, time)
    const toasts = await Promise.all([person.pressData(data, card.message_id), person.pressData(data, card.message_id)])
    expect(toasts.map(toast => toast.text)).toEqual([`✓ 已约好：${time}`, `✓ 已约好：${time}`])
    expect(await bookingsOf(desk, code)).toHaveLength(1)
  })

  it('turns the card into days and times in place, in the reader’s zone, and back', async () => {
    const { person, card } = await invited(desk)
    await person.press('更多日期')
    const days = await person.sees('请选择日期')
    expect(days.message_id).toBe(card.message_id)
    expect(days.text).toContain('北京时间')
    expect(labelsOf(days).slice(0, 3)).toEqual(['今天', '明天', '11月25日 周三'])
    await person.press('明天')
    // a desk around the clock: the day opens on its first waking part, the night is a press away
    const morning = await person.sees('明天 上午')
    expect(labelsOf(morning)).toContain('06:00 北京时间')
    await person.press('凌晨')
    expect(labelsOf(await person.sees('明天 凌晨'))).toContain('00:20 北京时间')
    await person.press('晚上')
    const evening = await person.sees('明天 晚上')
    expect(labelsOf(evening)).toContain('18:00 北京时间')
    expect(labelsOf(evening)).not.toContain('00:20 北京时间')
    await person.press('‹ 返回')
    await person.sees('请选择日期')
    await person.press('最近的时间')
    await person.sees('最近可以预约的时间')
    await person.press('回到申请卡片')
    await desk.deliver()
    expect((await person.sees('请选择视频审核的时间')).message_id).toBe(card.message_id)
  })

  it('G12: speaks English on every one of these', async () => {
    const { person } = await invited(desk, 'en')
    await person.press('More days')
    expect((await person.sees('Please choose a day')).text).toContain('Beijing time')
    await person.press('Tomorrow')
    await person.sees('Tomorrow, Morning: please choose a time')
    await person.press('06:40 UTC+8')
    await desk.deliver()
    await person.sees('Your video review is booked')
  })

  it('Now begins at once while a reviewer is online and free; the next one gets a place in the line, and leaves it by button', async () => {
    await desk.ctx.db.update(staff).set({ status: 'online' })
    const { person, card, code } = await invited(desk)
    expect(labelsOf(card)[0]).toBe('现在开始')
    const { person: late, card: lateCard } = await invited(desk)
    expect((await person.press('现在开始')).text).toContain('✓ 已安排审核员')
    expect(await bookingsOf(desk, code)).toMatchObject([{ status: 'active', startsAt: desk.clock.now }])
    const { text } = await late.pressData(dataOf(lateCard, '现在开始'), lateCard.message_id)
    expect(text).toBe('✓ 已排队：第 1 位')
    await desk.deliver()
    const line = await late.sees('正在为您排队')
    expect(line.message_id).toBe(lateCard.message_id)
    expect(line.text).toMatch(/第 1 位，大约还要 \d+ 分钟/)
    expect((await late.press('不排了')).text).toBe('已退出排队')
    await desk.deliver()
    const offered = await late.sees(/可以排队等现在的空位，大约 \d+ 分钟/)
    expect(labelsOf(offered)[0]).toBe('排队等候')
    await desk.ctx.db.update(staff).set({ status: 'offline' })
  })

  it('a time that is too near by now is refused as that, with the nearest others and, while somebody is online, the line', async () => {
    const { person, card } = await invited(desk)
    const before = desk.clock.now
    const [time = ''] = labelsOf(card)
    desk.clock.now = new Date(+before + 45 * 60_000)
    await desk.ctx.db.update(staff).set({ status: 'online' })
    expect((await person.pressData(dataOf(card, time), card.message_id)).text).toBe(
      '这个时间离现在太近，来不及约了，请另选一个。',
    )
    const others = await person.sees('最近可以预约的时间')
    expect(labelsOf(others)[0]).toBe('排队等候')
    await desk.ctx.db.update(staff).set({ status: 'offline' })
    desk.clock.now = before
  })

  it('with nobody online, Now offers other times', async () => {
    const { person, card } = await invited(desk)
    const data = dataOf(card, labelsOf(card)[0] ?? '').replace(/^book:(M-\w+):(\d+):.*$/, 'now:$1:$2')
    expect((await person.pressData(data, card.message_id)).text).toBe('现在没有审核员有空，请另选一个时间。')
    await person.sees('最近可以预约的时间')
  })

  it('tells of an earlier time on request, and no longer when it is taken back', async () => {
    const { person } = await booked(desk)
    expect((await person.press('有更早时间告诉我')).text).toBe('✓ 有更早的时间会告诉您')
    await desk.deliver()
    expect((await person.press('不用再告诉我')).text).toBe('不再提醒空出的时间')
    await desk.deliver()
    expect(labelsOf((await person.messages()).at(-1) ?? expect.unreachable())).toBeDefined()
  })
})

describe('changing a time', () => {
  it('moves: the old time stays until another is chosen', async () => {
    const { person, card, code } = await booked(desk)
    await person.press('改时间')
    const choice = await person.sees('改到什么时间')
    const [next = ''] = labelsOf(choice)
    expect((await person.press(next)).text).toBe(`✓ 已改到：${next}`)
    await desk.deliver()
    expect((await person.sees('视频审核已约好')).message_id).toBe(card.message_id)
    expect(await bookingsOf(desk, code)).toMatchObject([{ version: 2, status: 'active' }])
  })

  it('asks before it cancels, names the effect, and offers new times afterwards', async () => {
    const { person, code } = await booked(desk)
    await person.press('取消预约')
    const asked = await person.sees('要取消这个时间吗')
    expect(labelsOf(asked)).toEqual(['保留预约', '取消预约'])
    expect((await person.press('取消预约')).text).toBe('预约已取消，请另选时间')
    await desk.deliver()
    await person.sees('请选择视频审核的时间')
    expect(await bookingsOf(desk, code)).toMatchObject([{ status: 'cancelled-by-applicant' }])
  })

  it('G2: a button of an earlier booking says what is so now, and changes nothing', async () => {
    const { person, card, code } = await booked(desk)
    const shown = (await person.messages()).find(message => message.message_id === card.message_id)
    const old = dataOf(shown ?? card, '取消预约')
    await person.press('改时间')
    const choice = await person.sees('改到什么时间')
    await person.press(labelsOf(choice)[0] ?? '')
    const { text } = await person.pressData(old.replace('cancel:', 'cancel-yes:'), card.message_id)
    expect(text).toBe('状态已更新，现在是：已预约')
    expect(await bookingsOf(desk, code)).toMatchObject([{ version: 2, status: 'active' }])
  })

  it('an offer from before the booking books nothing', async () => {
    const { person, card, code } = await booked(desk)
    const second = dataOf(card, labelsOf(card)[1] ?? '')
    expect((await person.pressData(second, card.message_id)).text).toBe('状态已更新，现在是：已预约')
    expect(await bookingsOf(desk, code)).toHaveLength(1)
  })

  it('refuses a change once the time has begun', async () => {
    const { person, card, code } = await booked(desk)
    const shown = (await person.messages()).find(message => message.message_id === card.message_id)
    const move = dataOf(shown ?? card, '改时间')
    const [booking] = await bookingsOf(desk, code)
    desk.clock.now = booking?.startsAt ?? desk.clock.now
    expect((await person.pressData(move, card.message_id)).text).toBe('预约的时间已经开始，不能再改。')
  })
})

describe('in another zone', () => {
  it('G12: the days and times are the reader’s own, and the zone is named', async () => {
    const { person } = await invited(desk, 'en')
    await desk.ctx.db.update(people).set({ timeZone: 'America/New_York' }).where(eq(people.telegramId, person.id))
    await person.press('More days')
    const days = await person.sees('Please choose a day')
    expect(days.text).toContain('Eastern Standard Time')
    // the desk's Monday morning is Sunday evening there
    await person.press('Today')
    const times = await person.sees('Today, Evening: please choose a time')
    expect(labelsOf(times)).toContain('23:40')
  })

  it('G12: on the day the clocks are put back each time names or has its zone, and the doubled hour is told apart', async () => {
    const before = desk.clock.now
    desk.clock.now = new Date('2027-10-30T04:00:00Z')
    const { person } = await invited(desk, 'en')
    await desk.ctx.db.update(people).set({ timeZone: 'Europe/Berlin' }).where(eq(people.telegramId, person.id))
    await person.press('More days')
    await person.sees('Please choose a day')
    await person.press('Tomorrow')
    const morning = await person.sees('Tomorrow, Morning: please choose a time')
    expect(morning.text).toContain('are in Central European Standard Time.')
    expect(labelsOf(morning)).toContain('07:00')
    await person.press('Night')
    const night = await person.sees('Tomorrow, Night: please choose a time')
    expect(night.text).toMatch(
      /earlier times on the buttons are in Central European Summer Time, the later ones in Central European Standard Time/,
    )
    expect(labelsOf(night).filter(label => label.startsWith('02'))).toEqual(
      ['UTC+2', 'UTC+1'].flatMap(zone => ['00', '20', '40'].map(minute => `02:${minute} ${zone}`)),
    )
    expect(labelsOf(night)).toContain('01:40')
    expect((await person.press('02:20 UTC+1')).text).toContain('02:20 UTC+1')
    desk.clock.now = before
  })
})
