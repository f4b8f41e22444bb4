import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { endMissed } from '../../core/booking/miss.ts'
import { queueReminders } from '../../core/booking/remind.ts'
import { readNextDue } from '../../core/desk/next-due.ts'
import { queueAgendas } from '../../core/staff/queue-agendas.ts'
import { agendas, bookings } from '../../db/schema/bookings.ts'
import { people } from '../../db/schema/people.ts'
import { staff } from '../../db/schema/staff.ts'
import type { ChatMessage } from '../../sandbox/store/messages.ts'
import { type ChatPerson, labelsOf } from '../support/chat.ts'
import { booked, bookingsOf, invited } from './booked.ts'
import { monday, reviewerId, startDesk, type TestDesk } from './desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
  const reviewer = await desk.person(reviewerId)
  await reviewer.say('/start')
  await reviewer.sees('/agenda')
})
afterAll(() => desk.stop())
/** Nobody else is booked, and no agenda has been sent. */
beforeEach(async () => {
  await desk.ctx.db.update(bookings).set({ status: 'technical' }).where(eq(bookings.status, 'active'))
  await desk.ctx.db.delete(agendas)
})

/** The clock goes on in steps; at each the sweeps run twice, as two processes would, and what waits is sent. */
async function walk(until: Date, everyMinutes = 10): Promise<void> {
  while (desk.clock.now < until) {
    desk.clock.now = new Date(Math.min(+desk.clock.now + everyMinutes * 60_000, +until))
    await Promise.all([sweep(), sweep()])
    await desk.deliver()
  }
}
async function sweep(): Promise<void> {
  await queueReminders(desk.ctx)
  await queueAgendas(desk.ctx)
  await endMissed(desk.ctx)
}

const textOf = (message: ChatMessage) => message.text ?? message.caption ?? ''
/** What is in the chat beyond what was there, first lines only. */
async function newIn(person: ChatPerson, before: number): Promise<string[]> {
  return (await person.messages())
    .filter(message => message.message_id > before && message.from?.id !== person.id)
    .map(message => textOf(message).split('\n')[0] ?? '')
}
const lastId = async (person: ChatPerson) => (await person.messages()).at(-1)?.message_id ?? 0
const at = (text: string) => new Date(text)

/** Chooses a time on the day pages: the day's label, then the part if there is one, then the clock. */
async function choose(person: ChatPerson, day: string, part: string, clock: string): Promise<void> {
  await person.press(day)
  await person.press(part).catch(() => undefined)
  await person.press(clock)
  await desk.deliver()
}

describe.each(['zh-CN', 'en'] as const)('a week in %s', locale => {
  it('booked for Thursday: a day, an hour and ten minutes before, once each, and nothing else; the reviewer’s agenda that morning', async () => {
    desk.clock.now = monday
    const { person, card, code } = await invited(desk, locale)
    await desk.ctx.db.update(people).set({ timeZone: 'Asia/Shanghai' }).where(eq(people.telegramId, person.id))
    await person.press(locale === 'en' ? 'More days' : '更多日期')
    await choose(person, locale === 'en' ? 'Thu 26 Nov' : '11月26日 周四', locale === 'en' ? 'Afternoon' : '下午', '15:00')
    const reviewer = await desk.person(reviewerId)
    const [mark, markOfReviewer] = [await lastId(person), await lastId(reviewer)]

    await walk(at('2026-11-25T07:10Z'), 60)
    const day = (await person.messages()).at(-1)
    expect(await newIn(person, mark)).toEqual([
      locale === 'en' ? '⏰ A reminder of your video review' : '⏰ 提醒：您约好了视频审核',
    ])
    expect(labelsOf(day ?? card).slice(0, 2)).toEqual(locale === 'en' ? ['I will come', 'Move'] : ['我会到场', '改时间'])
    const { text: toast } = await person.press(locale === 'en' ? 'I will come' : '我会到场')
    expect(toast).toBe(locale === 'en' ? '✓ Noted. See you then' : '✓ 已记下，到时见')
    expect(await bookingsOf(desk, code)).toMatchObject([{ confirmedFor: 1 }])

    await walk(at('2026-11-26T06:51Z'))
    expect((await newIn(person, mark)).slice(1)).toEqual(
      locale === 'en'
        ? ['⏰ Your video review starts within the hour', '⏰ Your video review is about to start']
        : ['⏰ 视频审核将在一小时内开始', '⏰ 视频审核马上开始'],
    )
    const told = await newIn(reviewer, markOfReviewer)
    expect(told).toEqual(['11月26日 周四，您的审核：1 场（北京时间）', `⏰ 视频审核马上开始（${code}）`])
    const shown = (await reviewer.messages()).slice(-2).map(textOf)
    expect(shown[0]).toContain(`15:00 · ${code}`)
    expect(shown[0]).toContain('✓ 已确认')
    expect(shown[1]).toContain('✓ 申请人已确认会到场。')

    await walk(at('2026-11-29T00:00Z'), 60)
    if (process.env.TRANSCRIPT) await print(person, reviewer)
  }, 120_000)
})

