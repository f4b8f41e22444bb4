import sharp from 'sharp'
import { expect, it } from 'vitest'
import type { QualityFigures } from '../../core/quality/figures.ts'
import { driftOf } from '../../core/quality/rules.ts'
import { drawQuality } from '../../jobs/pictures/quality.ts'

const reader = { locale: 'zh-CN', timeZone: 'Asia/Shanghai', zoneKnown: true } as const
const now = new Date('2026-11-24T01:05:00Z')
const families = ['ID', 'PURPOSE', 'ENV'] as const
const desk = { verdicts: 60, counts: new Map([['ID', 12] as const, ['PURPOSE', 9] as const, ['ENV', 3] as const]) }
const member = (name: string, verdicts: number, id: number) => ({
  ...{ name, verdicts, medianMinutes: 9, agreement: { count: 3, of: 4 } },
  drift: driftOf({ verdicts, counts: new Map([['ID', id] as const]) }, desk),
})
const figures = (members: QualityFigures['members']): QualityFigures => ({
  ...{ days: 30, drawn: 8, done: 6, agreed: 5, waiting: 2, blindMinutes: 4, verdicts: members.length > 0 ? 60 : 0 },
  ...{ families: members.length > 0 ? [...families] : [], members, disagreements: [] },
})

/** How many pixels are about of that colour. */
async function count(png: Uint8Array, [red, green, blue]: [number, number, number]): Promise<number> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  let found = 0
  for (let at = 0; at < data.length; at += info.channels)
    if (Math.abs((data[at] ?? 0) - red) + Math.abs((data[at + 1] ?? 0) - green) + Math.abs((data[at + 2] ?? 0) - blue) < 12)
      found++
  return found
}

it('the picture of the reasons: a row for everybody, and a cell in colour where the share differs from the desk’s', async () => {
  const more: [number, number, number] = [0xf0, 0xa0, 0x5c]
  const even = drawQuality(figures([member('李敏', 20, 4), member('王芳', 20, 4)]), reader, now)
  const drifting = drawQuality(figures([member('李敏', 20, 12), member('王芳', 20, 4)]), reader, now)
  const { width, height, format } = await sharp(drifting).metadata()
  expect([format, width]).toEqual(['png', 1080])
  expect(height).toBe(210 + 110 + 3 * 84)
  // the legend alone has some
  expect((await count(drifting, more)) - (await count(even, more))).toBeGreaterThan(5_000)
})

it('with no verdicts yet there is a picture that says so', async () => {
  const { format } = await sharp(drawQuality(figures([]), { ...reader, locale: 'en' }, now)).metadata()
  expect(format).toBe('png')
})
