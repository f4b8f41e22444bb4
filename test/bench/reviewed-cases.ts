import { sql } from 'drizzle-orm'
import type { Ctx } from '../../core/context.ts'
import { newReviewed, type TestDesk } from '../support/desk.ts'
import { copier } from './copier.ts'

export interface ReviewedCase {
  caseId: string
  telegramId: number
}

/** Far from the ids that the test desk gives out. */
const firstTelegramId = 900_000

/**
 * So many cases that only lack their verdict, of as many people, all with one reviewer: one is walked through the form and the call,
 * the others are copies of its rows. Nothing was ever sent to their chats.
 */
export async function makeReviewedCases(desk: TestDesk, count: number): Promise<{ reviewer: Ctx; cases: ReviewedCase[] }> {
  const { reviewer, caseId, booking } = await newReviewed(desk)
  const { db } = desk.database
  const copy = copier(desk, count)
  const idOf = (kind: string) => `md5('${kind}' || n)::uuid`
  await copy(
    'people',
    `t.id = (select person_id from cases where id = '${caseId}')`,
    `'id', ${idOf('person')}, 'telegram_id', ${firstTelegramId} + n`,
  )
  await copy(
    'cases',
    `t.id = '${caseId}'`,
    `'id', ${idOf('case')}, 'code', 'M-' || lpad(n::text, 6, '0'), 'person_id', ${idOf('person')}, 'card_message_id', null`,
  )
  // later times, an hour apart: no two of the reviewer's overlap, and no sweep ends them
  const later = (column: string) => `'${column}', t.${column} + n * interval '1 hour'`
  await copy(
    'bookings',
    `t.id = '${booking.id}'`,
    `'id', ${idOf('booking')}, 'case_id', ${idOf('case')}, ${['starts_at', 'ends_at', 'blocked_until'].map(later).join(', ')}`,
  )
  await copy('findings', `t.booking_id = '${booking.id}'`, `'booking_id', ${idOf('booking')}`)
  const made = await db.execute<{ caseId: string; telegramId: string }>(
    sql.raw(`select c.id as "caseId", p.telegram_id as "telegramId" from cases c join people p on p.id = c.person_id
      where p.telegram_id > ${firstTelegramId} order by p.telegram_id`),
  )
  return { reviewer, cases: made.map(row => ({ caseId: row.caseId, telegramId: Number(row.telegramId) })) }
}
