import { launchBrowser } from '../support/browser.ts'
import { openBarePages } from './bare-pages.ts'
import { openCallPages } from './call-pages.ts'
import { type Emit, median } from './measurement.ts'

export const name = 'first-frame'

const rounds = 10

/**
 * From the moment that both are in the room until each page has decoded a frame of the other, peer to peer, in one headless browser with
 * a fake camera; against two bare pages there, and one that meets itself. They take turns, each time with pages opened anew.
 */
export async function run(emit: Emit): Promise<void> {
  const browser = await launchBrowser()
  const bare = await openBarePages(browser)
  const call = await openCallPages(browser)
  try {
    const [desk, floor, alone]: [number[], number[], number[]] = [[], [], []]
    // the first of each only warms up
    for (let round = 0; round <= rounds; round++) {
      const ours = await call.meet()
      await call.leave()
      const least = await bare.meet()
      const itself = await bare.meetAlone()
      if (round === 0) continue
      desk.push(ours)
      floor.push(least)
      alone.push(itself)
    }
    emit({ name, value: median(desk), unit: 'ms', against: median(floor), bar: { of: 'ratio', most: 1.5 } })
    emit({ name: `${name}, against one page that meets itself`, value: median(desk), unit: 'ms', against: median(alone) })
  } finally {
    await call.close()
    await bare.close()
    await browser.close()
  }
}
