import { eq } from 'drizzle-orm'
import { settings } from '../../db/schema/desk.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Ctx } from '../context.ts'
import { policyKey } from '../desk/read-policy.ts'
import type { TellsOf, Told } from './compare-rows.ts'

/** What second looks rest on: the numbers of the policy, and who is on the staff in which roles. */
export async function deskContradicts(ctx: Ctx, of: TellsOf, entries: number): Promise<number | undefined> {
  return (await policyContradicts(ctx, of, entries)) ?? (await staffContradicts(ctx, of, entries))
}

async function policyContradicts(ctx: Ctx, of: TellsOf, entries: number): Promise<number | undefined> {
  const [row] = await ctx.db.select({ value: settings.value }).from(settings).where(eq(settings.key, policyKey))
  const set = new Map<string, unknown>(Object.entries(row?.value ?? {}))
  for (const [setting, { number, data }] of lastOf(of('policy.changed'), 'setting')) {
    if (set.get(setting) !== data.after) return number
    set.delete(setting)
  }
  // a number that nobody set at the desk
  return set.size > 0 ? entries : undefined
}

async function staffContradicts(ctx: Ctx, of: TellsOf, entries: number): Promise<number | undefined> {
  const found = await ctx.db.select({ id: staff.id, roles: staff.roles, removedAt: staff.removedAt }).from(staff)
  const rows = new Map(found.map(row => [row.id, row]))
  const removed = lastOf(of('staff.removed'), 'staff')
  for (const [id, added] of lastOf(of('staff.added'), 'staff')) {
    const row = rows.get(id)
    const left = removed.get(id)
    const last = left && left.number > added.number ? left : added
    if (!row || (row.removedAt !== null) !== (last === left) || !isSameSet(row.roles, added.data.roles)) return last.number
    rows.delete(id)
  }
  // a member whom nobody added at the desk
  return rows.size > 0 ? entries : undefined
}

/** The last entry about each thing, by what `key` of the entry names. */
export function lastOf(told: readonly Told[], key: string): Map<string, Told> {
  return new Map(told.map(one => [String(one.data[key]), one]))
}

const isSameSet = (roles: readonly string[], told: unknown): boolean =>
  Array.isArray(told) && [...roles].sort().join() === [...told].sort().join()
