import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { ne, sql } from 'drizzle-orm'
import { Api } from 'grammy'
import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { bookTime } from '../../core/booking/book.ts'
import { findFreeTimes } from '../../core/booking/free-times.ts'
import { queueMessage } from '../../core/message/queue.ts'
import { messages } from '../../db/schema/messages.ts'
import { type DeliveryLoop, startDelivery } from '../../jobs/deliver.ts'
import { createTestDesk, job, newInvited, type TestDesk } from '../support/desk.ts'
import { until } from '../support/wait.ts'

type Call = { method: string; body: Record<string, unknown> }
/** Answers one call as Telegram would; undefined: all is well. */
type Answer = (call: Call) => { status: number; body: object } | undefined

let desk: TestDesk
let calls: Call[] = []
let answer: Answer = () => undefined
/** how long an upload hangs */
let documentsPass: Promise<void> = Promise.resolve()
let calendarFails = false
vi.mock(import('../../texts/calendar-file.ts'), async original => {
  const { renderCalendarFile } = await original()
  return {
    renderCalendarFile: (...input) => {
      if (calendarFails) throw new Error('out of paper')
      return renderCalendarFile(...input)
    },
  }
})
let server: ReturnType<typeof serve>
let api: Api
let loop: DeliveryLoop | undefined

beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('审核员一')
  const app = new Hono()
  app.post('/:bot/:method', async c => {
    const isForm = c.req.header('content-type')?.startsWith('multipart')
    const body = (isForm ? { form: await c.req.text() } : await c.req.json()) as Record<string, unknown>
    const call = { method: c.req.param('method'), body }
    calls.push(call)
    if (call.method === 'sendDocument') await documentsPass
    const refused = answer(call)
    if (refused)
      return c.json({ ok: false, error_code: refused.status, description: 'made up', ...refused.body }, refused.status as 400)
    return c.json({ ok: true, result: { message_id: calls.length, date: 0, chat: { id: 1, type: 'private' } } })
  })
  server = await new Promise(resolve => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started))
  })
  api = new Api('1:token', { apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
})
afterAll(async () => {
  await loop?.stop()
  server.close()
  await desk.close()
})
beforeEach(async () => {
  await loop?.stop()
  loop = undefined
  await desk.database.db.delete(messages)
  calls = []
  answer = () => undefined
})

const begin = async () => {
  loop = await startDelivery(desk.ctxFor({ kind: 'job', name: 'delivery' }), desk.database.sql, api)
}
const rows = () => desk.database.db.select().from(messages).orderBy(messages.id)
const hold = (personId: string, code: string) =>
  queueMessage(desk.ctxFor(job), { personId, kind: 'on-hold', params: { code, hold: 'missed-too-often' } })
const settled = (count: number) =>
  until(async () => (await rows()).filter(row => !['queued', 'sending'].includes(row.status)).length === count, {
    what: `${count} settled messages`,
  })

test('G4: the messages of one chat arrive in the order in which they were queued', async () => {
  const { person } = await desk.newApplicant()
  for (const code of ['M-AAAAAA', 'M-BBBBBB', 'M-CCCCCC']) await hold(person.id, code)
  await begin()
  await settled(3)
  expect(calls.map(call => /M-\w+/.exec(String(call.body.text))?.[0])).toEqual(['M-AAAAAA', 'M-BBBBBB', 'M-CCCCCC'])
})

test('G4: a message queued while the sender runs is sent at once, without waiting for a round', async () => {
  const { person } = await desk.newApplicant()
  await begin()
  await hold(person.id, 'M-DDDDDD')
  await settled(1)
  expect(calls.length).toBe(1)
})

test('G4: a blocked chat is parked with its reason and holds up nobody', async () => {
  const [blocked, other] = [await desk.newApplicant(), await desk.newApplicant()]
  answer = call =>
    call.body.chat_id === blocked.person.telegramId
      ? { status: 403, body: { description: 'Forbidden: bot was blocked by the user' } }
      : undefined
  await hold(blocked.person.id, 'M-EEEEEE')
  await hold(other.person.id, 'M-FFFFFF')
  await begin()
  await settled(2)
  expect((await rows()).map(row => [row.status, row.error])).toEqual([
    ['parked', '403 Forbidden: bot was blocked by the user'],
    ['sent', null],
  ])
})

test('G4: after 429 the message waits as long as Telegram says and is then sent once', async () => {
  const { person } = await desk.newApplicant()
  answer = () => (calls.length === 1 ? { status: 429, body: { parameters: { retry_after: 1 } } } : undefined)
  await hold(person.id, 'M-GGGGGG')
  await begin()
  await settled(1)
  expect(calls.length).toBe(2)
  expect((await rows())[0]).toMatchObject({ status: 'sent', attempts: 2 })
})

