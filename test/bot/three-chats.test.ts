import { afterAll, beforeAll, expect, it } from 'vitest'
import { findPairOf } from '../../core/booking/pair-of.ts'
import { queueReminders } from '../../core/booking/remind.ts'
import { joinCall } from '../../core/call/join.ts'
import { linkCode, openLink } from '../../core/call/link.ts'
import { enterRoom } from '../../core/call/room.ts'
import { readCase } from '../../core/case/load.ts'
import { issueAdminClaim } from '../../core/staff/claim.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { type ChatPerson, dataOf, labelsOf } from '../support/chat.ts'
import { passEveryCheck } from '../support/pass-checks.ts'
import { until } from '../support/wait.ts'
import { bookingsOf } from './booked.ts'
import { monday, startDesk, type TestDesk } from './desk.ts'
import { fillAndSubmit } from './filling.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk({ staffed: false })
  await desk.startBot()
})
afterAll(() => desk.stop())

const minute = 60_000
const day = 24 * 60 * minute

async function ask(person: ChatPerson, said: string, answer: string | RegExp) {
  await person.say(said)
  return person.sees(answer)
}

async function enter(code: string, role: 'applicant' | 'reviewer') {
  const booking = (await bookingsOf(desk, code)).find(({ status }) => status === 'active') ?? expect.unreachable()
  const as = { ...desk.ctx, actor: (await findPairOf(desk.ctx, booking.id))[role] }
  const ref = { bookingId: booking.id, role, version: booking.version }
  const device = `device-of-${role}-0000`
  const { session } = await joinCall(as, await openLink(as, linkCode(as, ref)), device)
  await enterRoom(as, { ...ref, session, device, until: 0 }, { camera: true, microphone: true })
  return as
}

/** Takes the first time on the newest card, and goes to it. */
async function bookFirst(applicant: ChatPerson, code: string) {
  const card = (await applicant.messages()).findLast(message => labelsOf(message).some(label => /\d:\d\d/.test(label)))
  const [time = ''] = (card ? labelsOf(card) : []).filter(label => /\d:\d\d/.test(label))
  await applicant.press(time)
  await desk.deliver()
  const booking = (await bookingsOf(desk, code)).find(({ status }) => status === 'active') ?? expect.unreachable()
  desk.clock.now = new Date(+booking.startsAt - 10 * minute)
  await queueReminders(desk.ctx)
  await desk.deliver()
  return booking
}

// the form, filled in over the chat by tests of its own, and the call go by their verbs here
it('a desk is set up, and runs a week, from three chats alone: an admin’s, a reviewer’s and an applicant’s', async () => {
  desk.clock.now = monday
  const admin = await desk.newcomer({ languageCode: 'en', firstName: 'Quiet' })
  const reviewer = await desk.newcomer({ languageCode: 'zh-hans', firstName: '林老师' })
  const applicant = await desk.newcomer()

  // the desk is made: its admin, a reviewer with hours, a holiday, devices, policy
  await ask(admin, `/claim ${await issueAdminClaim(desk.ctx)}`, /\/queue|admin/)
  await ask(reviewer, '/start', /./)
  await ask(admin, '/staff', 'The team')
  await admin.pickPeople(reviewer.id)
  const [add = ''] = labelsOf(await admin.sees('on the team?'))
  await ask(admin, add, 'is on the team: reviewer')
  await ask(admin, '/hours 林老师 daily 0:00-24:00', /24:00/)
  await ask(admin, '/holiday 2026-12-31 off', '31 Dec')
  await ask(admin, '/devices', '5 in all')
  const rows =
    'id,name-zh,name-en,monthly-rent,deposit,value,terms,active\nphone-new,青禾 手机 13,Qinghe Phone 13,299,1800,7999,12 24,yes'
  await admin.sendFile(Buffer.from(rows), { name: 'devices.csv', type: 'text/csv' })
  await admin.sees('would add 1')
  expect((await admin.press('Take it over')).text).toBe('Taken over')
  await ask(admin, '/policy misses-allowed 1', /1/)
  desk.ctx.policy.missesAllowed = 1
  await ask(admin, '/order phone-new 12', 't.me/mianshen_sandbox_bot?start=')
  await desk.deliver()

  // an application; the applicant does not come, and an admin lets it go on
  const { code } = await fillAndSubmit(desk, applicant)
  await desk.deliver()
  const missed = await bookFirst(applicant, code)
  await ask(reviewer, '/agenda', code)
  await ask(reviewer, '/online', '您已上线')
  desk.clock.now = missed.startsAt
  await enter(code, 'reviewer')
  desk.clock.now = new Date(+missed.startsAt + 10 * minute)
  await reviewer.press('申请人没来')
  const asked = await reviewer.sees('申请人没有来吗？')
  await reviewer.pressData(dataOf(asked, '申请人没来'), asked.message_id)
  await reviewer.sees('已通知申请人')
  await desk.deliver()
  await ask(admin, '/queue hold', code)
  expect(labelsOf(await ask(admin, `/case ${code}`, code))).toContain('Let it go on')
  await admin.press('Let it go on')
  await desk.deliver()

  // no times while it is paused; two days later the review takes place
  await ask(admin, '/pause yes 系统维护', 'No bookings are taken now')
  await ask(admin, '/resume', 'Bookings are taken again')
  desk.clock.now = new Date(+desk.clock.now + 2 * day)
  await desk.deliver()
  await applicant.say('/status')
  await until(async () => (await desk.deliver()).includes('status-card'), { what: 'the present card' })
  const booking = await bookFirst(applicant, code)
  desk.clock.now = booking.startsAt
  await enter(code, 'applicant')
  const as = await enter(code, 'reviewer')
  const { id: caseId } = await readCase(desk.ctx, { code })
  await passEveryCheck(as, caseId)
  await decideCase(as, { caseId, outcome: 'approved', reasons: [], idempotencyKey: `key-of-${code}` })
  await desk.deliver()
  await applicant.sees('视频审核已通过')

  // what the week came to
  desk.clock.now = new Date(+monday + 6 * day)
  expect((await ask(admin, '/stats week', /\d/)).text).toMatch(/1/)
  await ask(admin, '/export 7', /./)
  await ask(admin, `/audit ${code}`, code)
  await ask(admin, '/parked', /./)
  await ask(admin, '/staff 林老师 away 2026-12-01', 'is away from')
  await desk.deliver()
  await reviewer.sees('已为您请假')
  expect(desk.logged.filter(({ level }) => level === 'error')).toEqual([])
}, 60_000)
