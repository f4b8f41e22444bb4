import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findPairOf } from '../../core/booking/pair-of.ts'
import { joinCall } from '../../core/call/join.ts'
import { linkCode, openLink } from '../../core/call/link.ts'
import { enterRoom } from '../../core/call/room.ts'
import { helpCalls } from '../../db/schema/draws.ts'
import { labelsOf } from '../support/chat.ts'
import { booked, bookingsOf } from './booked.ts'
import { monday, reviewerId, startDesk, type TestDesk } from './desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
  const reviewer = await desk.person(reviewerId)
  await reviewer.say('/start')
})
afterAll(() => desk.stop())

it('somebody tells me what to say: the reviewer learns it, and the applicant’s chat shows nothing of it', async () => {
  desk.clock.now = monday
  const { person, code } = await booked(desk)
  const [booking] = await bookingsOf(desk, code)
  if (!booking) return expect.unreachable()
  desk.clock.now = booking.startsAt
  const pair = await findPairOf(desk.ctx, booking.id)
  await person.say('/help')
  expect(labelsOf(await person.sees('/whisper')), 'no button while no call is on').toEqual([])
  for (const role of ['applicant', 'reviewer'] as const) {
    const as = { ...desk.ctx, actor: pair[role] }
    const ref = { bookingId: booking.id, role, version: booking.version }
    const { session } = await joinCall(as, await openLink(as, linkCode(as, ref)), `device-of-${role}-0000`)
    await enterRoom(as, { ...ref, session, device: `device-of-${role}-0000`, until: 0 }, { camera: true, microphone: true })
  }
  const called = () => desk.ctx.db.$count(helpCalls, eq(helpCalls.bookingId, booking.id))
  await person.say('/whisper')
  await person.sees('好的。想看申请进度，请发送 /status。')
  expect(
    (await person.messages()).some(({ text }) => text === '/whisper'),
    'the command itself is gone',
  ).toBe(false)
  expect(await called()).toBe(1)
  desk.clock.now = new Date(booking.startsAt.getTime() + 60_000)
  await person.say('/help')
  const shown = await person.sees('/whisper')
  expect(labelsOf(shown)).toEqual(['有人教我说'])
  expect((await person.press('有人教我说')).text).toBeUndefined()
  const left = (await person.messages()).find(({ message_id }) => message_id === shown.message_id)
  expect(left?.text).toBe(shown.text)
  expect(left && labelsOf(left)).toEqual([])
  expect(await called()).toBe(2)
  await desk.deliver()
  const said = (await person.messages()).map(({ text }) => text ?? '').join('\n')
  expect(said).not.toContain('求助')
  const told = (await (await desk.person(reviewerId)).messages()).map(({ text }) => text ?? '')
  expect(told.filter(text => text.includes(`申请人悄悄求助：可能有人在教他怎么说（${code}）`))).toHaveLength(2)
})

it('without a call the answer is the same, and nobody is told', async () => {
  const person = await desk.newcomer()
  await person.say('/whisper')
  await person.sees('好的。想看申请进度，请发送 /status。')
  expect(await desk.ctx.db.$count(helpCalls)).toBe(2)
})
