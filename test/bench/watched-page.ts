import type { BrowserContext, Page } from 'playwright-core'
import { until } from '../support/wait.ts'

/** What a page notes by itself, in milliseconds of the machine's clock; 0: not yet. */
export interface Noted {
  /** it was told that both are there */
  joined: number
  /** a frame of the other person was decoded and shown */
  frame: number
}

/** Runs in every page before its own scripts: notes the moments, and changes nothing of what the page does. */
const notes = `
  window.bench = { joined: 0, frame: 0, now: () => performance.timeOrigin + performance.now() }
  window.WebSocket = class extends WebSocket {
    constructor(...input) {
      super(...input)
      this.addEventListener('message', ({ data }) => {
        if (JSON.parse(data).peer) bench.joined ||= bench.now()
      })
    }
  }
  const { set, get } = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject')
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
    configurable: true,
    get,
    set(stream) {
      set.call(this, stream)
      if (stream && this.dataset.testid === 'remote-video') this.requestVideoFrameCallback(() => (bench.frame ||= bench.now()))
    },
  })`

export const watch = (context: BrowserContext): Promise<unknown> => context.addInitScript({ content: notes })

/** The page's notes once it shows the other person. */
export function untilPicture(page: Page): Promise<Noted> {
  const look = async () => {
    // between two documents there is none
    const noted = await page.evaluate<Noted | undefined>('window.bench && { ...bench }').catch(() => undefined)
    return noted && noted.frame > 0 ? noted : undefined
  }
  return until(look, { what: `a picture on ${page.url()}`, timeoutMs: 30_000 })
}

/** From the moment that both were there until each had a frame of the other. */
export async function untilBothSee(pages: Page[]): Promise<number> {
  const noted = await Promise.all(pages.map(untilPicture))
  return Math.max(...noted.map(({ frame }) => frame)) - Math.min(...noted.map(({ joined }) => joined))
}
