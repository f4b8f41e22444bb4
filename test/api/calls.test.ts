import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JoinResponse } from '../../api/contract.ts'
import { channelOf } from '../../api/media.ts'
import { findFreeTimes } from '../../core/booking/free-times.ts'
import { moveBooking } from '../../core/booking/move.ts'
import { allowDevice } from '../../core/call/allow-device.ts'
import { presences, seats } from '../../db/schema/calls.ts'
import { messages } from '../../db/schema/messages.ts'
import { bodyOf, enter, newBooked, type ServedApi, serveApi } from '../support/api.ts'
import { createTestDesk, job, monday, type TestDesk } from '../support/desk.ts'
import { until } from '../support/wait.ts'

let desk: TestDesk
let api: ServedApi
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('审核员一')
  api = await serveApi(desk)
})
afterAll(async () => {
  await api.close()
  await desk.close()
})

const phone = { device: 'device-of-the-phone-01', timeZone: 'Asia/Shanghai' }
const laptop = { device: 'device-of-the-laptop-2' }

async function joinBoth() {
  desk.at(monday)
  const booked = await newBooked(desk)
  desk.at(booked.booking.startsAt)
  const signedIn = await api.request(`/api/calls/${booked.reviewerCode}/sign-in`, { json: laptop })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const applicant = await bodyOf<JoinResponse>(api.request(`/api/calls/${booked.applicantCode}/join`, { json: phone }))
  const joinReviewer = () => api.request(`/api/console/cases/${booked.found.code}/join`, { json: laptop, headers: { cookie } })
  const reviewer = await bodyOf<JoinResponse>(joinReviewer())
  return { ...booked, cookie, applicant, reviewer, joinReviewer }
}

describe('links (G5)', () => {
  test('a made-up, cut or changed code is unknown; looking uses nothing up', async () => {
    desk.at(monday)
    const { applicantCode, booking } = await newBooked(desk)
    const changed = `${applicantCode.slice(0, -1)}${applicantCode.endsWith('A') ? 'B' : 'A'}`
    for (const code of ['x', applicantCode.slice(1), changed, '%00', '../../etc/passwd', 'A'.repeat(47), 'A'.repeat(5000)]) {
      const response = await api.request(`/api/calls/${encodeURIComponent(code)}`)
      expect(response.status).toBe(404)
      expect(response.headers.get('content-type')).toContain('application/problem+json')
    }
    for (let load = 0; load < 3; load++) expect((await api.request(`/api/calls/${applicantCode}`)).status).toBe(200)
    expect(await desk.database.db.select().from(seats).where(eq(seats.bookingId, booking.id))).toEqual([])
  })

  test('before the window a link says when it opens, inside it opens, after it says that it is over', async () => {
    desk.at(monday)
    const { applicantCode, booking } = await newBooked(desk)
    const look = async () => (await bodyOf(api.request(`/api/calls/${applicantCode}`))).window
    const join = () => api.request(`/api/calls/${applicantCode}/join`, { json: phone })
    expect(await look()).toBe('early')
    const early = await join()
    expect([early.status, (await bodyOf(early)).opensAt]).toEqual([425, new Date(+booking.startsAt - 600_000).toISOString()])
    desk.at(new Date(+booking.startsAt - 600_000))
    expect(await look()).toBe('open')
    desk.at(new Date(+booking.startsAt + 600_000))
    expect(await look()).toBe('over')
    expect((await join()).status).toBe(410)
  })

  test('a move revokes the links of the old time', async () => {
    desk.at(monday)
    const { applicantCode, reviewerCode, ctx, found } = await newBooked(desk)
    const later = (await findFreeTimes(ctx, { exceptCase: found.id })).at(-1)
    await moveBooking(ctx, { caseId: found.id, startsAt: later?.startsAt ?? new Date() })
    for (const code of [applicantCode, reviewerCode]) {
      const response = await api.request(`/api/calls/${code}`)
      expect([response.status, (await bodyOf(response)).detail]).toEqual([410, 'moved'])
    }
  })

  test('the applicant’s link does not sign in, the reviewer’s does not join', async () => {
    desk.at(monday)
    const { applicantCode, reviewerCode } = await newBooked(desk)
    expect((await api.request(`/api/calls/${applicantCode}/sign-in`, { json: laptop })).status).toBe(403)
    expect((await api.request(`/api/calls/${reviewerCode}/join`, { json: phone })).status).toBe(403)
  })

  test('a second device is refused and the owner asked once; after the yes it joins and the first one is out', async () => {
    const { applicantCode, applicant, found, ctx, personId } = await joinBoth()
    const first = await enter(api, applicant)
    await first.next('ready')
    const knock = () => api.request(`/api/calls/${applicantCode}/join`, { json: laptop })
    expect([(await knock()).status, (await knock()).status]).toEqual([409, 409])
    const asked = (await desk.database.db.select().from(messages).where(eq(messages.personId, personId))).filter(
      row => row.kind === 'other-device',
    )
    expect(asked.length).toBe(1)
    await allowDevice(ctx, { caseId: found.id, ask: String(asked[0]?.params.ask) })
    expect((await first.next('closed')).reason).toBe('replaced')
    const joined = await bodyOf<JoinResponse>(knock())
    const second = await enter(api, joined)
    await second.next('ready')
    second.close()
    expect((await api.request(`/api/calls/${applicantCode}/join`, { json: phone })).status).toBe(409)
  })
})

