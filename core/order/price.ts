import { and, eq } from 'drizzle-orm'
import { devices, orders } from '../../db/schema/catalogue.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import type { Device } from '../device/list.ts'

/** Money in fen. */
export interface Price {
  monthlyRentFen: number
  depositFen: number
}

/** The device at the order's own price, where the order names one and is for this device; undefined while no device is chosen. */
export async function readPricedDevice(
  ctx: Ctx,
  { deviceId, orderCode }: Pick<Case, 'deviceId' | 'orderCode'>,
): Promise<Device | undefined> {
  if (deviceId === null) return undefined
  const [row] = await ctx.db
    .select()
    .from(devices)
    .leftJoin(orders, and(eq(orders.code, orderCode ?? ''), eq(orders.deviceId, devices.id)))
    .where(eq(devices.id, deviceId))
  return row && { ...row.devices, ...priceOf(row.devices, row.orders) }
}

/** What an order leaves open is as in the catalogue. */
export function priceOf(device: Device, order: typeof orders.$inferSelect | null): Price {
  return {
    monthlyRentFen: order?.monthlyRentFen ?? device.monthlyRentFen,
    depositFen: order?.depositFen ?? device.depositFen,
  }
}
