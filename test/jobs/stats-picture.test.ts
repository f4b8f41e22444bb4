import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import type { Locale } from '../../db/values.ts'
import { drawStats } from '../../jobs/pictures/stats.ts'
import { weekOfFigures } from '../../scripts/messages/stats-sample.ts'
import { statsText } from '../../texts/cards/stats.ts'
import { createVoice } from '../../texts/cards/voice.ts'

const now = new Date(weekOfFigures.at)

async function colours(png: Uint8Array): Promise<Map<string, number>> {
  const { data } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const seen = new Map<string, number>()
  for (let at = 0; at < data.length; at += 3) {
    const colour = data.subarray(at, at + 3).toString('hex')
    seen.set(colour, (seen.get(colour) ?? 0) + 1)
  }
  return seen
}

it.each<Locale>(['zh-CN', 'en'])(
  'the figures are drawn for a phone, on paper of their own for both themes (%s)',
  async locale => {
    const png = drawStats(weekOfFigures, { locale, timeZone: 'Europe/Berlin', zoneKnown: true }, now)
    const folder = process.env.PICTURES
    if (folder) await writeFile(`${folder}/stats-${locale}.png`, png)
    const { width, height, hasAlpha } = await sharp(png).metadata()
    expect([width, (height ?? 0) > 1000, (height ?? 0) < 2600]).toEqual([1080, true, true])
    const seen = await colours(png)
    expect(seen.get('ffffff') ?? 0).toBeGreaterThan(500_000)
    expect(hasAlpha && (await sharp(png).stats()).isOpaque).toBe(true)
    // bars, what passed, what did not, and ink
    for (const colour of ['1f5fae', '1e7d4f', 'b3560f', '1b2733']) expect(seen.get(colour) ?? 0, colour).toBeGreaterThan(200)
  },
)

it('a desk on which nothing happened yet, and a single day, are drawn too', async () => {
  const none = { ...weekOfFigures, reviewers: [], daily: weekOfFigures.daily.slice(-1), dates: ['2026-11-24'] }
  const png = drawStats({ ...none, period: 'today' }, { locale: 'en', timeZone: 'UTC', zoneKnown: true }, now)
  expect((await sharp(png).metadata()).width).toBe(1080)
})

it.each<Locale>(['zh-CN', 'en'])('the same stands in words, whole and short enough for one message (%s)', locale => {
  const voice = createVoice({ locale, timeZone: 'Asia/Shanghai', zoneKnown: true }, now)
  const text = statsText(voice, weekOfFigures)
  for (const count of [128, 96, 90, 81, 79, 61, 58, 44, 35]) expect(text).toContain(String(count))
  const month = { ...weekOfFigures, daily: Array.from({ length: 30 }, () => weekOfFigures.daily[0]).flatMap(day => day ?? []) }
  const many = Array.from({ length: 40 }, () => weekOfFigures.reviewers[1]).flatMap(one => one ?? [])
  expect(statsText(voice, { ...month, reviewers: many }).length).toBeLessThan(4096)
})