describe('the room', () => {
  test('both meet, signals, lines and steps pass, and the server records who was there', async () => {
    const { applicant, reviewer, booking, found } = await joinBoth()
    const a = await enter(api, applicant)
    expect(await a.next('ready')).toMatchObject({ peer: null })
    const r = await enter(api, reviewer)
    expect(await r.next('ready')).toMatchObject({ peer: { media: { camera: true, microphone: true } } })
    expect((await a.next('peer')).peer).not.toBeNull()
    a.send({ type: 'signal', data: { description: { sdp: 'v=0'.repeat(4000) } } })
    expect((await r.next('signal')).data).toEqual({ description: { sdp: 'v=0'.repeat(4000) } })
    a.send({ type: 'line', text: '我听不到您的声音' })
    expect(await r.next('line')).toMatchObject({ text: '我听不到您的声音', from: 'applicant' })
    r.send({ type: 'step', step: 'identity' })
    expect((await a.next('step')).step).toBe('identity')
    a.send({ type: 'step', step: 'verdict' })
    expect((await a.next('error')).code).toBe('not-allowed')
    a.close()
    await until(async () => (await desk.database.db.select().from(presences)).find(row => row.leftAt !== null), {
      what: 'the leaving to be recorded',
    })
    expect(await desk.database.db.query.cases.findFirst({ where: (row, { eq }) => eq(row.id, found.id) })).toMatchObject({
      state: 'reviewing',
    })
    expect(booking.status).toBe('active')
    r.close()
  })

  test('joining again replaces the page before it and gives the peer a new session', async () => {
    const { applicant, reviewer, joinReviewer } = await joinBoth()
    const a = await enter(api, applicant)
    const r = await enter(api, reviewer)
    await r.next('ready')
    const before = (await a.next('peer')).peer?.session
    const again = await enter(api, await bodyOf<JoinResponse>(joinReviewer()))
    await again.next('ready')
    expect((await r.next('closed')).reason).toBe('replaced')
    await until(() => a.down.some(frame => frame.type === 'peer' && frame.peer !== null && frame.peer.session !== before), {
      what: 'the new session',
    })
    a.close()
    again.close()
  })

  test('G11: what is no frame, a forged ticket and an action without hello are answered and do no harm', async () => {
    const { applicant } = await joinBoth()
    const forged = await enter(api, { ...applicant, ticket: `${applicant.ticket}x` })
    expect((await forged.next('closed')).reason).toBe('ticket')
    await forged.closed()
    const a = await enter(api, applicant)
    await a.next('ready')
    for (const text of ['{', 'null', '[]', '{"type":"nothing"}', '{"type":"line","text":""}']) a.raw(text)
    await until(() => a.down.filter(frame => frame.type === 'error').length === 5, { what: 'five errors' })
    a.send({ type: 'ping' })
    await a.next('pong')
    a.close()
  })
})

