import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { remindInvites } from '../../core/case/remind-invites.ts'
import { addStaff } from '../../core/staff/add.ts'
import { setHours } from '../../core/staff/hours.ts'
import { parseHours } from '../../core/staff/parse-hours.ts'
import { audit } from '../../db/schema/audit.ts'
import { bookings } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import { lookups } from '../../db/schema/lookups.ts'
import { staff } from '../../db/schema/staff.ts'
import { type ChatPerson, dataOf, labelsOf } from '../support/chat.ts'
import { invited } from './booked.ts'
import { adminId, otherId, reviewerId, startDesk, type TestDesk } from './desk.ts'
import { fillToSummary } from './filling.ts'

let desk: TestDesk
let admin: ChatPerson
let second: ChatPerson
let reviewer: ChatPerson
let other: ChatPerson
let applicant: ChatPerson
let code: string
const hour = 60 * 60_000

beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
  await addStaff(desk.ctx, { telegramId: otherId, name: 'Ada', roles: ['reviewer'], locale: 'en' })
  admin = await desk.person(adminId)
  reviewer = await desk.person(reviewerId)
  other = await desk.person(otherId)
  second = await desk.newcomer({ languageCode: 'en', firstName: 'Second' })
  await addStaff(desk.ctx, { telegramId: second.id, name: 'Second', roles: ['admin'], locale: 'en' })
  // the messenger lets a bot write to nobody who never wrote to it
  for (const person of [admin, second, reviewer, other]) {
    await person.say('/start')
    await person.sees(/./)
  }
  desk.ctx.policy.inviteAutomatically = 0
  applicant = await desk.newcomer()
  await fillToSummary(desk, applicant)
  await applicant.press('提交申请')
  await applicant.sees(/./)
  await desk.deliver()
  const [found] = await desk.ctx.db.select().from(cases)
  code = found?.code ?? ''
})
afterAll(() => desk.stop())

const stateOf = async () => (await desk.ctx.db.select().from(cases).where(eq(cases.code, code)))[0]?.state

describe('inviting by hand', () => {
  it('what is handed in waits for an admin: the admins are told with a button, the applicant reads what comes', async () => {
    expect(await stateOf()).toBe('submitted')
    expect(labelsOf(await admin.sees(`${code} is in and waits for an invitation`))).toContain('Invite')
    await admin.say('/invite')
    expect((await admin.sees('To be invited (1/1)')).text).toContain('Next: an admin')
  })

  it('of two admins the second is told that it was done; the applicant gets the times once', async () => {
    await admin.say(`/invite ${code}`)
    await admin.sees(`✓ ${code} is invited`)
    await second.say(`/invite ${code.toLowerCase()}`)
    await second.sees(`${code} has moved on`)
    for (let times = 0; times < 5; times++) await admin.say(`/invite ${code}`)
    await admin.sees(`${code} has moved on`)
    expect(await stateOf()).toBe('invited')
    await desk.deliver()
    await applicant.sees('请选择视频审核的时间')
  })
})

describe('giving a call to a certain reviewer', () => {
  it('asks first, names the effects, and says who was told; a stale button does nothing', async () => {
    const offered = labelsOf(await applicant.sees('请选择视频审核的时间'))
    await applicant.press(offered[0] ?? '')
    await desk.deliver()
    await admin.say(`/assign ${code}`)
    await admin.sees('Nobody else can take')
    const [ada] = await desk.ctx.db.select().from(staff).where(eq(staff.name, 'Ada'))
    await setHours(desk.ctx, { staffId: ada?.id ?? '', ...parseHours('daily 0:00-24:00') })
    await admin.say(`/assign ${code} Ada`)
    await admin.sees(`Give ${code} to Ada?`)
    await second.say(`/assign ${code}`)
    const chosen = await second.sees(`Who should take ${code}?`)
    expect(labelsOf(chosen)).toEqual(['Ada'])
    await admin.press('Give it over')
    await admin.sees(`✓ ${code} is now with Ada. 林老师 and Ada are told`)
    const [booking] = await desk.ctx.db.select().from(bookings)
    expect(booking?.reviewerId).toBe(ada?.id)
    await desk.deliver()
    await other.sees(code)
    expect((await second.press('Ada')).text).toMatch(/has moved on\. Now: Booked\. The last act: Quiet/)
    expect((await desk.ctx.db.select().from(bookings))[0]?.version).toBe(booking?.version)
  })

  it('a form that is wrong is answered with a right one, a name that nobody has with where to look', async () => {
    await admin.say('/assign')
    await admin.sees('/assign M-7K3QXD')
    await admin.say(`/assign ${code} Nobody`)
    await admin.sees('Nobody on the team has this name')
    await admin.say(`/assign ${code} 林老师`)
    await admin.sees(`Give ${code} to 林老师?`)
  })
})

