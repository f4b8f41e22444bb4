import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listStaff } from '../../core/staff/add.ts'
import type { ChatPerson } from '../support/chat.ts'
import { labelsOf } from '../support/chat.ts'
import { booked } from './booked.ts'
import { adminId, reviewerId, startDesk, type TestDesk } from './desk.ts'

let desk: TestDesk
let admin: ChatPerson
let reviewer: ChatPerson
let code = ''
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
  admin = await desk.person(adminId)
  reviewer = await desk.person(reviewerId)
  for (const person of [admin, reviewer]) {
    await person.say('/start')
    await person.sees(/Quiet|林老师/)
  }
  // today at 10:20 in Shanghai, with the only reviewer there is
  code = (await booked(desk)).code
  await desk.deliver()
})
afterAll(() => desk.stop())

const lastTo = async (person: ChatPerson, words: string | RegExp) => {
  await desk.deliver()
  return (await person.sees(words)).text ?? ''
}

describe('/hours, typed', () => {
  it('shows everybody, with a button for each', async () => {
    await admin.say('/hours')
    const shown = await admin.sees('林老师 (Asia/Shanghai)')
    expect(shown.text).toContain('Every day: 00:00–24:00')
    expect(labelsOf(shown)).toEqual(['林老师'])
  })

  it('comes as a picture of this week and next, with the same as text', async () => {
    await admin.say('/hours 林老师')
    await admin.sees('Every day: 00:00–24:00')
    expect((await admin.press('As a picture')).text).toBe('The picture is on its way.')
    expect(await desk.deliver()).toContain('hours-picture')
    const sent = (await admin.messages()).findLast(message => 'photo' in message)
    expect(sent?.caption).toContain('林老师 (Asia/Shanghai)')
    expect(sent?.caption).toContain('Mon 23 Nov: 00:00–24:00 · 1 booked')
    expect(sent?.caption).toContain('Tue 24 Nov to Sun 6 Dec: 00:00–24:00')
  })

  it('sets days and answers what was and what is; the reviewer hears of it; a button puts it back', async () => {
    await admin.say('/hours 林老师 sat,sun off')
    expect((await admin.sees('the hours are changed')).text).toContain('Sat and Sun: 00:00–24:00 → off')
    expect(await lastTo(reviewer, '您的排班有变动')).toContain('周六和周日：00:00–24:00 → 休息')
    await admin.press('Undo')
    expect((await admin.sees('it is as it was before')).text).toContain('Sat and Sun: off → 00:00–24:00')
    expect(await lastTo(reviewer, '您的排班有变动')).toContain('周六和周日：休息 → 00:00–24:00')
  })

  it('names who is booked outside the new hours, with a button that leads there, and keeps the booking', async () => {
    await admin.say('/hours 林老师 周一 13:00-18:00')
    const changed = await admin.sees('the hours are changed')
    expect(changed.text).toContain('Mon: 00:00–24:00 → 13:00–18:00')
    expect(changed.text).toMatch(new RegExp(`⏰ One booked review lies outside working hours[\\s\\S]*${code} · 林老师`))
    expect(labelsOf(changed)).toEqual([code, 'Undo', 'Show the week'])
    await admin.press(code)
    await admin.sees('What happened')
    await admin.say('/hours 林老师 mon 0:00-24:00')
    expect((await admin.sees('the hours are changed')).text).not.toContain('⏰')
  })

  it('a day off that is off already: nothing is said to be changed, and nobody is told', async () => {
    await admin.say('/hours 林老师 sun off')
    await admin.sees('Sun: 00:00–24:00 → off')
    await desk.deliver()
    await admin.say('/hours 林老师 2026-12-27 off')
    expect((await admin.sees('that is how it was already')).text).not.toContain('→')
    expect(await desk.deliver()).not.toContain('hours-changed')
    // of several only those that differ are named
    await admin.say('/hours 林老师 2026-12-26~12-27 off')
    expect((await admin.sees('Sat 26 Dec: 00:00–24:00 → off')).text).not.toContain('27 Dec')
    await admin.press('Undo')
    await admin.sees('it is as it was before')
    await admin.say('/hours 林老师 sun 0:00-24:00')
    await admin.sees('Sun: off → 00:00–24:00')
    await desk.deliver()
  })

  it('takes exceptions, limits and zones in both languages and full width, and says when nothing is different', async () => {
    await admin.say('/hours 林老师 2026-12-24 off')
    expect((await admin.sees('the hours are changed')).text).toContain('Thu 24 Dec: 00:00–24:00 → off')
    await admin.say('/hours 林老师 １２月２４日　休息')
    await admin.sees('that is how it was already')
    await admin.say('/hours 林老师 12月24日照常')
    await admin.sees('Thu 24 Dec: off → 00:00–24:00')
    await admin.say('/hours 林老师 每天最多8场')
    await admin.sees('Reviews a day: no limit → 8')
    await admin.say('/hours 林老师 limit none')
    await admin.sees('Reviews a day: 8 → no limit')
    await admin.say('/hours 林老师 zone asia/tokyo')
    await admin.sees('Time zone: Asia/Shanghai → Asia/Tokyo')
    await admin.say('/hours 林老师 时区 Asia/Shanghai')
    await admin.sees('Time zone: Asia/Tokyo → Asia/Shanghai')
  })

  it.each([
    ['/hours Nobody mon 9:00-10:00', 'Nobody on the team has this name'],
    ['/hours 林老师 sometimes', /did not understand “sometimes”[\s\S]*mon-fri 9:00-12:00/],
    ['/hours 林老师 mon 9:00-12:00 11:00-13:00', 'Two of these shifts overlap'],
    ['/hours 林老师 tue 22:00-3:00', 'These two shifts overlap: Tue 22:00–03:00 next day and Wed 00:00–24:00'],
    ['/hours 林老师 mon 9:00-9:10', /Not one review fits into “9:00-9:10”: it takes 15 minutes[\s\S]*9:00-12:00/],
    ['/hours 林老师 2026-12-24 9:00-12:00 13:00-13:14', 'Not one review fits into “13:00-13:14”'],
    ['/hours 林老师 2026-11-01 off', 'is past'],
    ['/hours 林老师 2027-02-29 off', 'There is no such date'],
    ['/hours 林老师 zone Mars/Base', 'We do not know the time zone “mars/base”'],
    ['/hours 林老师 limit 0', 'is no daily limit'],
    ['/hours 林老师 limit -1', '“-1” is no daily limit'],
    ['/hours 林老师 monday 9-5', /“9-5” would run until the next day[\s\S]*9:00-17:00/],
    ['/staff 林老师 away 2026-12-08 10:00-12:00', /could not be understood[\s\S]*\/hours Chen 2026-12-01 13:00-18:00/],
    ['/hours 林老师 mon', 'did not understand'],
  ])('G11: %s is answered with what is wrong', async (text, words) => {
    await admin.say(text)
    await admin.sees(words)
  })

  it('G11: and none of that changed anything', async () => {
    await admin.say('/hours 林老师')
    expect((await admin.sees('林老师 (Asia/Shanghai)')).text).toContain('Every day: 00:00–24:00')
  })

  it('a reviewer sees and sets only their own, also without a command; a colleague is nobody to them', async () => {
    await reviewer.say('/hours')
    await reviewer.sees('每天：00:00–24:00')
    await reviewer.say('12月24日休息')
    await reviewer.sees('12月24日 周四：00:00–24:00 → 休息')
    await reviewer.press('撤销')
    await reviewer.sees('已恢复原样')
    await reviewer.say('/hours Quiet mon 9:00-10:00')
    await reviewer.sees('团队里没有这个名字')
    await reviewer.say('你好，明天见')
    await reviewer.sees('林老师，您好')
    const [quiet] = (await listStaff(desk.ctx)).filter(({ name }) => name === 'Quiet')
    expect((await reviewer.pressData(`hours:${quiet?.id}`)).text).toBe((await reviewer.pressData('nonsense')).text)
  })

  it('an admin types without a command as well, but has to say whose', async () => {
    await admin.say('林老师 12-24 off')
    await admin.sees('Thu 24 Dec: 00:00–24:00 → off')
    await admin.press('Undo')
    await admin.sees('it is as it was before')
    await admin.say('12-24 off')
    await admin.sees('Whose hours are these?')
  })

  it('an undo that comes too late changes nothing and says so', async () => {
    await admin.say('/hours 林老师 sun off')
    const changed = await admin.sees('the hours are changed')
    await admin.say('/hours 林老师 sun 9:00-12:00')
    await admin.sees('Sun: off → 09:00–12:00')
    const markup = changed.reply_markup
    const undo =
      markup && 'inline_keyboard' in markup ? markup.inline_keyboard.flat().find(({ text }) => text === 'Undo') : undefined
    const data = undo && 'callback_data' in undo ? undo.callback_data : ''
    expect(await admin.pressData(data, changed.message_id)).toMatchObject({ alert: true, text: /changed again since/ })
    await admin.say('/hours 林老师 sun 0:00-24:00')
    await admin.sees('the hours are changed')
  })
})

