import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { handOverStragglers } from '../../core/booking/hand-over-all.ts'
import { endMissed } from '../../core/booking/miss.ts'
import { queueReminders } from '../../core/booking/remind.ts'
import { replaceAbsent } from '../../core/booking/replace-absent.ts'
import { releaseExpired } from '../../core/booking/take-time.ts'
import { lapseOverdue } from '../../core/case/lapse.ts'
import { readNextDue } from '../../core/desk/next-due.ts'
import { moveLine } from '../../core/queue/call-up.ts'
import { queueAgendas } from '../../core/staff/queue-agendas.ts'
import { offerEarlier } from '../../core/waits/offer-earlier.ts'
import { people } from '../../db/schema/people.ts'
import type { ChatMessage } from '../../sandbox/store/messages.ts'
import { formatTime } from '../../texts/format.ts'
import { type ChatPerson, labelsOf } from '../support/chat.ts'
import { bookingsOf, invited } from './booked.ts'
import { adminId, monday, reviewerId, startDesk, type TestDesk } from './desk.ts'

const zone = 'Asia/Shanghai'
const sweeps = [
  moveLine,
  queueReminders,
  queueAgendas,
  releaseExpired,
  handOverStragglers,
  replaceAbsent,
  endMissed,
  offerEarlier,
  lapseOverdue,
]

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
})
afterAll(() => desk.stop())

/** What came into somebody's chat, with the desk's time at which it came. */
function listenTo(person: ChatPerson) {
  const heard: { at: Date; message: ChatMessage }[] = []
  let mark = 0
  return {
    person,
    heard,
    async listen() {
      const news = (await person.messages()).filter(({ message_id, from }) => message_id > mark && from?.id !== person.id)
      mark = Math.max(mark, ...news.map(({ message_id }) => message_id))
      heard.push(...news.map(message => ({ at: desk.clock.now, message })))
    },
    /** `周二 15:00 first line [first button]` of what came since the last time it was asked */
    told(): string[] {
      return heard.splice(0).map(({ at, message }) => {
        const [first = ''] = (message.text ?? message.caption ?? '').split('\n')
        const [button] = labelsOf(message)
        return `${formatTime(at.toISOString(), 'zh-CN', zone).slice(7)} ${first}${button ? ` [${button}]` : ''}`
      })
    },
  }
}
type Listener = ReturnType<typeof listenTo>

/** The clock goes on to whatever is due next, and at least every hour; at each stop the sweeps run and what waits is sent. */
async function walk(listeners: readonly Listener[], until: string): Promise<void> {
  const end = +new Date(until)
  while (+desk.clock.now < end) {
    const dues = (await readNextDue(desk.ctx)).map(({ at }) => +at)
    desk.clock.now = new Date(Math.min(+desk.clock.now + 3_600_000, end, ...dues))
    await settle(listeners)
  }
}

async function settle(listeners: readonly Listener[]): Promise<void> {
  for (const sweep of sweeps) await sweep(desk.ctx)
  await desk.deliver()
  for (const each of listeners) await each.listen()
}

async function choose(person: ChatPerson, ...labels: string[]): Promise<void> {
  for (const label of labels) await person.press(label)
  await desk.deliver()
}

