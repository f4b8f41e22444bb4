import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queueMessage } from '../../core/message/queue.ts'
import { settleMessage } from '../../core/message/settle.ts'
import { listStaff } from '../../core/staff/add.ts'
import { audit } from '../../db/schema/audit.ts'
import { messages } from '../../db/schema/messages.ts'
import { type ChatPerson, labelsOf } from '../support/chat.ts'
import { adminId, reviewerId, startDesk, type TestDesk } from './desk.ts'

let desk: TestDesk
let admin: ChatPerson
let ids: number[]

/** Three messages to the reviewer that the messenger refused for good, each for another reason. */
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
  admin = await desk.person(adminId)
  const reviewer = await desk.person(reviewerId)
  await reviewer.say('/start')
  await desk.deliver()
  const member = (await listStaff(desk.ctx)).find(({ name }) => name === '林老师')
  const personId = member?.personId ?? ''
  ids = []
  for (const error of ['403 Forbidden: bot was blocked by the user', '400 Bad Request: chat not found', '400 <b>odd</b>']) {
    await queueMessage(desk.ctx, { personId, kind: 'staff-added', params: { roles: ['reviewer'] } })
    const [row] = await desk.ctx.db.select().from(messages).where(eq(messages.status, 'queued'))
    if (!row) throw new Error('nothing was queued')
    await settleMessage(desk.ctx, row, { end: 'parked', error })
    ids.push(row.id)
  }
})
afterAll(() => desk.stop())

const waiting = () => desk.ctx.db.select({ id: messages.id }).from(messages).where(eq(messages.status, 'queued'))

describe('/parked and /resend (G4)', () => {
  it('list what could not be sent with its reason, the latest first', async () => {
    await admin.say('/parked')
    const shown = await admin.sees('3 messages could not be sent')
    const lines = (shown.text ?? '').split('\n').filter(line => line.includes('to 林老师'))
    expect(lines).toEqual(ids.toReversed().map(id => `${id} · staff-added · to 林老师`))
    expect(shown.text).toMatch(/blocked the bot[\s\S]*|no longer exists/)
    expect(shown.text).toContain('400 <b>odd</b>')
    expect(labelsOf(shown)).toEqual([...ids.toReversed().map(id => `Try ${id} again`), 'Try all again'])
  })

  it('send one again by a press, once; the list is drawn anew', async () => {
    expect((await admin.press(`Try ${ids[0]} again`)).text).toBe('On its way again')
    await admin.sees('2 messages could not be sent')
    expect(await waiting()).toEqual([{ id: ids[0] }])
    expect(await desk.deliver()).toEqual(['staff-added'])
    await admin.say(`/resend ${ids[0]}`)
    await admin.sees('There is no such message to send')
  })

  it('send all again, and say when nothing is left; the trail names which', async () => {
    await admin.say('/resend ALL')
    await admin.sees('2 messages are on the way again')
    expect(await desk.deliver()).toEqual(['staff-added', 'staff-added'])
    await admin.say('/parked')
    await admin.sees('Every message was sent')
    const resent = (await desk.ctx.db.select().from(audit).where(eq(audit.action, 'messages.resent'))).map(
      row => JSON.parse(row.body).data,
    )
    expect(resent).toEqual([
      { messages: [ids[0]], count: 1 },
      { messages: expect.arrayContaining(ids.slice(1)), count: 2 },
    ])
  })

  it.each(['', 'seven', '-1', '1 2', '99999999999999999'])('G11: “/resend %s” shows the right form', async args => {
    await admin.say(`/resend ${args}`)
    await admin.sees('/resend 42')
  })
})
