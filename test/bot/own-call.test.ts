import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findPairOf } from '../../core/booking/pair-of.ts'
import { queueReminders } from '../../core/booking/remind.ts'
import { joinCall } from '../../core/call/join.ts'
import { linkCode, openLink } from '../../core/call/link.ts'
import { enterRoom } from '../../core/call/room.ts'
import { addStaff } from '../../core/staff/add.ts'
import { setHours } from '../../core/staff/hours.ts'
import { parseHours } from '../../core/staff/parse-hours.ts'
import { audit } from '../../db/schema/audit.ts'
import { cases } from '../../db/schema/cases.ts'
import { flags, lookups } from '../../db/schema/lookups.ts'
import { type ChatPerson, labelsOf } from '../support/chat.ts'
import { booked, bookingsOf } from './booked.ts'
import { monday, otherId, reviewerId, startDesk, type TestDesk } from './desk.ts'

let desk: TestDesk
let reviewer: ChatPerson
let other: ChatPerson
let otherStaff: string
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
  otherStaff = (await addStaff(desk.ctx, { telegramId: otherId, name: '陈老师', roles: ['reviewer'], locale: 'zh-CN' })).id
  reviewer = await desk.person(reviewerId)
  other = await desk.person(otherId)
  for (const person of [reviewer, other]) {
    await person.say('/start')
    await person.sees(/\/agenda/)
  }
  await desk.deliver()
})
afterAll(() => desk.stop())

const minute = 60_000

/** Booked with 林老师, whose card of the coming call stands in the chat. */
async function bookedSoon() {
  desk.clock.now = monday
  // these applicants send one picture and one number, which would be evidence of its own
  await desk.ctx.db.delete(lookups)
  await desk.ctx.db.delete(flags)
  const { person, code } = await booked(desk)
  const [booking] = await bookingsOf(desk, code)
  if (!booking) return expect.unreachable()
  desk.clock.now = new Date(+booking.startsAt - 10 * minute)
  await queueReminders(desk.ctx)
  await desk.deliver()
  const card = (await reviewer.messages()).findLast(({ text }) => text?.includes('视频审核马上开始') && text.includes(code))
  return { person, code, booking, card: card ?? expect.unreachable() }
}
type Soon = Awaited<ReturnType<typeof bookedSoon>>

async function enter({ booking }: Soon, role: 'applicant' | 'reviewer') {
  const as = { ...desk.ctx, actor: (await findPairOf(desk.ctx, booking.id))[role] }
  const ref = { bookingId: booking.id, role, version: booking.version }
  const device = `device-of-${role}-0000`
  const { session } = await joinCall(as, await openLink(as, linkCode(as, ref)), device)
  await enterRoom(as, { ...ref, session, device, until: 0 }, { camera: true, microphone: true })
}

const actionsOf = async (code: string) => {
  const [found] = await desk.ctx.db.select().from(cases).where(eq(cases.code, code))
  const trail = await desk.ctx.db
    .select()
    .from(audit)
    .where(eq(audit.chain, found?.id ?? ''))
  return { found, trail }
}

