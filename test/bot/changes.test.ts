import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listStaff } from '../../core/staff/add.ts'
import { audit } from '../../db/schema/audit.ts'
import type { ChatPerson } from '../support/chat.ts'
import { until } from '../support/wait.ts'
import { invited } from './booked.ts'
import { adminId, reviewerId, startDesk, type TestDesk } from './desk.ts'

let desk: TestDesk
let admin: ChatPerson
let reviewer: ChatPerson
let applicant: ChatPerson
let adminStaff = ''
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
  admin = await desk.person(adminId)
  reviewer = await desk.person(reviewerId)
  for (const person of [admin, reviewer]) {
    await person.say('/start')
    await person.sees(/\/agenda|\/queue/)
  }
  applicant = (await invited(desk)).person
  await desk.deliver()
  adminStaff = (await listStaff(desk.ctx)).find(({ name }) => name === 'Quiet')?.id ?? ''
})
afterAll(() => desk.stop())

interface Change {
  says: string
  answered: RegExp
  action: string
  before: object
  after: object
  /** what whoever it concerns reads */
  told?: RegExp
  /** an invited applicant is concerned too */
  applicantTold?: RegExp
}

const lin = '/staff 林老师'
const changes: Change[] = [
  {
    says: `${lin} weight 3`,
    answered: /3 times the usual share/,
    action: 'staff.changed',
    before: { before: { weight: 1 } },
    after: { after: { weight: 3 } },
    told: /管理员更改了您的设置\n您的分配份额现在是 3 倍/,
  },
  {
    says: `${lin} languages zh en`,
    answered: /speaks Chinese/,
    action: 'staff.changed',
    before: { before: { languages: [] } },
    after: { after: { languages: ['zh', 'en'] } },
    told: /您会说的语言记为：中文/,
  },
  {
    says: `${lin} away 2026-12-20 2026-12-21`,
    answered: /is away from/,
    action: 'staff.away',
    before: { before: [] },
    after: { after: [{ from: '2026-12-19T16:00:00.000Z', until: '2026-12-21T16:00:00.000Z' }] },
    told: /已为您请假：12月20日/,
  },
  {
    says: `${lin} back`,
    answered: /is back|is not away/,
    action: 'staff.back',
    before: { before: [{ from: '2026-12-19T16:00:00.000Z', until: '2026-12-21T16:00:00.000Z' }] },
    after: { after: [] },
    told: /您的请假已结束/,
  },
  {
    says: `/staff add ${reviewerId} both 林老师`,
    answered: /is on the team: reviewer and admin/,
    action: 'staff.added',
    before: { before: { roles: ['reviewer'], removed: false, renamed: false } },
    after: { roles: ['reviewer', 'admin'] },
    told: /您已加入审核团队：审核员和管理员/,
  },
  {
    says: '/hours 林老师 mon-fri 9:00-18:00',
    answered: /18:00/,
    action: 'hours.set',
    before: { before: expect.objectContaining({ week: expect.any(Array) }) },
    after: { after: expect.objectContaining({ week: expect.any(Array) }) },
    told: /18:00/,
  },
  {
    says: '/holiday 2026-12-30 off',
    answered: /30 Dec/,
    action: 'days.set',
    before: { before: [null] },
    after: { after: [expect.objectContaining({ date: '2026-12-30' })] },
    told: /12月30日/,
  },
  {
    says: '/policy lead-minutes 25',
    answered: /25 minutes/,
    action: 'policy.changed',
    before: { before: 20 },
    after: { after: 25 },
  },
  {
    says: '/devices phone-pro rent 249',
    answered: /¥249|is so already/,
    action: 'device.changed',
    before: { before: { monthlyRentFen: 22_900 } },
    after: { after: { monthlyRentFen: 24_900 } },
  },
  {
    says: '/pause yes 系统维护',
    answered: /No bookings are taken now|Paused already/,
    action: 'bookings.paused',
    before: { before: false },
    after: { after: true },
    told: /暂停/,
    applicantTold: /暂停|暂时/,
  },
  {
    says: '/resume',
    answered: /Bookings are taken again|Nothing has changed/,
    action: 'bookings.resumed',
    before: { before: true },
    after: { after: false },
    told: /恢复/,
    applicantTold: /可以/,
  },
]

const textsOf = async (person: ChatPerson) => (await person.messages()).map(({ text, caption }) => text ?? caption ?? '')

async function entries(action: string) {
  const rows = await desk.ctx.db.select().from(audit).where(eq(audit.action, action)).orderBy(audit.number)
  return rows.map(({ actor, body }) => ({ actor, data: JSON.parse(body).data as object }))
}

describe('a change by an admin, sent five times in a row', () => {
  it.each(changes)('$says: answered each time, in the trail once with actor, before and after, and told once', async change => {
    const [count, heard, met] = [
      (await entries(change.action)).length,
      (await textsOf(reviewer)).length,
      (await textsOf(applicant)).length,
    ]
    const said = (await admin.messages()).length
    for (let times = 0; times < 5; times++) {
      await admin.say(change.says)
      await admin.sees(/./)
    }
    const answers = await until(
      async () => {
        const all = (await admin.messages()).slice(said).filter(({ from }) => from?.id !== admin.id)
        return all.length >= 5 ? all : undefined
      },
      { what: 'five answers' },
    )
    for (const { text = '' } of answers.slice(0, 5)) expect(text).not.toMatch(/something went wrong/)
    expect(answers[0]?.text).toMatch(change.answered)
    const made = (await entries(change.action)).slice(count)
    expect(made).toEqual([
      { actor: expect.stringContaining(adminStaff), data: expect.objectContaining({ ...change.before, ...change.after }) },
    ])
    await desk.deliver()
    const told = (await textsOf(reviewer)).slice(heard)
    expect(told).toEqual(change.told ? [expect.stringMatching(change.told)] : [])
    if (change.applicantTold)
      expect((await textsOf(applicant)).slice(met)).toContainEqual(expect.stringMatching(change.applicantTold))
    expect(desk.logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('what one sets of oneself is not told back', async () => {
    const heard = (await textsOf(reviewer)).length
    await reviewer.say('/staff 林老师 weight 2')
    await reviewer.sees('2')
    await desk.deliver()
    expect((await textsOf(reviewer)).slice(heard).filter(text => text.includes('管理员更改'))).toEqual([])
  })
})