describe('Agora', () => {
  const vectors = JSON.parse(readFileSync(new URL('../vectors/agora-tokens.json', import.meta.url), 'utf8'))

  test('the join answers with a token for exactly that channel, uid and the rest of the slot', async () => {
    const { appId, appCertificate } = vectors.common
    const withAgora = await serveApi(desk, { agora: { appId, certificate: appCertificate }, iceServers: [] })
    desk.at(monday)
    const { booking, applicantCode } = await newBooked(desk)
    desk.at(booking.startsAt)
    const { media } = await bodyOf<JoinResponse>(withAgora.request(`/api/calls/${applicantCode}/join`, { json: phone }))
    await withAgora.close()
    if (media.provider !== 'agora') return expect.unreachable()
    expect(media.channel).toBe(channelOf(booking.id, booking.version))
    expect(readToken(media.token)).toEqual({
      appId,
      expire: 3600,
      channel: media.channel,
      uid: '1',
      privileges: { 1: 3600, 2: 3600, 3: 3600, 4: 3600 },
    })
  })

  test('a token is made at the join, lives as long as the call may last, and is another one at each rejoin, as the ticket is', async () => {
    const { appId, appCertificate } = vectors.common
    const withAgora = await serveApi(desk, { agora: { appId, certificate: appCertificate }, iceServers: [] })
    desk.at(monday)
    const { booking, applicantCode } = await newBooked(desk)
    desk.at(booking.startsAt)
    const lasts = desk.ctxFor(job).policy.callLastsMinutes
    const joinAt = async (minutes: number) => {
      desk.at(new Date(+booking.startsAt + minutes * 60_000))
      const joined = await bodyOf<JoinResponse>(withAgora.request(`/api/calls/${applicantCode}/join`, { json: phone }))
      if (joined.media.provider !== 'agora') return expect.unreachable()
      expect(readToken(joined.media.token).expire, `at minute ${minutes}`).toBe((lasts - minutes) * 60)
      return { token: joined.media.token, ticket: joined.ticket }
    }
    const joins = [await joinAt(0), await joinAt(0), await joinAt(2)]
    expect(new Set(joins.map(({ token }) => token)).size).toBe(3)
    expect(new Set(joins.map(({ ticket }) => ticket)).size).toBe(3)
    await withAgora.close()
  })

  test('the reader of this test agrees with the published vectors', () => {
    for (const { token, uid } of vectors.tokens) {
      expect(readToken(token)).toEqual({
        appId: vectors.common.appId,
        expire: 600,
        channel: vectors.common.channel,
        uid,
        privileges: { 1: 600 },
      })
    }
  })
})

/** AccessToken2 "007", as the vectors' file documents it. */
function readToken(token: string) {
  const bytes = inflateSync(Buffer.from(token.slice(3), 'base64'))
  let at = 0
  const take = (length: number) => {
    at += length
    return bytes.subarray(at - length, at)
  }
  const u16 = () => take(2).readUInt16LE()
  const u32 = () => take(4).readUInt32LE()
  const text = () => take(u16()).toString('latin1')
  text() // the signature
  const appId = text()
  u32() // issued at
  const expire = u32()
  u32() // salt
  expect([u16(), u16()]).toEqual([1, 1])
  const privileges = Object.fromEntries(Array.from({ length: u16() }, () => [u16(), u32()]))
  return { appId, expire, channel: text(), uid: text(), privileges }
}
