import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { JoinResponse, Problem } from '../../api/contract.ts'
import { clientOf, rateLimit } from '../../api/rate-limit.ts'
import { makeDataDir } from '../../start/boot.ts'
import { bodyOf, enter, newBooked, type ServedApi, serveApi } from '../support/api.ts'
import { createTestDesk, type TestDesk } from '../support/desk.ts'
import { until } from '../support/wait.ts'

let desk: TestDesk
let api: ServedApi
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('审核员一')
  api = await serveApi(desk, undefined, { helloWithinMs: 100 })
})
afterAll(async () => {
  await api.close()
  await desk.close()
})

/** The limits alone, with a clock and clients that the test moves. */
function limited() {
  const clock = { now: 0 }
  let address = '203.0.113.7'
  const app = new Hono()
  app.use('*', rateLimit({ addressOf: () => address, now: () => clock.now }))
  app.all('*', c => c.text('served'))
  const from = (client: string) => {
    address = client
  }
  const ask = (path: string, times: number) => Promise.all(Array.from({ length: times }, () => app.request(path)))
  return { clock, from, ask }
}

describe('what one client may ask within a minute', () => {
  test.each([
    ['/api/calls/abc/sign-in', 30],
    ['/api/calls/abc', 600],
    ['/api/console/me', 1200],
    ['/c/abc', 300],
  ])('%s: %i, then 429 as a problem with Retry-After, until the minute has passed', async (path, most) => {
    const { clock, from, ask } = limited()
    expect((await ask(path, most)).every(({ status }) => status === 200)).toBe(true)
    clock.now = 20_500
    const [refused] = await ask(path, 1)
    expect(refused?.status).toBe(429)
    expect(refused?.headers.get('content-type')).toBe('application/problem+json')
    expect(refused?.headers.get('retry-after')).toBe('40')
    expect(await bodyOf<Problem>(refused as Response)).toMatchObject({ status: 429, code: 'too-many' })
    from('203.0.113.8')
    expect((await ask(path, 1))[0]?.status).toBe(200)
    from('203.0.113.7')
    clock.now = 60_000
    expect((await ask(path, 1))[0]?.status).toBe(200)
  })

  test('a metric, a health check and Telegram’s deliveries are not counted', async () => {
    const { ask } = limited()
    for (const path of ['/healthz', '/metrics', '/telegram/webhook'])
      expect((await ask(path, 1500)).every(({ status }) => status === 200)).toBe(true)
  })

  test.each([
    ['a client', '203.0.113.7', '', '203.0.113.7'],
    ['a client that names another', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['a proxy on this machine', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['a proxy whose client made up one before', '10.0.0.2', '1.2.3.4, 198.51.100.1', '198.51.100.1'],
    ['no proxy on this machine', '::ffff:127.0.0.1', '', '127.0.0.1'],
    ['IPv6: the network counts', '2001:db8:1:2:3:4:5:6', '', '2001:db8:1:2'],
    ['IPv6, shortened', '2001:db8::1', '', '2001:db8:0:0'],
    ['nobody known', '', '', ''],
  ])('%s', (_who, address, forwarded, client) => {
    expect(clientOf(address, forwarded)).toBe(client)
  })

  test('holds over HTTP, by the address of the connection', async () => {
    const answers = await Promise.all(
      Array.from({ length: 31 }, () => api.request('/api/calls/none/sign-in', { json: { device: 'browser-of-the-test' } })),
    )
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1)
  })
})

describe('G11: what there is not', () => {
  test.each([
    ['GET', '/api/nothing', 404, null],
    ['POST', '/api', 404, null],
    ['DELETE', '/api/calls/abc', 405, 'GET'],
    ['GET', '/api/calls/abc/join', 405, 'POST'],
    ['PATCH', '/api/calls/abc/join', 405, 'POST'],
  ])('%s %s: %i, as a problem, also where other routes are mounted beside', async (method, path, status, allow) => {
    const response = await api.request(path, { method })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('allow')).toBe(allow)
  })

  test('a sign-in with malformed JSON is refused as such', async () => {
    const response = await api.request('/api/calls/none/sign-in', {
      method: 'POST',
      body: '{',
      headers: { 'x-forwarded-for': '198.51.100.9' },
    })
    expect(response.status).toBe(400)
    expect(await bodyOf<Problem>(response)).toMatchObject({ code: 'malformed-json' })
  })

  test('a DATA_DIR where no folder can be made says so, and does not spin', async () => {
    await expect(makeDataDir('/proc/x/y')).rejects.toThrow('DATA_DIR cannot be used: ')
    const base = await mkdtemp(join(tmpdir(), 'mianshen-dir-'))
    await makeDataDir(join(base, 'a/b/c'))
    await makeDataDir(join(base, 'a/b/c'))
    await rm(base, { recursive: true })
  })
})

describe('the room’s sockets', () => {
  test('one that does not say who it is gets closed', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${api.port}/api/room`)
    const closed = new Promise<number>(resolve => socket.once('close', resolve))
    expect(await closed).toBe(1008)
  })

  test('G5: a ticket opens the room once; the page that sits there stays', async () => {
    const { applicantCode, booking } = await newBooked(desk)
    desk.at(booking.startsAt)
    const phone = { device: 'device-of-the-phone-01' }
    const joined = await bodyOf<JoinResponse>(api.request(`/api/calls/${applicantCode}/join`, { json: phone }))
    const first = await enter(api, joined)
    await first.next('ready')
    const second = await enter(api, joined)
    expect(await second.next('closed')).toMatchObject({ reason: 'ticket' })
    await second.closed()
    first.send({ type: 'ping' })
    await first.next('pong')
    first.close()
    await first.closed()
    const third = await enter(api, joined)
    expect(await third.next('closed')).toMatchObject({ reason: 'ticket' })
    await until(() => third.down.length > 0, { what: 'an answer' })
  })
})
