import { devices } from '../../db/schema/catalogue.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import type { Device } from './list.ts'

const yuan = (amount: number) => amount * 100

/** An invented catalogue to start with; money in fen. */
const catalogue: readonly Omit<Device, 'active' | 'position' | 'picture'>[] = [
  {
    id: 'phone-lite',
    nameZh: '青禾 手机 8',
    nameEn: 'Qinghe Phone 8',
    monthlyRentFen: yuan(89),
    depositFen: yuan(600),
    valueFen: yuan(2399),
    terms: [6, 12],
  },
  {
    id: 'phone-pro',
    nameZh: '青禾 手机 12 Pro',
    nameEn: 'Qinghe Phone 12 Pro',
    monthlyRentFen: yuan(229),
    depositFen: yuan(1500),
    valueFen: yuan(6999),
    terms: [6, 12, 24],
  },
  {
    id: 'phone-fold',
    nameZh: '青禾 折叠屏 3',
    nameEn: 'Qinghe Fold 3',
    monthlyRentFen: yuan(359),
    depositFen: yuan(2500),
    valueFen: yuan(10999),
    terms: [12, 24],
  },
  {
    id: 'laptop-air',
    nameZh: '远帆 轻薄本 14',
    nameEn: 'Yuanfan Slim 14',
    monthlyRentFen: yuan(199),
    depositFen: yuan(1200),
    valueFen: yuan(5499),
    terms: [6, 12, 24],
  },
  {
    id: 'laptop-studio',
    nameZh: '远帆 创作本 16',
    nameEn: 'Yuanfan Studio 16',
    monthlyRentFen: yuan(469),
    depositFen: yuan(3000),
    valueFen: yuan(14999),
    terms: [12, 24],
  },
]

/** Fills an empty catalogue; one that has devices is left alone. */
export async function seedDevices(ctx: Ctx): Promise<void> {
  await transact(ctx, async ctx => {
    const [any] = await ctx.db.select({ id: devices.id }).from(devices).limit(1)
    if (any) return
    const seeded = await ctx.db
      .insert(devices)
      .values(catalogue.map((device, position) => ({ ...device, position, active: true })))
      .onConflictDoNothing()
      .returning()
    if (seeded.length > 0) await appendAudit(ctx, 'desk', 'devices.seeded', { before: [], after: seeded })
  })
}