it('the desk stands still for hours: what is late is dropped, nothing comes twice', async () => {
  desk.clock.now = monday
  const { person } = await invited(desk)
  await person.press('更多日期')
  await choose(person, '11月25日 周三', '下午', '15:00 北京时间')
  const mark = await lastId(person)
  // from Monday morning until nine minutes before the start nothing runs
  desk.clock.now = at('2026-11-25T06:51Z')
  await Promise.all([sweep(), sweep()])
  await desk.deliver()
  expect(await newIn(person, mark)).toEqual(['⏰ 视频审核马上开始'])
})

it('a night booking: the day’s reminder waits for the morning, the hour’s comes; a move leaves none behind and asks anew', async () => {
  desk.clock.now = monday
  const { person, code } = await invited(desk)
  await person.press('更多日期')
  await choose(person, '11月25日 周三', '晚上', '23:40 北京时间')
  const mark = await lastId(person)
  await walk(at('2026-11-24T23:59Z'), 30)
  expect(await newIn(person, mark)).toEqual([])
  await walk(at('2026-11-25T00:01Z'), 2)
  expect(await newIn(person, mark)).toEqual(['⏰ 提醒：您约好了视频审核'])
  await person.press('我会到场')
  await person.press('改时间')
  await person.press('更多日期')
  await choose(person, '11月27日 周五', '上午', '10:00 北京时间')
  expect(await bookingsOf(desk, code)).toMatchObject([{ confirmedFor: 1, linksSince: 2 }])
  const moved = await lastId(person)
  await walk(at('2026-11-26T01:59Z'), 30)
  expect(await newIn(person, moved)).toEqual([])
  await walk(at('2026-11-26T02:01Z'), 2)
  expect(labelsOf((await person.messages()).at(-1) as ChatMessage).slice(0, 2)).toEqual(['我会到场', '改时间'])
})

it.each([
  ['Europe/Berlin', '2026-10-23T08:00Z', '10月25日 周日', '11:00', '2026-10-24T10:00Z'],
  ['America/New_York', '2026-10-30T14:00Z', '11月1日 周日', '11:00', '2026-10-31T16:00Z'],
])(
  'over the clock change in %s the reminders keep to the booking, and the agenda to the morning',
  async (zone, now, day, clock, dayBefore) => {
    desk.clock.now = at(now)
    await desk.ctx.db.update(staff).set({ timeZone: zone })
    const { person, code } = await invited(desk)
    await desk.ctx.db.update(people).set({ timeZone: zone }).where(eq(people.telegramId, person.id))
    await person.press('更多日期')
    await choose(person, day, '上午', clock)
    const [booking] = await bookingsOf(desk, code)
    const startsAt = booking?.startsAt ?? at(now)
    expect(+startsAt - +at(dayBefore)).toBe(24 * 3_600_000)
    const dues = (await readNextDue(desk.ctx)).filter(due => due.code === code).map(due => [due.kind, due.at.toISOString()])
    const expectedAgenda = new Date(+startsAt - 3 * 3_600_000).toISOString()
    expect(dues).toContainEqual(['reminder-day', at(dayBefore).toISOString()])
    expect(dues).toContainEqual(['agenda', expectedAgenda])
    const [mark, reviewer] = [await lastId(person), await desk.person(reviewerId)]
    const markOfReviewer = await lastId(reviewer)
    await walk(new Date(+startsAt - 9 * 60_000), 30)
    expect((await newIn(person, mark)).map(line => line.slice(0, 6))).toEqual(['⏰ 提醒：您', '⏰ 视频审核', '⏰ 视频审核'])
    expect(await newIn(reviewer, markOfReviewer)).toHaveLength(2)
    await desk.ctx.db.update(staff).set({ timeZone: 'Asia/Shanghai' })
  },
)

it('G2: a second “I will come”, an old one, and one on a cancelled booking change nothing', async () => {
  desk.clock.now = monday
  const { person, code } = await booked(desk)
  const [first, second] = [await person.pressData(`come:${code}:1`), await person.pressData(`come:${code}:1`)]
  expect([first.text, second.text]).toEqual(['✓ 已记下，到时见', '✓ 已记下，到时见'])
  expect((await person.pressData(`come:${code}:7`)).text).toContain('状态已更新')
  await person.press('取消预约')
  await person.press('取消预约')
  expect((await person.pressData(`come:${code}:1`)).text).toContain('状态已更新')
})

/** The chats as a person reads them: TRANSCRIPT=1 npx vitest run test/bot/week.test.ts */
async function print(...chats: ChatPerson[]): Promise<void> {
  for (const person of chats) {
    const said = (await person.messages()).slice(-9).map(message => {
      const when = new Date(message.date * 1000).toISOString().slice(5, 16)
      return `${when} ${message.from?.id === person.id ? '→' : '←'} ${textOf(message).replaceAll('\n', '\n      ')}\n      [${labelsOf(message).join('] [')}]`
    })
    process.stdout.write(`\n=== ${person.user.firstName}\n${said.join('\n')}\n`)
  }
}
