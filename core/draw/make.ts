import { desc, eq } from 'drizzle-orm'
import { devices } from '../../db/schema/catalogue.ts'
import { draws } from '../../db/schema/draws.ts'
import { people } from '../../db/schema/people.ts'
import type { DrawInputs } from '../../db/values.ts'
import { readApplication } from '../application/answers.ts'
import { appendAudit } from '../audit/append.ts'
import type { Booking } from '../booking/load.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { seal, unseal } from '../vault/seal.ts'
import { type Drawn, drawFrom, drawVersion, hashSeed } from './draw.ts'

const half = 16
const place = (bookingId: string) => `draws/${bookingId}`

/**
 * Draws what this booking's call will ask, before anybody has met: the seed's salted hash stands in the trail from here on. A booking
 * has one draw, however often its room is entered; a second call to this changes nothing.
 */
export async function makeDraw(ctx: Ctx, found: Case, booking: Pick<Booking, 'id'>): Promise<void> {
  const [made] = await ctx.db.select({ hash: draws.hash }).from(draws).where(eq(draws.bookingId, booking.id))
  if (made) return
  const secret = ctx.random(2 * half)
  const hash = hashSeed(halves(secret))
  const inputs = await readInputs(ctx, found)
  const sealed = seal(openCaseKey(ctx, found), secret, place(booking.id), ctx.random)
  const row = { bookingId: booking.id, caseId: found.id, secret: sealed, hash, inputs, at: ctx.now() }
  const kept = await ctx.db.insert(draws).values(row).onConflictDoNothing().returning({ hash: draws.hash })
  if (kept.length > 0) await appendAudit(ctx, found.id, 'draw.made', { booking: booking.id, hash, inputs: { ...inputs } })
}

const halves = (secret: Buffer) => ({ seed: secret.subarray(0, half), salt: secret.subarray(half) })

async function readInputs(ctx: Ctx, found: Case): Promise<DrawInputs> {
  const { said } = await readApplication(ctx, found)
  const [device] = await ctx.db
    .select({ valueFen: devices.valueFen })
    .from(devices)
    .where(eq(devices.id, found.deviceId ?? ''))
  const [person] = await ctx.db.select({ locale: people.locale }).from(people).where(eq(people.id, found.personId))
  return {
    version: drawVersion,
    document: said('document') ?? '',
    valueFen: device?.valueFen ?? 0,
    locale: person?.locale ?? 'zh-CN',
    before: await movementBefore(ctx, found),
  }
}

async function movementBefore(ctx: Ctx, found: Case): Promise<string | null> {
  const [last] = await ctx.db.select().from(draws).where(eq(draws.caseId, found.id)).orderBy(desc(draws.at)).limit(1)
  return last ? openDraw(ctx, found, last).movement : null
}

function openDraw(ctx: Ctx, found: Case, row: typeof draws.$inferSelect): Drawn {
  const secret = unseal(openCaseKey(ctx, found), row.secret, place(row.bookingId))
  return drawFrom(halves(secret).seed, row.inputs)
}

/** What was drawn for the booking; undefined while nobody has joined, and for calls from before there were draws. */
export async function readDraw(ctx: Ctx, found: Case, bookingId: string): Promise<Drawn | undefined> {
  const [row] = await ctx.db.select().from(draws).where(eq(draws.bookingId, bookingId))
  return row && openDraw(ctx, found, row)
}

/** The booking is over: seed and salt go into the trail, so that anybody can check that the hash was theirs, and draw again. */
export async function revealDraw(ctx: Ctx, found: Case, bookingId: string): Promise<void> {
  const [row] = await ctx.db.select().from(draws).where(eq(draws.bookingId, bookingId))
  if (!row || found.sealedKey === null) return
  const { seed, salt } = halves(unseal(openCaseKey(ctx, found), row.secret, place(bookingId)))
  const drawn = { ...drawFrom(seed, row.inputs) }
  const secret = { seed: seed.toString('hex'), salt: salt.toString('hex') }
  await appendAudit(ctx, found.id, 'draw.revealed', { booking: bookingId, ...secret, drawn })
}