describe('a reviewer’s own', () => {
  it('/next names the next call with its link, and nothing where nothing is', async () => {
    await other.say('/next')
    expect((await other.sees('Your next review')).text).toContain(code)
    await reviewer.say('/next')
    await reviewer.sees('现在没有需要您处理的')
  })

  it('/case shows a reviewer an own case without a word of the applicant, and another’s like one that does not exist', async () => {
    await other.say(`/case ${code}`)
    const own = await other.sees(code)
    expect(own.text).not.toContain('欧阳晓雨')
    await reviewer.say(`/case ${code}`)
    const refused = (await reviewer.sees(/./)).text
    await reviewer.say('/case M-222222')
    expect((await reviewer.sees(/./)).text).toBe(refused)
  })
})

describe('a pause', () => {
  it('asks first with whom it concerns; then no time is taken, the card says so kindly, and those concerned are told', async () => {
    desk.ctx.policy.inviteAutomatically = 1
    const { person, card } = await invited(desk)
    const [time = ''] = labelsOf(card)
    await admin.say('/pause 系统维护')
    await admin.sees(/Stop taking bookings\?\n1 invited applicants and 3 colleagues are told[\s\S]*系统维护/)
    await admin.say('/pause yes 系统维护')
    await admin.sees('✓ No bookings are taken now')
    expect((await person.press(time)).text).toContain('现在暂停接受预约：“系统维护”')
    await desk.deliver()
    const messages = (await person.messages()).map(({ text }) => text ?? '')
    expect(messages.some(text => text.includes('暂时没有可选的时间'))).toBe(true)
    expect(messages.at(-1)).toContain('可以选时间时，我们会马上在这里告诉您')
    await second.sees('Quiet has paused the bookings')
  })

  it('the second admin reads who has paused; resuming brings the times back, once', async () => {
    await second.say('/pause')
    await second.sees('Paused already, by Quiet')
    await second.say('/resume')
    await second.sees('✓ Bookings are taken again')
    for (let times = 0; times < 5; times++) await admin.say('/resume')
    await admin.sees('Nothing has changed')
    await desk.deliver()
    await admin.sees('Bookings are taken again')
    const trail = await desk.ctx.db.select().from(audit).where(eq(audit.chain, 'desk'))
    expect(trail.filter(({ action }) => action === 'bookings.resumed')).toHaveLength(1)
  })
})

describe('what waits for an invitation', () => {
  it('is reminded of when it is overdue, and every day after; turned down with a reason, it is a verdict that the applicant may appeal', async () => {
    desk.ctx.policy.inviteAutomatically = 0
    // these applicants send one picture and one number, which would be evidence of its own
    await desk.ctx.db.delete(lookups)
    const person = await desk.newcomer()
    await fillToSummary(desk, person)
    await person.press('提交申请')
    await person.sees(/./)
    await desk.deliver()
    const { code } = (await desk.ctx.db.select().from(cases).where(eq(cases.state, 'submitted')))[0] ?? expect.unreachable()
    const overdue = async () => {
      await Promise.all([remindInvites(desk.ctx), remindInvites(desk.ctx)])
      await desk.deliver()
      return (await admin.messages()).filter(({ text }) => text?.includes(`${code} still waits for an invitation`)).length
    }
    expect(await overdue()).toBe(0)
    desk.clock.now = new Date(+desk.clock.now + 24 * hour)
    expect([await overdue(), await overdue()]).toEqual([1, 1])
    desk.clock.now = new Date(+desk.clock.now + 24 * hour)
    expect(await overdue()).toBe(2)

    await second.say(`/case ${code}`)
    const card = await second.sees(code)
    expect(labelsOf(card).slice(0, 2)).toEqual(['Invite', 'Turn down'])
    await second.press('Turn down')
    const asked = await second.sees('Choose the reason that the applicant is to read')
    expect(labelsOf(asked)).toContain('Purpose unclear')
    expect((await admin.pressData(dataOf(asked, 'Purpose unclear').replace('PURPOSE_UNCLEAR', 'PURPOSE_BROKER'))).text).toMatch(
      /./,
    )
    await second.press('Purpose unclear')
    await second.sees(`${code} was turned down`)
    expect((await admin.pressData(dataOf(asked, 'Purpose unclear'))).text).toContain('has moved on')
    expect((await admin.pressData(dataOf(card, 'Invite'))).text).toContain('has moved on')
    expect(await desk.deliver()).toEqual(expect.arrayContaining(['verdict', 'receipt']))
    const told = (await person.messages()).map(({ text }) => text ?? '')
    const verdict = told.find(text => text.includes('申请没有通过') && text.includes('原因如下')) ?? ''
    expect(verdict).toMatch(/申诉/)
    expect(told.join()).not.toContain('视频审核没有通过')
    await remindInvites(desk.ctx)
    expect(await desk.deliver()).not.toContain('to-invite')
    const [found] = await desk.ctx.db.select().from(cases).where(eq(cases.code, code))
    expect(found).toMatchObject({ state: 'rejected', attempts: 0 })
  })
})
