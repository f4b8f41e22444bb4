import { eq, sql } from 'drizzle-orm'
import { frames } from '../../db/schema/calls.ts'
import type { RoomRole } from '../../db/values.ts'
import type { Ctx } from '../context.ts'
import { seal, unseal } from '../vault/seal.ts'

/** What travels between the two people of a room, through the database, so that it does not matter which process holds whose socket. */
export interface Frame {
  bookingId: string
  to: RoomRole | 'both'
  /** only to the socket of this session */
  onlySession?: string
  /** to every socket but that of this session */
  exceptSession?: string
  down: unknown
}

/**
 * Stores a frame, sealed, and notifies its id (a NOTIFY payload is too small for an offer). Delivered when the transaction commits. In one
 * statement, since a call begins with a dozen of them, one after another.
 */
export async function sendFrame(ctx: Ctx, frame: Frame): Promise<void> {
  const { bookingId, to } = frame
  const body = seal(ctx.keys.room, Buffer.from(JSON.stringify(frame)), `frames/${bookingId}`, ctx.random)
  const stored = ctx.db
    .$with('stored')
    .as(ctx.db.insert(frames).values({ bookingId, toRole: to, body }).returning({ id: frames.id }))
  await ctx.db
    .with(stored)
    .select({ told: sql`pg_notify('room', ${`${bookingId}:`} || ${stored.id})` })
    .from(stored)
}

/** The frame behind a notified id; undefined when it was swept away. */
export async function readFrame(ctx: Ctx, id: number): Promise<Frame | undefined> {
  const [row] = await ctx.db.select().from(frames).where(eq(frames.id, id))
  if (!row) return undefined
  return JSON.parse(unseal(ctx.keys.room, row.body, `frames/${row.bookingId}`).toString())
}