it('a week, every message read: in order, once, none that is no longer so, and none at night but for a call within two hours', async () => {
  desk.clock.now = monday
  const { person, code } = await invited(desk)
  await desk.ctx.db.update(people).set({ timeZone: zone }).where(eq(people.telegramId, person.id))
  const [reviewer, admin] = [await desk.person(reviewerId), await desk.person(adminId)]
  for (const each of [reviewer, admin]) {
    await each.say('/start')
    await each.sees(/\/agenda|\/queue/)
  }
  const [applicant, staff, boss] = [listenTo(person), listenTo(reviewer), listenTo(admin)]
  const all = [applicant, staff, boss]
  await settle(all)
  for (const each of all) each.told()
  const told = () => {
    const plain = (lines: string[]) =>
      lines.map(line => line.replace(`（${code}）`, '').replace(` ${code}]`, ']').replace(`(${code})`, ''))
    return { applicant: plain(applicant.told()), staff: plain(staff.told()), boss: plain(boss.told()) }
  }

  // Monday: booked for Wednesday
  await choose(person, '更多日期', '11月25日 周三', '下午', '15:00')
  await settle(all)
  expect(told()).toEqual({
    applicant: ['周一 10:00 可以加到手机日历'],
    staff: ['周一 10:00 新的视频审核 [查看申请]'],
    boss: [],
  })

  // Tuesday: reminded, and moved to Thursday
  await walk(all, '2026-11-24T08:00Z')
  await choose(person, '改时间', '更多日期', '11月26日 周四', '10:00')
  await settle(all)
  expect(told()).toEqual({
    applicant: ['周二 15:00 ⏰ 提醒：您约好了视频审核 [我会到场]', '周二 16:00 请更新手机日历里的时间'],
    staff: ['周二 16:00 视频审核改了时间 [查看申请]'],
    boss: [],
  })

  // Wednesday: nothing of the old time, a reminder of the new one, to which the answer is yes
  await walk(all, '2026-11-25T08:00Z')
  await choose(person, '我会到场')
  await settle(all)
  expect(told()).toEqual({ applicant: ['周三 10:00 ⏰ 提醒：您约好了视频审核 [我会到场]'], staff: [], boss: [] })
  expect(await bookingsOf(desk, code)).toMatchObject([{ version: 2, confirmedFor: 2 }])

  // Thursday: nobody comes, the reviewer neither: that is ours, and counts for nothing
  await walk(all, '2026-11-26T04:00Z')
  expect(told()).toEqual({
    applicant: [
      '周四 09:00 ⏰ 视频审核将在一小时内开始 [设备检测]',
      '周四 09:50 ⏰ 视频审核马上开始 [进入视频审核]',
      '周四 10:02 视频审核的时间到了 [进入视频审核]',
      '周四 10:10 很抱歉，这次视频审核没有进行 [今天 10:40]',
    ],
    staff: [
      '周四 08:00 11月26日 周四，您的审核：1 场（北京时间） [10:00]',
      '周四 09:50 ⏰ 视频审核马上开始 [进入审核]',
      '周四 10:10 您没有到场',
    ],
    boss: ['周四 10:10 Nobody came to the review at Thu 26 Nov, 10:00 (Beijing time)  [Open application]'],
  })

  // another try, in the small hours of Saturday: the day's reminder moves out of the night, the hour's belongs to the call
  await choose(person, '更多日期', '11月28日 周六', '凌晨', '00:40')
  await walk(all, '2026-11-27T15:50Z')
  expect(told()).toEqual({
    applicant: [
      '周四 13:00 可以加到手机日历',
      '周五 08:00 ⏰ 提醒：您约好了视频审核 [我会到场]',
      '周五 23:40 ⏰ 视频审核将在一小时内开始 [设备检测]',
    ],
    staff: ['周四 13:00 新的视频审核 [查看申请]', '周五 23:40 11月28日 周六，您的审核：1 场（北京时间） [00:40]'],
    boss: [],
  })

  // given up an hour before, and booked for Sunday
  await choose(person, '取消预约', '取消预约')
  await settle(all)
  await choose(person, '更多日期', '11月29日 周日', '下午', '14:00')
  await settle(all)
  expect(told()).toEqual({
    applicant: ['周五 23:50 这次视频审核已取消', '周五 23:50 可以加到手机日历'],
    staff: ['周五 23:50 视频审核已取消', '周五 23:50 新的视频审核 [查看申请]'],
    boss: [],
  })

  // the only reviewer falls ill for Sunday: an apology, and a time that is kept
  await walk(all, '2026-11-28T04:00Z')
  await admin.say('/staff 林老师 away 2026-11-29')
  await admin.sees('is away')
  await settle(all)
  expect(told()).toEqual({
    applicant: ['周六 12:00 这次视频审核已取消', '周六 12:00 很抱歉，您的视频审核需要取消 [今天 12:20]'],
    staff: ['周六 12:00 管理员更改了您的设置', '周六 12:00 视频审核已取消'],
    boss: ['周六 12:00 ✓ 林老师 is away from Sun 29 Nov, 00:00 to Mon 30 Nov, 00:00 (Beijing time).'],
  })

  // taken, and nobody comes again: an apology, an admin is told, and the days after are silent
  await choose(person, '今天 12:20')
  await walk(all, '2026-11-30T01:00Z')
  expect(told()).toEqual({
    applicant: [
      '周六 12:10 可以加到手机日历',
      '周六 12:10 ⏰ 视频审核马上开始 [进入视频审核]',
      '周六 12:22 视频审核的时间到了 [进入视频审核]',
      '周六 12:30 很抱歉，这次视频审核没有进行 [今天 13:00]',
    ],
    staff: ['周六 12:10 新的视频审核 [查看申请]', '周六 12:10 ⏰ 视频审核马上开始 [进入审核]', '周六 12:30 您没有到场'],
    boss: ['周六 12:30 Nobody came to the review at Sat 28 Nov, 12:20 (Beijing time)  [Open application]'],
  })
}, 120_000)
