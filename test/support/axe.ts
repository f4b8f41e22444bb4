import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** To be run in every page that `wrongOn` examines (`addInitScript`). */
export const axeScript = axe.source

/** What axe-core finds wrong, each with the element and why. */
export async function wrongOn(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })")
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`))
}
