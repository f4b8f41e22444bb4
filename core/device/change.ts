import { eq } from 'drizzle-orm'
import { devices } from '../../db/schema/catalogue.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'
import type { Entry } from './catalogue-file.ts'
import type { Device } from './list.ts'

export type DeviceChange = Partial<Omit<Entry, 'id'>>

/**
 * Changes one device of the catalogue; returns it as it was and as it is. What was applied for or decided keeps its own figures in
 * writing; an order for a device that is switched off no longer opens. `not-found` when there is no such device.
 */
export async function changeDevice(
  ctx: Ctx,
  input: { id: string; change: DeviceChange },
): Promise<{ before: Device; after: Device }> {
  return transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    const [before] = await ctx.db.select().from(devices).where(eq(devices.id, input.id)).for('update')
    if (!before) return refuse('not-found', { what: 'device' })
    const [after] = await ctx.db.update(devices).set(input.change).where(eq(devices.id, input.id)).returning()
    if (!after) throw new Error('update returned no row')
    const changed = changedFields(before, after)
    if (changed.length > 0)
      await appendAudit(ctx, 'desk', 'device.changed', { device: input.id, ...beforeAfter(before, after, changed) })
    return { before, after }
  })
}

const fields = ['nameZh', 'nameEn', 'monthlyRentFen', 'depositFen', 'valueFen', 'terms', 'active', 'picture'] as const
export type DeviceField = (typeof fields)[number]

export function changedFields(before: Entry, after: Entry): DeviceField[] {
  const isOther = (field: DeviceField) => String(before[field] ?? '') !== String(after[field] ?? '')
  // a file without pictures says nothing about them
  return fields.filter(field => isOther(field) && !(field === 'picture' && after.picture === undefined))
}

export function beforeAfter(before: Entry, after: Entry, changed: readonly DeviceField[]) {
  const pick = (device: Entry) => Object.fromEntries(changed.map(field => [field, device[field]]))
  return { before: pick(before), after: pick(after) }
}