describe('/hours, with buttons', () => {
  it('days, then times; a forged choice changes nothing', async () => {
    await admin.say('/hours 林老师')
    await admin.sees('Every day: 00:00–24:00')
    await admin.press('Set days')
    await admin.press('Sat and Sun')
    const times = await admin.sees('which times?')
    expect(times.text).toContain('They are in Asia/Shanghai')
    expect(times.text).toContain('/hours 林老师 sat,sun 8:30-12:00')
    await admin.press('9–12 · 13–18')
    await admin.sees('Sat and Sun: 00:00–24:00 → 09:00–12:00 13:00–18:00')
    await admin.press('Undo')
    await admin.sees('it is as it was before')
    await admin.press('Show the week')
    await admin.sees('Every day: 00:00–24:00')
    const [lin] = (await listStaff(desk.ctx)).filter(({ name }) => name === '林老师')
    for (const data of [
      `hours-set:${lin?.id}:89:a`,
      `hours-set:${lin?.id}:12:q`,
      'hours-set:me:12:a',
      `hours-date:${lin?.id}:2026-99-99:off`,
    ])
      expect((await admin.pressData(data)).text).toBeDefined()
    await admin.say('/hours 林老师')
    await admin.sees('Every day: 00:00–24:00')
  })

  it('a date off and on again; today’s booking shows as outside', async () => {
    await admin.press('Days off')
    await admin.press('Wed 25 Nov')
    await admin.sees('which date off?')
    await admin.press('✕ Wed 25 Nov')
    await admin.sees('which date off?')
    await admin.press('Mon 23 Nov')
    const changed = await admin.sees('⏰')
    expect(changed.text).toContain(code)
    await admin.press('Undo')
    await admin.sees('it is as it was before')
  })

  it('a daily limit', async () => {
    await admin.press('Show the week')
    await admin.press('Daily limit')
    await admin.press('12')
    await admin.sees('Reviews a day: no limit → 12')
    await admin.press('Undo')
    await admin.sees('Reviews a day: 12 → no limit')
  })
})

