import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { rehearsalUrl } from '../../core/rehearsal/link.ts'
import { newBooked, serveApi } from '../support/api.ts'
import { launchBrowser } from '../support/browser.ts'
import { visit } from '../support/walk-pages.ts'
import { openBenchDesk } from './bench-desk.ts'
import type { Emit } from './measurement.ts'

export const name = 'page-weight'

const pagesDir = fileURLToPath(new URL('../../../web', import.meta.url))

/**
 * What a browser takes over the wire of a page's own files before anything is pressed: as the desk serves them, in the encoding that it
 * serves them in. The call page stands at its door, before any carrier's SDK. Answers of the API are left out.
 */
export async function run(emit: Emit): Promise<void> {
  const desk = await openBenchDesk()
  const api = await serveApi(desk, { agora: undefined, iceServers: [] }, { pagesDir })
  const browser = await launchBrowser()
  try {
    await desk.addReviewer('Bench')
    const { ctx, found, booking, applicantCode, reviewerCode } = await newBooked(desk)
    desk.at(booking.startsAt)
    const weigh = async (path: string, stands: string) => {
      const { context, open } = await visit(browser)
      const page = await open(`${api.root}${path}`)
      if (path.includes(reviewerCode)) {
        await page.getByTestId('sign-in').click()
        await page.waitForURL('**/console/**')
      }
      await page.getByTestId(stands).waitFor()
      await page.waitForLoadState('networkidle')
      const bytes = await takenBy(page)
      await context.close()
      return bytes / 1000
    }
    const call = await weigh(`/c/${applicantCode}`, 'camera-on')
    const door = rehearsalUrl(ctx, found.id).split('/').at(-1)
    const rehearsal = await weigh(`/r/${door}`, 'rehearsal-start')
    const console = await weigh(`/c/${reviewerCode}`, 'console-join')
    emit({ name: `${name}, call`, value: call, unit: 'kB', bar: { of: 'value', most: 60 } })
    emit({ name: `${name}, rehearsal`, value: rehearsal, unit: 'kB' })
    emit({ name: `${name}, console`, value: console, unit: 'kB' })
  } finally {
    await browser.close()
    await api.close()
    await desk.close()
  }
}

/** Bytes of the document and of every file that it has loaded, as they were encoded. */
async function takenBy(page: Page): Promise<number> {
  const script = `[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .map(({ name, encodedBodySize }) => ({ name, encodedBodySize }))`
  const taken = await page.evaluate<{ name: string; encodedBodySize: number }[]>(script)
  return taken
    .filter(({ name }) => !new URL(name).pathname.startsWith('/api/'))
    .reduce((sum, one) => sum + one.encodedBodySize, 0)
}
