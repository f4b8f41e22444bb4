import { findActiveBooking, findLatestBooking } from '../booking/load.ts'
import { readCase } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { findPeople } from '../person/find.ts'
import { refuse } from '../refusal.ts'
import { linkCode } from './link.ts'

/**
 * The page that a messenger opens in a frame of its own, as the views of messages carry it. It carries no secret: who may see what, it
 * learns from the data that the messenger signs for whoever opened it. Nothing where messengers open none: without https, but for the sandbox.
 */
export function inChat(ctx: Pick<Ctx, 'publicUrl' | 'miniApps'>, code: string): { miniAppUrl?: string } {
  return ctx.miniApps ? { miniAppUrl: `${ctx.publicUrl}/m/${code}` } : {}
}

/**
 * The call link of a case's present booking, for its owner as the messenger names them. It goes into the page's memory and nowhere else. `not-found` for
 * anybody else's case, and for a case without a booking.
 */
export async function openMiniApp(ctx: Ctx, input: { telegramId: number; caseCode: string }): Promise<string> {
  const [person] = await findPeople(ctx, [input.telegramId])
  if (!person) return refuse('not-found', { what: 'person' })
  const found = await readCase({ ...ctx, actor: { kind: 'applicant', personId: person.id } }, { code: input.caseCode })
  const booking = (await findActiveBooking(ctx, found.id)) ?? (await findLatestBooking(ctx, found.id))
  if (!booking) return refuse('not-found', { what: 'booking' })
  return linkCode(ctx, { bookingId: booking.id, role: 'applicant', version: booking.version })
}