describe('/holiday', () => {
  it('loads China’s calendar with one press, tells the reviewers, and takes it back with another', async () => {
    await admin.say('/holiday')
    const page = await admin.sees('Holidays and make-up days')
    expect(page.text).toContain('None are set.')
    // late in November nothing of 2026 is left to come
    expect(labelsOf(page)).toEqual([])
    await admin.say('/holiday load 2026')
    await admin.sees("All of China's calendar of 2026 lies behind us")
    // on the last day of September the week of National Day is to come, and nothing of the year before it is said
    const november = desk.clock.now
    desk.clock.now = new Date('2026-09-30T02:00:00Z')
    await admin.say('/holiday')
    await admin.sees('None are set.')
    await admin.press('Load 2026')
    const loaded = await admin.sees('calendar of 2026 is loaded')
    expect(loaded.text).toContain('7 days off, 1 make-up working days')
    const told = await lastTo(reviewer, '团队的节假日有变动')
    expect(told).toContain('10月1日 周四：国庆节，休息')
    expect(told).not.toContain('元旦')
    await admin.press('Undo')
    await admin.sees('as they were before')
    desk.clock.now = november
  })

  it('who is away shows so in the picture, and in the text under it', async () => {
    await admin.say('/staff 林老师 away 2026-12-01 2026-12-02')
    await admin.sees('is away')
    await admin.say('/hours 林老师')
    await admin.sees('Every day: 00:00–24:00')
    await admin.press('As a picture')
    await desk.deliver()
    const sent = (await admin.messages()).findLast(message => 'photo' in message)
    expect(sent?.caption).toContain('Tue 1 Dec to Wed 2 Dec: away')
    await admin.say('/staff 林老师 back')
    await admin.sees(/back|again/)
  })

  it('takes days by hand in both languages, and names the bookings that lie on one', async () => {
    await admin.say('/holiday 11月23日 放假 停电')
    const set = await admin.sees('The desk')
    expect(set.text).toContain('Mon 23 Nov: 停电, off')
    expect(set.text).toContain(code)
    await admin.say('/holiday 11-23 usual')
    await admin.sees('Mon 23 Nov: an ordinary day')
    await admin.say('/holiday 2026-11-28 works as wed')
    await admin.sees('Sat 28 Nov: Make-up day, worked like Wed')
    await admin.say('/holiday')
    await admin.sees('Sat 28 Nov: Make-up day, worked like Wed')
  })

  it.each([
    ['/holiday someday', 'We did not understand “someday”'],
    ['/holiday load 2040', 'is not known to this version'],
    ['/holiday 2026-11-01 off', 'is past'],
    ['/holiday 2026-02-30 off', 'There is no such date'],
  ])('G11: %s', async (text, words) => {
    await admin.say(text)
    await admin.sees(words)
  })
})
