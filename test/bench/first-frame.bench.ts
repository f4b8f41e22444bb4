import { launchBrowser } from '../support/browser.ts'
import { openBarePages } from './bare-pages.ts'
import { openCallPages } from './call-pages.ts'
import { type Emit, median } from './measurement.ts'

export const name = 'first-frame'

const rounds = 10

/**
 * From the moment that both are in the room until each page has decoded a frame of the other, peer to peer, in one headless browser with
 * a fake camera; against two bare pages there. The two take turns, each time with pages opened anew.
 */
export async function run(emit: Emit): Promise<void> {
  const browser = await launchBrowser()
  const bare = await openBarePages(browser)
  const call = await openCallPages(browser)
  try {
    const [desk, floor]: [number[], number[]] = [[], []]
    // the first of each only warms up
    for (let round = 0; round <= rounds; round++) {
      const ours = await call.meet()
      await call.leave()
      const least = await bare.meet()
      if (round === 0) continue
      desk.push(ours)
      floor.push(least)
    }
    emit({ name, value: median(desk), unit: 'ms', against: median(floor), bar: { of: 'ratio', most: 1.5 } })
  } finally {
    await call.close()
    await bare.close()
    await browser.close()
  }
}
