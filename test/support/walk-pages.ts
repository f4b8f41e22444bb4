import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { checkRules } from '../../core/check/rules.ts'
import { facePoints } from '../../db/values.ts'
import { codeAfter } from './spoken-code.ts'
import { until } from './wait.ts'

/** A step of a page that takes longer is a fault. */
const patienceMs = 15_000

/** runs in the page, whose console is listened to */
const reportViolations =
  "addEventListener('securitypolicyviolation', e => console.error('policy violated: ' + e.violatedDirective + ' ' + e.blockedURI))"

export interface Visit {
  context: BrowserContext
  /** Opens a page of this visitor; its complaints are collected. */
  open(url: string): Promise<Page>
  /** what the browser complained about: violations of the content policy, errors of scripts, errors in the console */
  complaints: string[]
}

/** One person's browser: camera allowed, storage of its own. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options })
  await context.grantPermissions(['camera', 'microphone'])
  context.setDefaultTimeout(patienceMs)
  const complaints: string[] = []
  await context.addInitScript({ content: reportViolations })
  context.on('page', page => {
    page.on('pageerror', error => complaints.push(`${page.url()}: ${error.name} ${error.message} ${error.stack}`))
    page.on('console', message => {
      if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`)
    })
  })
  const open = async (url: string) => {
    const page = await context.newPage()
    await page.goto(url)
    return page
  }
  return { context, open, complaints }
}

/** The applicant's way from the link into the call. */
export async function joinAsApplicant(page: Page): Promise<void> {
  await page.getByTestId('camera-on').click()
  await page.getByTestId('join').click()
}

/** The reviewer's way from the link over the sign-in into the call. */
export async function joinAsReviewer(page: Page): Promise<void> {
  await page.getByTestId('sign-in').click()
  await page.getByTestId('console-join').click()
}

interface RemoteVideo {
  videoWidth: number
  currentTime: number
  getVideoPlaybackQuality(): { totalVideoFrames: number }
  srcObject: { getAudioTracks(): { readyState: string; muted: boolean }[] } | null
}

/** Frames of the other person that this page has decoded so far, how wide they are, and whether sound comes with them. */
async function remoteOf(page: Page) {
  return page.getByTestId('remote-video').evaluate(element => {
    const video = element as unknown as RemoteVideo
    return {
      frames: video.getVideoPlaybackQuality().totalVideoFrames,
      width: video.videoWidth,
      sound: video.srcObject?.getAudioTracks().some(track => track.readyState === 'live' && !track.muted) ?? false,
    }
  })
}

/** The other person's picture moves: frames are decoded, and more and more of them; and sound arrives. */
export async function seesPeer(page: Page): Promise<void> {
  await page.locator('[data-testid="call-state"][data-state="connected"]').waitFor({ timeout: 45_000 })
  const first = await until(
    async () => {
      const remote = await remoteOf(page)
      return remote.width > 0 && remote.frames > 0 && remote.sound ? remote : undefined
    },
    { what: `a picture with sound on ${page.url()}`, timeoutMs: patienceMs },
  )
  await until(async () => (await remoteOf(page)).frames >= first.frames + 5, {
    what: `more frames than ${first.frames} on ${page.url()}`,
    timeoutMs: patienceMs,
  })
}

export const stepOf = (page: Page, step: string): Locator => page.locator(`[data-testid="step-name"][data-step="${step}"]`)

/** Takes the stills that stand at this check and are still missing. */
async function takeStills(page: Page, key: string): Promise<void> {
  const missing = page.getByTestId(`check-${key}`).locator('[data-testid$="-state"][data-taken="false"]')
  while ((await missing.count()) > 0) {
    const state = await missing.first().getAttribute('data-testid')
    const kind = state?.slice(0, -'-state'.length) ?? ''
    await page.getByTestId(kind).click()
    await page.locator(`[data-testid="${kind}-state"][data-taken="true"]`).waitFor()
  }
}

/** All five points of the two faces are alike. */
async function compareFaces(page: Page): Promise<void> {
  await page.getByTestId('compare-open').click()
  for (const point of facePoints) await page.getByTestId(`point-${point}-same`).check()
  await page.getByTestId('compare-save').click()
  await page.locator('[data-testid="compare"][data-done="true"]').waitFor()
}

/** Types the end of the number and the name from the card, once; what comes of it is on screen. */
async function typeCard(page: Page, { number, name }: Card): Promise<void> {
  await page.getByTestId('entry-number').fill(number.slice(-6))
  await page.getByTestId('entry-name').fill(name)
  await page.getByTestId('entry-compare').click()
}

export interface Card {
  number: string
  name: string
}

/** One check with its proof, passed or failed for its reason. */
export async function tickOne(page: Page, key: string, card: Card, reason?: string): Promise<void> {
  await takeStills(page, key)
  if (checkRules.find(rule => rule.key === key)?.step === 'questions') await noteQuestions(page)
  if (!reason) await noteParts(page, page.getByTestId(`check-${key}`))
  if (key === 'face-match' && !reason) await compareFaces(page)
  if (key === 'card-data') {
    await typeCard(page, card)
    // the system gives its result
    await page.locator('[data-testid="check-card-data"][data-result="passed"]').waitFor()
    if (!reason) return
  }
  await page.getByTestId(`check-${key}-${reason ? 'failed' : 'passed'}`).click()
  if (reason) await page.getByTestId(`check-${key}-reason`).selectOption(reason)
}

/** Ticks the checks of the case as passed, each after its parts; but those named, which fail for their reason. `card`: what stands on it. */
export async function tick(page: Page, card: Card, failed: Record<string, string> = {}): Promise<void> {
  await page.getByTestId(`check-${checkRules[0]?.key}`).waitFor()
  for (const { key } of checkRules) await tickOne(page, key, card, failed[key])
}

/** Each part as it is in a good call: its first choice, and the code as it came into the chat. */
async function noteParts(page: Page, check: Locator): Promise<void> {
  for (const part of await check.locator('.part').all()) {
    if ((await part.getAttribute('data-value')) !== 'open') continue
    if ((await part.getAttribute('data-testid')) === 'part-code') await speakCode(page)
    else await part.locator('.part-value').first().click()
  }
}

/** The code is sent, read in the applicant's chat, and typed as it was heard. */
async function speakCode(page: Page): Promise<void> {
  const code = await codeAfter(new URL(page.url()).origin, () => page.getByTestId('send-code').click())
  await page.getByTestId('code-heard').fill(code)
  await page.getByTestId('code-compare').click()
  await page.locator('[data-testid="part-code"][data-value="right"]').waitFor()
}

/** The drawn questions, one after another. */
async function noteQuestions(page: Page): Promise<void> {
  const panel = page.getByTestId('question')
  for (;;) {
    if ((await panel.count()) === 0) return
    const answer = page.getByTestId('answer-consistent')
    if ((await answer.getAttribute('aria-pressed')) !== 'true') await answer.click()
    const next = page.getByTestId('question-next')
    if (await next.isDisabled()) return
    await next.click()
  }
}

/** Chooses the outcome, sends the verdict and confirms it. */
export async function decide(page: Page, outcome: 'approved' | 'rejected'): Promise<void> {
  const closed = page.getByTestId('verdict-why')
  await closed.waitFor({ state: 'detached' }).catch(async (error: unknown) => {
    throw new Error(`the verdict form stayed closed: ${await closed.textContent()}`, { cause: error })
  })
  await page.getByTestId(`outcome-${outcome}`).check()
  await page.getByTestId('verdict-submit').click()
  await page.getByTestId('verdict-confirm').click()
  await page.getByTestId('verdict-done').waitFor()
}
