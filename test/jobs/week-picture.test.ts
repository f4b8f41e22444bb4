import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import type { TwoWeeks, WorkDay } from '../../core/staff/read-week.ts'
import type { Locale } from '../../db/values.ts'
import { toPng } from '../../jobs/pictures/png.ts'
import { drawWeek } from '../../jobs/pictures/week.ts'

const now = new Date('2026-11-23T01:00:00Z')
const shifts = [
  { from: 540, until: 720 },
  { from: 780, until: 1080 },
]
const plain = (index: number): WorkDay => ({
  date: new Date(Date.UTC(2026, 10, 23 + index)).toISOString().slice(0, 10),
  shifts: index % 7 > 4 ? [] : shifts,
  booked: index === 1 ? [{ from: 600, until: 615 }] : [],
  away: index === 2 ? [{ from: 780, until: 1080 }] : [],
  why: null,
  name: null,
})
const holiday = { shifts: [], away: [], why: 'holiday' as const, name: { zh: '公司年会', en: 'Annual party' } }
const days = Array.from({ length: 14 }, (_, index) => plain(index))
const week: TwoWeeks = {
  name: '陈晨',
  zone: 'Asia/Shanghai',
  today: '2026-11-23',
  days: days.map((day, index) =>
    index === 3
      ? { ...day, ...holiday }
      : index === 4
        ? { ...day, shifts: [], why: 'own' }
        : index === 8
          ? { ...day, why: 'own', shifts: [{ from: 600, until: 1320 }] }
          : day,
  ),
}
const [left, right, top, bottom, width, height] = [270, 40, 190, 130, 1080, 1500]

async function pixels(png: Uint8Array) {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, info, at: (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)] }
}

it.each<Locale>(['zh-CN', 'en'])(
  'the picture has ink where a shift or a booking is, none where none is, and the zone on it (%s)',
  async locale => {
    const png = drawWeek(week, { locale, timeZone: 'Europe/Berlin', zoneKnown: true }, now)
    const folder = process.env.PICTURES
    if (folder) await writeFile(`${folder}/week-${locale}.png`, png)
    const { info, at } = await pixels(png)
    expect([info.width, info.height]).toEqual([width, height])
    const pixel = (row: number, minute: number) =>
      at(
        Math.round(left + ((width - left - right) * minute) / 1440),
        Math.round(top + ((height - top - bottom) * (row + 0.5)) / 14),
      )
    const paper = [255, 255, 255]
    const shift = [0x8f, 0xc7, 0xa6]
    expect([pixel(0, 600), pixel(0, 900), pixel(8, 1300)]).toEqual([shift, shift, shift])
    expect([pixel(0, 450), pixel(0, 750), pixel(0, 1150), pixel(6, 900), pixel(3, 900), pixel(4, 900)]).toEqual(
      Array(6).fill(paper),
    )
    expect([pixel(2, 600), pixel(2, 900)]).toEqual([shift, [0xe3, 0xa0, 0x8f]])
    expect(pixel(1, 607)).toEqual([0x1f, 0x5f, 0xae])
  },
)

it('long names are cut: none is written on a bar, and none leaves the picture', async () => {
  const name = { zh: '国庆节和中秋节调休上班日', en: 'Make-up working day for the National Day and the Mid-Autumn Festival' }
  const long = days.map((day, index) => (index === 0 ? { ...day, name } : day))
  const busy = { ...week, name: 'Maximiliane-Alexandra of Hohenlohe-Langenburg the Second', days: long }
  const png = drawWeek(busy, { locale: 'en', timeZone: 'Asia/Shanghai', zoneKnown: true }, now)
  const folder = process.env.PICTURES
  if (folder) await writeFile(`${folder}/week-long.png`, png)
  const { at } = await pixels(png)
  const middle = Math.round(top + (height - top - bottom) / 28)
  const x = (minute: number) => Math.round(left + ((width - left - right) * minute) / 1440)
  for (let minute = 550; minute < 710; minute += 2) expect(at(x(minute), middle)).toEqual([0x8f, 0xc7, 0xa6])
  for (let column = width - right; column < width; column++) expect(at(column, 48)).toEqual([255, 255, 255])
})

it('draws Chinese as it is, not as empty boxes', async () => {
  const ink = async (glyph: string) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><rect width="80" height="80" fill="#fff"/><text x="8" y="64" font-size="60" font-family="Noto Sans SC">${glyph}</text></svg>`
    const { data } = await pixels(toPng(svg))
    return data.filter((value, index) => index % 3 === 0 && value < 128).length
  }
  const [one, many] = [await ink('一'), await ink('攀')]
  expect(one).toBeGreaterThan(50)
  expect(many).toBeGreaterThan(one * 3)
})
