import sharp from 'sharp'
import type { Ctx } from '../../core/context.ts'
import { type Drawing, dropOldPictures, findMissingDrawings, keepPicture } from '../../core/device/pictures.ts'
import { shapeOf } from '../../core/device/shape.ts'
import { speak } from '../../texts/fluent.ts'
import { formatMoney } from '../../texts/format.ts'
import { deviceSvg } from './device-svg.ts'
import { toPng } from './png.ts'

/** Draws every device that is offered and has no drawing yet, one by one, so that a question never waits for it. Returns how many. */
export async function drawDevices(ctx: Ctx): Promise<number> {
  const missing = await findMissingDrawings(ctx)
  for (const drawing of missing) await keepPicture(ctx, { key: drawing.key, bytes: await draw(drawing) })
  await dropOldPictures(ctx)
  return missing.length
}

/** As a JPEG: what a messenger makes of a photo anyway, at a third of the size. */
async function draw({ device, locale }: Pick<Drawing, 'device' | 'locale'>): Promise<Buffer> {
  const money = (fen: number) => formatMoney(fen, locale)
  const price = { rent: money(device.monthlyRentFen), deposit: money(device.depositFen) }
  const svg = deviceSvg({
    id: device.id,
    shape: shapeOf(device),
    name: locale === 'zh-CN' ? device.nameZh : device.nameEn,
    price: speak(locale).plain('picture-price', price),
  })
  return sharp(toPng(svg)).jpeg({ quality: 90 }).toBuffer()
}
