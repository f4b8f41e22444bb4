import { asc } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { devices } from '../../db/schema/catalogue.ts'
import type { Ctx } from '../context.ts'

export type Device = typeof devices.$inferSelect

/** What can be rented now, in the catalogue's order. */
export async function listDevices(ctx: Ctx): Promise<Device[]> {
  return (await readOnce(ctx)).filter(({ active }) => active)
}

/** One device, whether it is offered at present or not. */
export async function findDevice(ctx: Ctx, id: string | undefined): Promise<Device | undefined> {
  return (await readOnce(ctx)).find(device => device.id === id)
}

/** The whole catalogue, with what is not offered at present. Always as it is at this moment: whoever changes it reads this one. */
export async function listCatalogue(ctx: Ctx): Promise<Device[]> {
  return ctx.db.select().from(devices).orderBy(asc(devices.position))
}

/** What a transaction has read already: an answer about a device looks into the catalogue up to five times. */
const readBefore = new WeakMap<Db, Promise<Device[]>>()

function readOnce(ctx: Ctx): Promise<Device[]> {
  const known = readBefore.get(ctx.db)
  if (known) return known
  const reading = listCatalogue(ctx)
  if (ctx.inTransaction) readBefore.set(ctx.db, reading)
  return reading
}