test('G4: a message whose sender was killed is sent by the next one when its lease is over', async () => {
  const { person } = await desk.newApplicant()
  await hold(person.id, 'M-HHHHHH')
  await desk.database.db.execute(sql`update messages set status = 'sending', wait_until = clock_timestamp() + interval '100 ms'`)
  await begin()
  await settled(1)
  expect(calls.length).toBe(1)
})

test('G4: a message whose moment has passed is dropped, not sent late', async () => {
  const { person } = await desk.newApplicant()
  const expiresAt = new Date(desk.now().getTime() - 1000)
  await queueMessage(desk.ctxFor(job), {
    personId: person.id,
    kind: 'on-hold',
    params: { code: 'M-JJJJJJ', hold: 'missed-too-often' },
    expiresAt,
  })
  await begin()
  await settled(1)
  expect((await rows())[0]).toMatchObject({ status: 'dropped' })
  expect(calls.length).toBe(0)
})

test('one card a case: edited in place, “not modified” is success, sent anew when it can no longer be edited', async () => {
  const { found, personId } = await newInvited(desk)
  const queueCard = () => queueMessage(desk.ctxFor(job), { personId, caseId: found.id, kind: 'status-card', params: {} })
  await begin()
  // the receipt, and the card
  await settled(2)
  await queueCard()
  await settled(3)
  answer = () => ({ status: 400, body: { description: 'Bad Request: message is not modified: specified new message content' } })
  await queueCard()
  await settled(4)
  answer = call =>
    call.method === 'editMessageText'
      ? { status: 400, body: { description: 'Bad Request: message to edit not found' } }
      : undefined
  await queueCard()
  await settled(5)
  expect((await rows()).map(row => row.status)).toEqual(['sent', 'sent', 'sent', 'sent', 'sent'])
  expect(calls.map(call => call.method)).toEqual([
    'sendMessage',
    'sendMessage',
    'editMessageText',
    'editMessageText',
    'editMessageText',
    'sendMessage',
    'deleteMessage',
  ])
})

/** Booked, with nothing but the calendar message waiting. */
async function calendarWaits() {
  const { ctx, found, personId } = await newInvited(desk)
  const [free] = await findFreeTimes(ctx)
  await bookTime(ctx, { caseId: found.id, startsAt: free?.startsAt ?? desk.now() })
  await desk.database.db.delete(messages).where(ne(messages.kind, 'calendar'))
  return { personId, code: found.code }
}

test('a message with a file: made when it is sent, its text the caption, no bytes in the outbox', async () => {
  const { code } = await calendarWaits()
  expect((await rows())[0]?.params).toEqual({ bookingId: expect.any(String), version: 1, cancelled: false })
  await begin()
  await settled(1)
  expect(calls.map(call => call.method)).toEqual(['sendDocument'])
  const form = String(calls[0]?.body.form)
  expect(form).toMatch(new RegExp(`name="caption"[^]+${code}`))
  expect(form).toMatch(new RegExp(`filename=${code}.ics[^]+BEGIN:VEVENT`))
})

test('G4: a file that could not be made is tried again like any send, and the next message of its chat waits for it', async () => {
  calendarFails = true
  const { personId } = await calendarWaits()
  await hold(personId, 'M-NNNNNN')
  await begin()
  await until(async () => (await rows())[0]?.error === 'out of paper', { what: 'a failed attempt' })
  expect(calls).toEqual([])
  calendarFails = false
  await settled(2)
  expect(calls.map(call => call.method)).toEqual(['sendDocument', 'sendMessage'])
})

test('slow files hold up nobody: another chat is served while more of them hang than are sent at once', async () => {
  let pass = () => {}
  documentsPass = new Promise(resolve => {
    pass = resolve
  })
  for (let count = 0; count < 6; count++) await calendarWaits()
  const { person } = await desk.newApplicant()
  await begin()
  await until(() => calls.filter(call => call.method === 'sendDocument').length === 4, { what: 'four uploads' })
  await hold(person.id, 'M-PPPPPP')
  await settled(1)
  expect(calls.filter(call => call.method === 'sendDocument')).toHaveLength(4)
  pass()
  await settled(7)
})

test('two senders on one desk: the second stands by and takes over', async () => {
  const { person } = await desk.newApplicant()
  await begin()
  const second = await startDelivery(desk.ctxFor(job), desk.database.sql, api)
  await hold(person.id, 'M-KKKKKK')
  await settled(1)
  expect(calls.length).toBe(1)
  await loop?.stop()
  loop = undefined
  await hold(person.id, 'M-MMMMMM')
  await settled(2)
  await second.stop()
  expect(calls.length).toBe(2)
})
