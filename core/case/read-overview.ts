import { and, asc, eq } from 'drizzle-orm'
import { audit } from '../../db/schema/audit.ts'
import { staff } from '../../db/schema/staff.ts'
import type { CaseState, RehearsalPart } from '../../db/values.ts'
import { readApplication } from '../application/answers.ts'
import { maskDocumentNumber } from '../application/document-number.ts'
import { appendAudit } from '../audit/append.ts'
import { isConfirmed } from '../booking/confirm.ts'
import { findActiveBooking, findLatestBooking } from '../booking/load.ts'
import { type Ctx, transact } from '../context.ts'
import { type Flag, readFlags } from '../flag/read.ts'
import { isBlind } from '../identity/blind.ts'
import { deviceName } from '../message/prepare.ts'
import type { DeviceName } from '../message/view.ts'
import { type Price, readPricedDevice } from '../order/price.ts'
import { failedIn, findRehearsal } from '../rehearsal/read.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'
import { type Case, readCase } from './load.ts'

export interface Overview {
  code: string
  state: CaseState
  /** raised by every change: the card's buttons carry it */
  version: number
  hold: string | null
  attempts: number
  misses: number
  deadlineAt: string | null
  termMonths: number | null
  device: DeviceName | undefined
  price: Price | undefined
  name: string | undefined
  /** this admin is also the case's reviewer, and types name and number from the card before reading them */
  blind: boolean
  /** masked: nobody needs the whole number here */
  documentNumber: string | undefined
  booking: { startsAt: string; reviewerName: string; confirmed: boolean; version: number } | undefined
  rehearsal: { at: string; failed: RehearsalPart[] } | undefined
  timeline: { at: string; to: CaseState }[]
  /** evidence of other cases; admins see it at once */
  flags: Flag[]
}

/** What an admin sees of a case. That the name was opened is written to the trail. `not-found` for a code of no case. */
export async function readOverview(ctx: Ctx, input: { code: string }): Promise<Overview> {
  return transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    const found = await readCase(ctx, { code: input.code })
    const device = await readPricedDevice(ctx, found)
    const blind = await isBlind(ctx, found, await findLatestBooking(ctx, found.id))
    const opened = blind ? { name: undefined, documentNumber: undefined } : await openNames(ctx, found)
    const { code, state, version, hold, attempts, misses, termMonths } = found
    return {
      ...{ code, state, version, hold, attempts, misses, termMonths, blind, ...opened },
      deadlineAt: found.deadlineAt?.toISOString() ?? null,
      device: device && deviceName(device),
      price: device && { monthlyRentFen: device.monthlyRentFen, depositFen: device.depositFen },
      booking: await readBooking(ctx, found.id),
      rehearsal: await readRehearsal(ctx, found.id),
      timeline: await readTimeline(ctx, found),
      flags: await readFlags(ctx, found.id),
    }
  })
}

async function openNames(ctx: Ctx, found: Case): Promise<Pick<Overview, 'name' | 'documentNumber'>> {
  // after erasure there is nothing left to open
  if (found.sealedKey === null) return { name: undefined, documentNumber: undefined }
  const { answers } = await readApplication(ctx, found)
  const name = answers.get('name')?.value
  const number = answers.get('documentNumber')?.value
  if (name !== undefined || number !== undefined)
    await appendAudit(ctx, found.id, 'dossier.opened', { fields: ['name', 'documentNumber-masked'] })
  return { name, documentNumber: number === undefined ? undefined : maskDocumentNumber(number) }
}

async function readBooking(ctx: Ctx, caseId: string): Promise<Overview['booking']> {
  const booking = await findActiveBooking(ctx, caseId)
  if (!booking) return undefined
  const [reviewer] = await ctx.db.select({ name: staff.name }).from(staff).where(eq(staff.id, booking.reviewerId))
  return {
    startsAt: booking.startsAt.toISOString(),
    reviewerName: reviewer?.name ?? '',
    confirmed: isConfirmed(booking),
    version: booking.version,
  }
}

async function readRehearsal(ctx: Ctx, caseId: string): Promise<Overview['rehearsal']> {
  const last = await findRehearsal(ctx, caseId)
  return last?.finishedAt ? { at: last.finishedAt.toISOString(), failed: failedIn(last).map(({ part }) => part) } : undefined
}

async function readTimeline(ctx: Ctx, found: Case): Promise<Overview['timeline']> {
  const changes = await ctx.db
    .select({ at: audit.at, body: audit.body })
    .from(audit)
    .where(and(eq(audit.chain, found.id), eq(audit.action, 'case.state')))
    .orderBy(asc(audit.number))
  return [
    { at: found.createdAt.toISOString(), to: 'draft' },
    ...changes.map(({ at, body }) => ({ at: at.toISOString(), to: stateIn(body) })),
  ]
}

/** Guarantee: entries of `case.state` are written by changeState alone, with the new state under `data.to`. */
function stateIn(body: string): CaseState {
  return (JSON.parse(body) as { data: { to: CaseState } }).data.to
}
