import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listStaff } from '../../core/staff/add.ts'
import type { ChatPerson } from '../support/chat.ts'
import { adminId, startDesk, type TestDesk } from './desk.ts'

let desk: TestDesk
let admin: ChatPerson
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
  admin = await desk.person(adminId)
})
afterAll(() => desk.stop())

const lin = async () => (await listStaff(desk.ctx)).find(({ name }) => name === '林老师') ?? expect.unreachable()

describe('/staff with a name, for an admin', () => {
  it('sets somebody away and back, and says so when there was nothing to end', async () => {
    await admin.say('/staff 林老师 away today')
    await admin.sees('林老师 is away from')
    await admin.say('/staff 林老师 back')
    await admin.sees('林老师 is back, and times can be booked again')
    await admin.say('/staff 林老师 back')
    await admin.sees('林老师 is not away. Nothing has changed.')
  })

  it('sets the share of the bookings and the languages', async () => {
    await admin.say('/staff 林老师 weight 2')
    await admin.sees('林老师 now takes 2 times the usual share')
    await admin.say('/staff 林老师 languages zh en')
    await admin.sees('林老师 speaks Chinese')
    expect(await lin()).toMatchObject({ weight: 2, languages: ['zh', 'en'] })
  })

  it.each([
    ['weight 0', 'weight 2'],
    ['weight 99', 'weight 2'],
    ['weight two', 'weight 2'],
    ['languages', 'languages zh en'],
  ])('G11: “/staff 林老师 %s” shows the right form, and changes nothing', async (said, form) => {
    const before = await lin()
    await admin.say(`/staff 林老师 ${said}`)
    await admin.sees(`/staff 林老师 ${form}`)
    expect(await lin()).toEqual(before)
  })
})
