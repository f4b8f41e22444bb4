import type { Browser } from 'playwright-core'
import { visit } from '../../test/support/walk-pages.ts'
import type { Shoot } from './camera.ts'
import type { Tongue } from './take.ts'
import { phoneSize } from './walk-chat.ts'

/** The rehearsal on a phone: before, at the light, and what came of it. */
export async function walkRehearsal(
  browser: Browser,
  link: string,
  { browser: locale, short }: Tongue,
  shoot: Shoot,
): Promise<void> {
  const visitor = await visit(browser, { locale, viewport: phoneSize })
  const page = await visitor.open(link)
  await page.getByTestId('rehearsal-start').waitFor()
  await shoot(page, `rehearsal-start-${short}`)
  await page.getByTestId('rehearsal-start').click()
  const done = page.locator('[data-testid="page"][data-kind^="rehearsal-done"]')
  const [on, heard, tone, stop] = ['part-on', 'heard', 'play-tone', 'sharpness-stop'].map(id => page.getByTestId(id))
  await page.locator('[data-testid="page"][data-kind="rehearsal-light"]').waitFor()
  await shoot(page, `rehearsal-light-${short}`)
  while ((await done.count()) === 0) {
    for (const button of [on, tone, heard, stop]) if (await button?.isVisible()) await button?.click().catch(() => undefined)
    await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 200)))
  }
  await page.locator('[data-testid="told"][data-told="true"]').waitFor()
  await shoot(page, `rehearsal-done-${short}`, 'light', 'dark')
  await visitor.context.close()
}
