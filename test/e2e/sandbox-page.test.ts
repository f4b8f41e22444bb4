import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { inventNumber } from '../support/desk.ts'
import { explainFailure, type RunningDesk, runDesk } from '../support/running-desk.ts'
import { decide, joinAsApplicant, joinAsReviewer, seesPeer, tick, visit } from '../support/walk-pages.ts'
import {
  applyOnScreen,
  bookNearest,
  buttonOf,
  chatOf,
  goToMyCall,
  openTab,
  reviewerLinkOnScreen,
  sees,
} from '../support/walk-sandbox.ts'
import { words } from '../support/walk-words.ts'

let desk: RunningDesk
let browser: Browser
beforeAll(async () => {
  const starting = runDesk({ RENTAL_URL: 'https://rent.example.com/orders' })
  browser = await launchBrowser()
  desk = await starting
})
afterAll(async () => {
  await browser.close()
  await desk.close()
})

afterEach(({ task }) => explainFailure(task, desk))

/** The desk learns a person's new language when the person next writes; until then a reviewer is written to in the old one. */
const staffLabel = new RegExp(`^(${words.en.review}|${words['zh-CN'].review})$`)

/** the left edges of the chats that are on screen */
async function chatsOnScreen(page: Page): Promise<number[]> {
  const chats = ['applicant', 'reviewer', 'admin'].map(seat => page.getByTestId(`chat-${seat}`))
  const boxes = await Promise.all(chats.map(async chat => ((await chat.isVisible()) ? chat.boundingBox() : null)))
  return boxes.filter(box => box !== null).map(box => box.x)
}

describe('the whole journey on the sandbox page, by what stands on the screen', { timeout: 150_000 }, () => {
  it('zh-CN, at desktop width: three chats side by side, from START to the verdict in the chat', async () => {
    const say = words['zh-CN']
    const person = await visit(browser, { viewport: { width: 1440, height: 900 } })
    const page = await person.open(`${desk.origin}/sandbox`)
    const chat = await chatOf(page, 'applicant')
    await applyOnScreen(chat, 'zh-CN')
    const edges = await chatsOnScreen(page)
    expect(edges).toHaveLength(3)
    expect(edges).toEqual([...edges].sort((a, b) => a - b))
    const code = await bookNearest(chat, 'zh-CN')
    await goToMyCall(page)
    const reminder = await sees(chat, say.reminder)
    const call = await openTab(buttonOf(reminder, say.join))
    const desktop = await openTab(await reviewerLinkOnScreen(page, code, say.review))
    await joinAsApplicant(call)
    await joinAsReviewer(desktop)
    await Promise.all([seesPeer(call), seesPeer(desktop)])
    await tick(desktop, { number: inventNumber(), name: say.name })
    await decide(desktop, 'approved')
    await page.bringToFront()
    await sees(chat, say.approved)
    expect(await buttonOf(chat, say.rental).getAttribute('href')).toContain('https://rent.example.com/orders')
    expect(person.complaints).toEqual([])
    await person.context.close()
  })

  it('en, at phone width: one chat at a time, from the language switch to the picture of the reviewer', async () => {
    const say = words.en
    const person = await visit(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    const page = await person.open(`${desk.origin}/sandbox`)
    await page.getByTestId('new-applicant').click()
    await page.getByTestId('language').click()
    const chat = await chatOf(page, 'applicant')
    await applyOnScreen(chat, 'en')
    expect(await chatsOnScreen(page)).toHaveLength(1)
    const code = await bookNearest(chat, 'en')
    await goToMyCall(page)
    const reminder = await sees(chat, say.reminder)
    const call = await openTab(buttonOf(reminder, say.join))
    await joinAsApplicant(call)
    await page.bringToFront()
    const desktop = await openTab(await reviewerLinkOnScreen(page, code, staffLabel))
    await joinAsReviewer(desktop)
    await Promise.all([seesPeer(call), seesPeer(desktop)])
    for (const one of [page, call, desktop]) {
      const width = await one.evaluate('document.documentElement.scrollWidth')
      expect(width, `${one.url()} is not wider than the phone`).toBeLessThanOrEqual(390)
    }
    expect(person.complaints).toEqual([])
    await person.context.close()
  })
})
