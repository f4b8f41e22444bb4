import { asc, eq } from 'drizzle-orm'
import { devices } from '../../db/schema/catalogue.ts'
import type { Ctx } from '../context.ts'

export type Device = typeof devices.$inferSelect

/** What can be rented now, in the catalogue's order. */
export async function listDevices(ctx: Ctx): Promise<Device[]> {
  return ctx.db.select().from(devices).where(eq(devices.active, true)).orderBy(asc(devices.position))
}

/** The whole catalogue, with what is not offered at present. */
export async function listCatalogue(ctx: Ctx): Promise<Device[]> {
  return ctx.db.select().from(devices).orderBy(asc(devices.position))
}
