import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { people } from '../../db/schema/people.ts'
import { type ChatPerson, labelsOf } from '../support/chat.ts'
import { booked, invited } from './booked.ts'
import { startDesk, type TestDesk } from './desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
})
afterAll(() => desk.stop())

const zoneOf = async ({ id }: ChatPerson) =>
  (await desk.ctx.db.query.people.findFirst({ where: eq(people.telegramId, id) }))?.timeZone

/** Every clock time that stands in the chat for the booking: on the card, in toasts, under the calendar file. */
const clockTimes = (texts: string[]) => new Set(texts.flatMap(text => text.match(/\d\d:\d\d/g) ?? []))

it('G12: until the zone is known every button, toast and text names the office’s, and a booking has one clock time', async () => {
  const { person, card } = await invited(desk)
  const [first = '', ...labels] = labelsOf(card)
  expect([first, ...labels.slice(0, 4)]).toEqual([
    '今天 10:20 北京时间',
    '今天 10:40 北京时间',
    '今天 11:00 北京时间',
    '更多日期',
    '换时区',
  ])
  expect(card.text).toContain('时间都是北京时间')
  const { text: toast = '' } = await person.press(first)
  expect(toast).toBe('✓ 已约好：今天 10:20 北京时间')
  await desk.deliver()
  const booked = await person.sees('视频审核已约好')
  const calendar = await person.sees('可以加到手机日历')
  expect(booked.text).toContain('11月23日 周一 10:20（北京时间）')
  expect(clockTimes([toast, booked.text ?? '', calendar.caption ?? ''])).toEqual(new Set(['10:20']))
})

it('G12: a place shared changes every time to its clock, named; the place is not kept', async () => {
  const { person, card } = await invited(desk)
  await person.press('换时区')
  const asked = await person.sees('目前的时间都按这个时区显示')
  expect(labelsOf(asked)).toEqual(['分享我的位置'])
  await person.say('纽约')
  const offer = await person.sees('11月22日 周日 21:00')
  expect(labelsOf(offer)).toEqual(['用这个时间'])
  await person.press('用这个时间')
  expect(await person.sees('时区已设好')).toMatchObject({ text: expect.stringContaining('北美东部标准时间') })
  await desk.deliver()
  const redrawn = (await person.messages()).find(message => message.message_id === card.message_id)
  for (const label of labelsOf(redrawn ?? card).slice(0, 3)) expect(label).toMatch(/^今天 2[12]:\d0$/)
  expect(redrawn?.text).toContain('按钮上的时间是北美东部标准时间')
  await person.sendLocation()
  await person.sees('时区已设好')
  expect(await zoneOf(person)).toBe('Asia/Shanghai')
})

it('the same booking after the zone is known: toast, card and calendar say the own clock only', async () => {
  const { person } = await booked(desk)
  await person.say('/timezone Berlin')
  await person.sees('中欧标准时间')
  await desk.deliver()
  const card = (await person.messages()).findLast(message => message.text?.includes('视频审核已约好'))
  expect(card?.text).toMatch(/11月23日 周一 0\d:\d\d（中欧标准时间）/)
  await person.press('改时间')
  const [next = ''] = labelsOf(await person.sees('改到什么时间'))
  expect(next).toMatch(/^今天 0\d:\d\d$/)
  const { text: toast = '' } = await person.press(next)
  await desk.deliver()
  const moved = await person.sees('视频审核已约好')
  expect(clockTimes([toast, moved.text ?? '', (await person.sees('更新手机日历')).caption ?? ''])).toEqual(clockTimes([next]))
})

it('several places of one name are told apart; an unknown one says what is right; a forged zone changes nothing', async () => {
  const { person } = await invited(desk)
  await person.say('/timezone Birmingham')
  expect(labelsOf(await person.sees('您说的是哪一个'))).toEqual(['Birmingham, 英国', 'Birmingham, Alabama'])
  await person.press('Birmingham, Alabama')
  await person.sees('时区已设好')
  expect(await zoneOf(person)).toBe('America/Chicago')
  await person.say('/timezone 东八区')
  expect(labelsOf(await person.sees('您说的是哪一个'))).toEqual(['北京', '新加坡', '珀斯', 'UTC+8'])
  await person.press('UTC+8')
  await person.sees('时区已设好')
  expect(await zoneOf(person)).toBe('Etc/GMT-8')
  await person.say('/timezone Shnaghai')
  await person.press(labelsOf(await person.sees(/Shanghai|您说的是下面哪一个/))[0] ?? '')
  await person.sees('时区已设好')
  expect(await zoneOf(person)).toBe('Asia/Shanghai')
  await person.say('/timezone Kathmanda')
  expect(labelsOf(await person.sees('您说的是下面哪一个'))).toEqual(['Kathmandu, 尼泊尔'])
  await person.say('/timezone Germany')
  expect(labelsOf(await person.sees('德国'))).toEqual(['用这个时间'])
  expect(await zoneOf(person)).toBe('Asia/Shanghai')
  await person.say('/timezone 美国')
  expect(labelsOf(await person.sees('您说的是哪一个')).slice(0, 2)).toEqual(['New York', 'Chicago'])
  await person.say('/timezone Chicago')
  await person.sees('时区已设好')
  await person.say('/timezone 乌有之乡')
  await person.sees('没有找到这个地方')
  expect((await person.pressData('zone-set:Mars/Olympus')).text).toBeTruthy()
  expect(await zoneOf(person)).toBe('America/Chicago')
})

it('in the form a typed city is an answer, so the command takes it along', async () => {
  const person = await desk.newcomer()
  await person.say('/apply')
  await person.sees('1/9')
  await person.say('/timezone')
  await person.sees('/timezone 纽约')
  await person.say('/timezone 巴黎')
  await person.sees('时区已设好')
  expect(await zoneOf(person)).toBe('Europe/Paris')
})
