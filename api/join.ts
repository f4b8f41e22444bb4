import { z } from 'zod'
import { joinCall } from '../core/call/join.ts'
import type { OpenedLink } from '../core/call/link.ts'
import { signTicket, ticketSeconds } from '../core/call/ticket.ts'
import type { Ctx } from '../core/context.ts'
import { learnTimeZone } from '../core/person/change-settings.ts'
import type { JoinResponse, Step } from './contract.ts'
import type { ApiDeps } from './deps.ts'
import { mediaFor } from './media.ts'

/** What a browser calls itself: random, see web/room/device-id.ts. */
export const deviceName = z.string().regex(/^[\w-]{16,64}$/)

export const joinBody = z.object({
  device: deviceName,
  timeZone: z.string().max(64).optional(),
})

const shownSteps: readonly string[] = ['waiting', 'identity', 'environment', 'questions', 'verdict'] satisfies Step[]
const isStep = (step: string): step is Step => shownSteps.includes(step)

/** Takes the seat and makes the credentials for it, at this moment and for this call only. */
export async function join(deps: ApiDeps, ctx: Ctx, link: OpenedLink, body: z.output<typeof joinBody>): Promise<JoinResponse> {
  const { ref, person } = link
  const joined = await joinCall(ctx, link, body.device)
  await learnTimeZone(ctx, { personId: person.id, timeZone: body.timeZone })
  const { role, version } = ref
  const { booking, call, found, session, endsAt } = joined
  return {
    callId: call.id,
    caseCode: found.code,
    role,
    locale: person.locale,
    serverNow: ctx.now().toISOString(),
    endsAt: endsAt.toISOString(),
    step: isStep(call.step) ? call.step : 'waiting',
    ticket: signTicket(ctx, {
      bookingId: booking.id,
      version,
      role,
      session,
      device: body.device,
      until: Date.now() + ticketSeconds * 1000,
    }),
    media: mediaFor(deps.media, joined, role, ctx.now()),
  }
}
