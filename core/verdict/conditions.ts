import { eq } from 'drizzle-orm'
import { devices } from '../../db/schema/catalogue.ts'
import type { Conditions, Outcome } from '../../db/values.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import type { ConditionsView } from '../message/view.ts'
import { readPricedDevice } from '../order/price.ts'
import { refuse } from '../refusal.ts'

type Device = typeof devices.$inferSelect

async function findDevice(ctx: Ctx, id: string): Promise<Device | undefined> {
  const [device] = await ctx.db.select().from(devices).where(eq(devices.id, id))
  return device
}

/**
 * Refused as `conditions-unfit` unless they go with the outcome and ask for something: a deposit above the usual one and not above
 * the device's value, a device of less value that is offered, a shorter term that the device can be had for.
 */
export async function checkConditions(ctx: Ctx, found: Case, outcome: Outcome, conditions: Conditions | null): Promise<void> {
  if (outcome !== 'conditional') return conditions === null ? undefined : refuse('conditions-unfit', { problem: 'outcome' })
  if (!conditions || Object.keys(conditions).length === 0) return refuse('conditions-unfit', { problem: 'none' })
  const { depositFen, deviceId, termMonths } = conditions
  const present = await readPricedDevice(ctx, found)
  const next = deviceId === undefined ? present : await findDevice(ctx, deviceId)
  if (!present || !next) return refuse('conditions-unfit', { problem: 'device' })
  if (deviceId !== undefined && (!next.active || next.valueFen >= present.valueFen))
    return refuse('conditions-unfit', { problem: 'device' })
  if (depositFen !== undefined && (depositFen <= next.depositFen || depositFen > next.valueFen))
    return refuse('conditions-unfit', { problem: 'deposit' })
  const term = termMonths ?? found.termMonths ?? 0
  if (termMonths !== undefined && termMonths >= (found.termMonths ?? 0)) return refuse('conditions-unfit', { problem: 'term' })
  if (!next.terms.includes(term)) return refuse('conditions-unfit', { problem: 'term' })
}

/** What the applicant is to agree to, each figure beside the present one. */
export async function showConditions(ctx: Ctx, found: Case, conditions: Conditions): Promise<ConditionsView> {
  const { depositFen, deviceId, termMonths } = conditions
  const present = await readPricedDevice(ctx, found)
  const next = deviceId === undefined ? present : await findDevice(ctx, deviceId)
  return {
    ...(depositFen === undefined ? {} : { deposit: { from: next?.depositFen ?? 0, to: depositFen } }),
    ...(next && deviceId !== undefined
      ? { device: { to: { zh: next.nameZh, en: next.nameEn }, monthlyRentFen: next.monthlyRentFen } }
      : {}),
    ...(termMonths === undefined ? {} : { term: { from: found.termMonths ?? 0, to: termMonths } }),
  }
}
