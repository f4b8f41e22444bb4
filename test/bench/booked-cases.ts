import { sql } from 'drizzle-orm'
import { joinCall } from '../../core/call/join.ts'
import { linkCode, openLink } from '../../core/call/link.ts'
import { newBooked } from '../support/api.ts'
import type { TestDesk } from '../support/desk.ts'
import { copier } from './copier.ts'

/**
 * The applicants' links of so many cases, each booked for this moment with a reviewer of its own: one is walked through the form and has
 * joined, so that its draw is made; the others are copies of its rows.
 */
export async function makeBookedCases(desk: TestDesk, count: number): Promise<string[]> {
  const { ctx, found, booking, applicantCode } = await newBooked(desk)
  desk.at(booking.startsAt)
  await joinCall(ctx, await openLink(ctx, applicantCode), 'device-of-the-bench-0')
  const { db } = desk.database
  const copy = copier(desk, count)
  // of version 4: a ticket names a booking by a true one
  const idOf = (kind: string) => `overlay(overlay(md5('${kind}' || n) placing '4' from 13) placing '8' from 17)::uuid`
  const person = (kind: string, id: string, from: number) =>
    copy('people', `t.id = (${id})`, `'id', ${idOf(kind)}, 'telegram_id', ${from} + n`)
  await person('applicant', `select person_id from cases where id = '${found.id}'`, 900_000)
  await person('member', `select person_id from staff where id = '${booking.reviewerId}'`, 910_000)
  await copy('staff', `t.id = '${booking.reviewerId}'`, `'id', ${idOf('staff')}, 'person_id', ${idOf('member')}`)
  await copy(
    'cases',
    `t.id = '${found.id}'`,
    `'id', ${idOf('case')}, 'code', 'M-' || lpad(n::text, 6, '0'), 'person_id', ${idOf('applicant')}, 'card_message_id', null`,
  )
  const times = `'starts_at', now(), 'ends_at', now() + interval '15 minutes', 'blocked_until', now() + interval '20 minutes'`
  await copy(
    'bookings',
    `t.id = '${booking.id}'`,
    `'id', ${idOf('booking')}, 'case_id', ${idOf('case')}, 'reviewer_id', ${idOf('staff')}, ${times}`,
  )
  await copy('draws', `t.booking_id = '${booking.id}'`, `'booking_id', ${idOf('booking')}, 'case_id', ${idOf('case')}`)
  const made = await db.execute<{ id: string }>(
    sql.raw(`select ${idOf('booking')} as id from generate_series(1, ${count}) n order by n`),
  )
  return made.map(({ id }) => linkCode(ctx, { bookingId: id, role: 'applicant', version: booking.version }))
}
