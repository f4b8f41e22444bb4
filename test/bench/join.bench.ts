import agora from 'agora-token'
import { sql } from 'drizzle-orm'
import { newBooked, type ServedApi, serveApi } from '../support/api.ts'
import type { TestDesk } from '../support/desk.ts'
import { openBenchDesk } from './bench-desk.ts'
import { type Emit, percentile } from './measurement.ts'

export const name = 'join'

const warmUp = 15
const samples = 100
/** Invented; a token of it is as long as one that opens something. */
const account = { appId: '0123456789abcdef0123456789abcdef', certificate: 'fedcba9876543210fedcba9876543210' }

/**
 * The request with which an applicant joins, over HTTP, answered with an Agora token: the first of a call, which takes the seat, draws what
 * will be asked and opens the call, and the next, after a reload. Against what no join can do without, in the same process: the builder's
 * call and one query. The three take turns; on a durable database.
 */
export async function run(emit: Emit): Promise<void> {
  const desk = await openBenchDesk()
  const api = await serveApi(desk, { agora: account, iceServers: [] })
  try {
    await desk.addReviewer('Bench')
    const booked: Awaited<ReturnType<typeof newBooked>>[] = []
    for (let made = 0; made < warmUp + samples; made++) booked.push(await newBooked(desk))
    const [first, again, floor]: number[][] = [[], [], []]
    for (const [round, { booking, applicantCode }] of booked.entries()) {
      desk.at(booking.startsAt)
      const spent = [await spentIn(() => join(api, applicantCode)), await spentIn(() => join(api, applicantCode))]
      const least = await spentIn(() => leastOf(desk, booking.id))
      if (round < warmUp) continue
      first?.push(spent[0] ?? Number.NaN)
      again?.push(spent[1] ?? Number.NaN)
      floor?.push(least)
    }
    const p95 = (of: number[] = []) => percentile(of, 95)
    const against = p95(floor)
    emit({ name: `${name} with an Agora token, p95`, value: p95(first), unit: 'ms', against })
    emit({ name: `${name} again, p95`, value: p95(again), unit: 'ms', against })
  } finally {
    await api.close()
    await desk.close()
  }
}

async function spentIn(act: () => Promise<void>): Promise<number> {
  const from = performance.now()
  await act()
  return performance.now() - from
}

async function join(api: ServedApi, code: string): Promise<void> {
  const response = await api.request(`/api/calls/${code}/join`, { json: { device: 'device-of-the-bench-1' } })
  const { media } = (await response.json()) as { media?: { token?: string } }
  if (!media?.token) throw new Error(`a join was answered with ${response.status} and no token`)
}

async function leastOf(desk: TestDesk, bookingId: string): Promise<void> {
  const { RtcTokenBuilder, RtcRole } = agora
  const { appId, certificate } = account
  await desk.database.db.execute(sql`select * from bookings where id = ${bookingId}`)
  const channel = bookingId.replaceAll('-', '')
  const token = RtcTokenBuilder.buildTokenWithUid(appId, certificate, channel, 1, RtcRole.PUBLISHER, 3600, 3600)
  if (!token) throw new Error('no token')
}
