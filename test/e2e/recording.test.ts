import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type Chats, openChats } from '../support/chat.ts'
import { explainFailure, type RunningDesk, runDesk } from '../support/running-desk.ts'
import { until } from '../support/wait.ts'
import { newInvitedPerson, startNow } from '../support/walk-chat.ts'
import { decide, joinAsApplicant, joinAsReviewer, seesPeer, tick, visit } from '../support/walk-pages.ts'

let desk: RunningDesk
let chats: Chats
let browsers: [Browser, Browser]
beforeAll(async () => {
  const starting = runDesk({}, { callsRecorded: 1 })
  browsers = await Promise.all([launchBrowser(), launchBrowser()])
  desk = await starting
  chats = await openChats(desk.origin)
})
afterAll(async () => {
  await Promise.all([browsers[0].close(), browsers[1].close()])
  await chats.close()
  await desk.close()
})
afterEach(({ task }) => explainFailure(task, desk))

const marked = (page: Page, on: boolean) =>
  page.locator(`[data-testid="recording-mark"][data-on="${on}"]`).waitFor({ timeout: 45_000 })

it('a call is recorded with a mark on both pages, over a reload of the console, and can be played and sought in afterwards', {
  timeout: 150_000,
}, async () => {
  const { person, code, card } = await newInvitedPerson(chats, 'zh-CN')
  const { applicantLink, reviewerLink } = await startNow(chats, person, code, 'zh-CN')
  const [applicant, reviewer] = [await visit(browsers[0]), await visit(browsers[1])]
  const call = await applicant.open(applicantLink)
  const desktop = await reviewer.open(reviewerLink)
  for (const page of [call, desktop]) page.setDefaultTimeout(45_000)
  await Promise.all([joinAsApplicant(call), joinAsReviewer(desktop)])
  await Promise.all([seesPeer(call), seesPeer(desktop)])
  await Promise.all([marked(call, true), marked(desktop, true)])
  const kept = countKept(desktop)
  await until(() => kept.size >= 2, { what: 'two chunks on the desk', timeoutMs: 30_000 })

  await desktop.reload()
  await marked(desktop, true)
  await seesPeer(desktop)
  await until(() => kept.size >= 4 && new Set([...kept].map(url => url.split('/chunks/')[0])).size === 2, {
    what: 'a second stretch on the desk',
    timeoutMs: 30_000,
  })
  await tick(desktop, card)
  await decide(desktop, 'approved')

  const films = desktop.getByTestId('recordings')
  await films.locator('li[data-status="ready"]').nth(1).waitFor({ timeout: 60_000 })
  await films.getByTestId('recording-play').nth(1).click()
  const film = desktop.getByTestId('recording-film')
  const seen = await film.evaluate(seek)
  expect(seen.width).toBe(960)
  expect(seen.seconds, 'its length is known').toBeGreaterThan(2)
  expect(seen.at, 'and one can go to the middle').toBeCloseTo(seen.seconds / 2, 0)
  expect(seen.colours, 'a picture, not one colour').toBeGreaterThan(10)
  expect([...applicant.complaints, ...reviewer.complaints]).toEqual([])
  await Promise.all([applicant.context.close(), reviewer.context.close()])
})

/** The chunks of this page's recordings that the desk has kept, by their address. */
function countKept(page: Page): Set<string> {
  const kept = new Set<string>()
  page.on('response', response => {
    if (/\/chunks\/\d+$/.test(response.url()) && response.status() === 204) kept.add(response.url())
  })
  return kept
}

/** As far as `seek` needs them: the tests are checked without the browser's types. */
interface Video {
  readyState: number
  duration: number
  currentTime: number
  videoWidth: number
  pause(): void
  addEventListener(name: string, heard: (event: unknown) => void, options: { once: true }): void
}
interface Canvas {
  width: number
  height: number
  getContext(kind: '2d'): {
    drawImage(from: unknown, ...box: number[]): void
    getImageData(...box: number[]): { data: Uint8ClampedArray }
  }
}

/** Runs in the page: goes to the middle of the film and looks at what is there. */
async function seek(element: unknown) {
  const video = element as Video
  const once = (name: string) => new Promise(resolve => video.addEventListener(name, resolve, { once: true }))
  if (video.readyState < 2) await once('loadeddata')
  video.pause()
  video.currentTime = video.duration / 2
  await once('seeked')
  const page = globalThis as unknown as { document: { createElement(name: 'canvas'): Canvas } }
  const canvas = Object.assign(page.document.createElement('canvas'), { width: 64, height: 36 })
  const pen = canvas.getContext('2d')
  pen.drawImage(video, 0, 0, 64, 36)
  const { data } = pen.getImageData(0, 0, 64, 36)
  const colours = new Set<string>()
  for (let at = 0; at < data.length; at += 4) colours.add(data.subarray(at, at + 3).join())
  return { seconds: video.duration, at: video.currentTime, width: video.videoWidth, colours: colours.size }
}
