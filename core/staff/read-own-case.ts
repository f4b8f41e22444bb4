import { and, desc, eq, inArray } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { devices } from '../../db/schema/catalogue.ts'
import type { CaseState } from '../../db/values.ts'
import { readCase } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { callUrl, deviceName } from '../message/prepare.ts'
import type { DeviceName } from '../message/view.ts'
import { refuse } from '../refusal.ts'
import { isPromised } from '../verdict/clock.ts'
import { readLook } from '../verdict/look.ts'
import { deskUrl } from './desk-link.ts'

/** What a reviewer sees of a case in the chat: nothing of the applicant, who is met in the console. */
export interface OwnCase {
  code: string
  state: CaseState
  device: DeviceName
  startsAt: string | undefined
  dueAt: string | undefined
  late: boolean
  /** of the booking, while it can still be handed over */
  version: number | undefined
  /** where it goes on; absent when there is nothing for this reviewer to do */
  url: string | undefined
}

/** A case that is this reviewer's: called, judged, or to be decided. `not-found` for everybody else's, as for a code of no case. */
export async function readOwnCase(ctx: Ctx, input: { code: string }): Promise<OwnCase> {
  if (ctx.actor.kind !== 'staff') return refuse('not-allowed', {})
  const { staffId } = ctx.actor
  const found = await readCase(ctx, input)
  const [own] = await ctx.db
    .select()
    .from(bookings)
    .where(and(eq(bookings.caseId, found.id), eq(bookings.reviewerId, staffId), inArray(bookings.status, ['active', 'attended'])))
    .orderBy(desc(bookings.startsAt))
    .limit(1)
  const mayLook = (found.state === 'confirming' || found.state === 'appealed') && ((await readLook(ctx, found))?.may ?? false)
  if (!own && !mayLook) return refuse('not-found', { what: 'case' })
  const [device] = await ctx.db
    .select()
    .from(devices)
    .where(eq(devices.id, found.deviceId ?? ''))
  const dueAt = isPromised(found.state) ? found.deadlineAt : null
  const url = mayLook ? deskUrl(ctx, found, staffId) : own?.status === 'active' ? callUrl(ctx, own, 'reviewer') : undefined
  return {
    ...{ code: found.code, state: found.state, device: deviceName(device), url },
    version: own?.status === 'active' && found.state === 'booked' ? own.version : undefined,
    startsAt: own?.startsAt.toISOString(),
    dueAt: dueAt?.toISOString(),
    late: dueAt !== null && dueAt <= ctx.now(),
  }
}
