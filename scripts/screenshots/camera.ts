import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'

export type Scheme = 'light' | 'dark'
/** A picture of the page under that name; of the dark one under `<name>-dark`. */
export type Shoot = (page: Page, name: string, ...schemes: Scheme[]) => Promise<void>

/** Photographs pages into a folder, as PNGs with a palette: a page with a film in it stays below about 120 kB. */
export function openCamera(folder: string, say: (line: string) => void): Shoot {
  return async (page, name, ...schemes) => {
    for (const scheme of schemes.length > 0 ? schemes : ['light' as const]) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 400)))
      const shot = await page.screenshot({ animations: 'disabled' })
      const file = `${name}${scheme === 'dark' ? '-dark' : ''}.png`
      const png = await sharp(shot).png({ palette: true, quality: 80, dither: 0, effort: 10 }).toBuffer()
      await writeFile(join(folder, file), png)
      say(`${file} ${Math.round(png.length / 1000)} kB`)
    }
    await page.emulateMedia({ colorScheme: 'light' })
  }
}
