import { launchBrowser } from '../support/browser.ts'
import { openCallPages } from './call-pages.ts'
import { type Emit, median } from './measurement.ts'
import { untilPicture } from './watched-page.ts'

export const name = 'reconnect'

const rounds = 5

/**
 * The applicant reloads the page in the middle of a call: from that moment until the page shows the reviewer again, with the loading, the
 * camera and the joining, of which nothing is pressed. Against the first frame of the same calls, which has none of these in it.
 */
export async function run(emit: Emit): Promise<void> {
  const browser = await launchBrowser()
  const call = await openCallPages(browser)
  try {
    const [again, first]: [number[], number[]] = [[], []]
    // the first only warms up
    for (let round = 0; round <= rounds; round++) {
      const met = await call.meet()
      const from = Date.now()
      await call.applicant().reload()
      const { frame } = await untilPicture(call.applicant())
      await call.leave()
      if (round === 0) continue
      first.push(met)
      again.push(frame - from)
    }
    emit({ name: `${name} after a reload`, value: median(again), unit: 'ms', against: median(first) })
  } finally {
    await call.close()
    await browser.close()
  }
}
