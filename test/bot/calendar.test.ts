import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cancelBooking } from '../../core/booking/cancel.ts'
import { TOKEN } from '../sandbox/messenger.ts'
import { type ChatPerson, labelsOf } from '../support/chat.ts'
import { booked, bookingsOf, invited } from './booked.ts'
import { startDesk, type TestDesk } from './desk.ts'

let desk: TestDesk
let bot: Awaited<ReturnType<TestDesk['startBot']>>
beforeAll(async () => {
  desk = await startDesk()
  bot = await desk.startBot()
})
afterAll(() => desk.stop())

/** The calendar files that stand in the chat now, as a phone would open them. */
async function calendars(person: ChatPerson) {
  const sent = (await person.messages()).filter(message => message.document)
  return Promise.all(
    sent.map(async ({ document, caption = '' }) => {
      const { file_path: path } = await bot.bot.api.getFile(document?.file_id ?? '')
      const file = await (await fetch(`${desk.apiRoot}/file/bot${TOKEN}/${path}`)).text()
      const calendar = new ICAL.Component(ICAL.parse(file))
      const event = calendar.getFirstSubcomponent('vevent')
      const value = (name: string) => String(event?.getFirstPropertyValue(name))
      return {
        name: document?.file_name,
        type: document?.mime_type,
        caption,
        method: calendar.getFirstPropertyValue('method'),
        uid: value('uid'),
        sequence: value('sequence'),
        start: value('dtstart'),
      }
    }),
  )
}

it('one calendar message a booking: at booking, replaced by a move and by a cancel, with UID kept and SEQUENCE raised', async () => {
  const { person, code } = await booked(desk)
  const [first, ...others] = await calendars(person)
  expect(others).toEqual([])
  expect(first).toMatchObject({ name: `${code}.ics`, type: 'text/calendar', method: 'PUBLISH', sequence: '0' })
  expect(first?.caption).toMatch(/^可以加到手机日历（M-\w{6}）\n开始时间：.+\n打开上面的文件即可添加/)

  await person.press('改时间')
  const choice = await person.sees('改到什么时间')
  await person.press(labelsOf(choice)[2] ?? '')
  await desk.deliver()
  const moved = await calendars(person)
  expect(moved).toMatchObject([{ method: 'PUBLISH', uid: first?.uid, sequence: '1' }])
  expect(moved[0]?.caption).toContain('请更新手机日历里的时间')
  expect(moved[0]?.start).not.toBe(first?.start)

  await person.press('取消预约')
  await person.press('取消预约')
  await desk.deliver()
  const cancelled = await calendars(person)
  expect(cancelled).toMatchObject([{ method: 'CANCEL', uid: first?.uid, sequence: '2', start: moved[0]?.start }])
  expect(cancelled[0]?.caption).toContain('这次视频审核已取消')
})

it('a booking that was cancelled before its file was sent leaves no calendar message at all', async () => {
  const { person, card, code } = await invited(desk)
  await person.press(labelsOf(card)[0] ?? '')
  const [booking] = await bookingsOf(desk, code)
  await cancelBooking(desk.ctx, { caseId: booking?.caseId ?? '', version: 1 })
  await desk.deliver()
  await person.sees('请选择视频审核的时间')
  expect(await calendars(person)).toEqual([])
})