describe('a reviewer’s own booked call, from the card in the chat', () => {
  it('is kept where nobody else is free, and handed to a colleague who is, after a question; a stale card does nothing', async () => {
    const { code, card } = await bookedSoon()
    expect(labelsOf(card)).toEqual(['进入审核', '转给同事', '申请人没来'])
    await reviewer.press('转给同事')
    expect((await reviewer.sees(`要把 ${code} 转给同事吗？`)).text).toContain('申请人的链接都不变')
    const ask = (await reviewer.messages()).at(-1)
    // the question's own button has the card's label
    const kept = await reviewer.pressData(`hand-over-yes:${code}:1`, ask?.message_id)
    expect(kept).toEqual({ text: `那个时间没有同事能接 ${code}，仍由您负责。管理员可以用 /assign 帮忙安排。`, alert: true })
    expect(await bookingsOf(desk, code)).toMatchObject([{ version: 1 }])
    await setHours(desk.ctx, { staffId: otherStaff, ...parseHours('daily 0:00-24:00') })
    // a colleague's press of another's button
    expect((await other.pressData(`hand-over-yes:${code}:1`)).text).toContain('no longer with you')
    await reviewer.pressData(`hand-over-yes:${code}:1`, ask?.message_id)
    await reviewer.sees(`✓ ${code} 已转给 陈老师，对方会收到通知。`)
    expect(await bookingsOf(desk, code)).toMatchObject([{ version: 2, reviewerId: otherStaff, status: 'active' }])
    await desk.deliver()
    await other.sees(code)
    for (const verb of ['hand-over', 'hand-over-yes', 'missed', 'missed-yes'])
      expect((await reviewer.pressData(`${verb}:${code}:1`, card.message_id)).text).toContain('已经不由您负责')
    expect(await bookingsOf(desk, code)).toMatchObject([{ version: 2 }])
    const { trail } = await actionsOf(code)
    expect(trail.filter(({ action }) => action === 'booking.handed-over')).toMatchObject([
      { actor: expect.stringContaining('staff'), body: expect.stringContaining('"why":"asked"') },
    ])
    await setHours(desk.ctx, { staffId: otherStaff, ...parseHours('sat 0:00-0:15') })
  })

  it('is counted as missed only after the policy’s minutes, by who waited in the room, after a question that names the effects', async () => {
    const soon = await bookedSoon()
    const { person, code, booking, card } = soon
    const press = (verb: string) => reviewer.pressData(`${verb}:${code}:1`, card.message_id)
    expect((await press('missed')).text).toContain('请等到')
    desk.clock.now = new Date(+booking.startsAt + 10 * minute)
    expect((await press('missed')).text).toContain('您不在房间里')
    desk.clock.now = booking.startsAt
    await enter(soon, 'reviewer')
    desk.clock.now = new Date(+booking.startsAt + 9 * minute)
    expect((await press('missed')).text).toContain('请等到')
    await press('missed-yes')
    expect((await actionsOf(code)).found).toMatchObject({ state: 'booked', misses: 0 })
    desk.clock.now = new Date(+booking.startsAt + 10 * minute)
    await press('missed')
    expect((await reviewer.sees('申请人没有来吗？')).text).toContain('申请人可以另选时间')
    await press('missed-yes')
    await reviewer.sees(`${code}：申请人没有到场，已通知申请人。`)
    const { found, trail } = await actionsOf(code)
    expect(found).toMatchObject({ state: 'invited', misses: 1, hold: null })
    const [change] = trail.filter(({ action, body }) => action === 'case.state' && body.includes('"from":"booked"'))
    expect(change?.actor).toContain('staff')
    await desk.deliver()
    await person.sees(/没有(?:见到您|等到您|到场)|未到场/)
    expect((await press('missed-yes')).text).toBeDefined()
    expect((await actionsOf(code)).found).toMatchObject({ misses: 1 })
  })

  it('is not counted as missed by an applicant who was in the room', async () => {
    const soon = await bookedSoon()
    const { code, booking, card } = soon
    desk.clock.now = booking.startsAt
    await enter(soon, 'applicant')
    await desk.deliver()
    const waiting = (await reviewer.messages()).findLast(({ text }) => text?.includes('正在等您'))
    expect(waiting && labelsOf(waiting)).toEqual(['请申请人进来', '再等两分钟', '转给同事'])
    desk.clock.now = new Date(+booking.startsAt + 11 * minute)
    expect((await reviewer.pressData(`missed:${code}:1`, card.message_id)).text).toContain('您不在房间里')
    await reviewer.pressData(`missed-yes:${code}:1`, card.message_id)
    expect((await actionsOf(code)).found).toMatchObject({ state: 'booked', misses: 0 })
  })
})
