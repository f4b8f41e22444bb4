import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Ctx } from '../context.ts'

const ticketSchema = z.object({
  bookingId: z.uuid(),
  version: z.number().int(),
  role: z.enum(['applicant', 'reviewer']),
  session: z.uuid(),
  /** the seat must still be bound to it when the ticket is used */
  device: z.string(),
  /** machine time, epoch milliseconds */
  until: z.number(),
})
export type Ticket = z.infer<typeof ticketSchema>

/** A minute is enough to open a socket with it; a new join gives a new one. */
export const ticketSeconds = 60

export function signTicket(ctx: Pick<Ctx, 'keys'>, ticket: Ticket): string {
  const body = Buffer.from(JSON.stringify(ticket)).toString('base64url')
  return `${body}.${sign(ctx, body)}`
}

/** The ticket, if the desk signed it and its time has not passed. */
export function readTicket(ctx: Pick<Ctx, 'keys'>, text: string, machineNow: number): Ticket | undefined {
  const [body, signature, ...rest] = text.split('.')
  if (!body || !signature || rest.length > 0) return undefined
  const expected = Buffer.from(sign(ctx, body))
  const given = Buffer.from(signature)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined
  const parsed = ticketSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()))
  return parsed.success && parsed.data.until > machineNow ? parsed.data : undefined
}

function sign(ctx: Pick<Ctx, 'keys'>, body: string): string {
  return createHmac('sha256', ctx.keys.link).update('room-ticket').update(body).digest('base64url')
}
