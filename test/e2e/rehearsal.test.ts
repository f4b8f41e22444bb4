import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { axeScript, wrongOn } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { type Chats, openChats } from '../support/chat.ts'
import { filmCard } from '../support/film.ts'
import { explainFailure, type RunningDesk, runDesk } from '../support/running-desk.ts'
import { linkOf, newInvitedPerson } from '../support/walk-chat.ts'
import { visit } from '../support/walk-pages.ts'

let desk: RunningDesk
let chats: Chats
let folder: string
/** one sees a card in good light, the other a blurred one in the dark */
let good: Browser
let poor: Browser
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mianshen-film-'))
  const starting = runDesk()
  good = await launchBrowser({ video: await filmCard(join(folder, 'good.mjpeg'), { light: 0.8 }) })
  poor = await launchBrowser({ video: await filmCard(join(folder, 'poor.mjpeg'), { blur: 7, light: 0.2 }) })
  desk = await starting
  chats = await openChats(desk.origin)
})
afterAll(async () => {
  await good.close()
  await poor.close()
  await chats.close()
  await desk.close()
  await rm(folder, { recursive: true, force: true })
})
afterEach(({ task }) => explainFailure(task, desk))

const patienceMs = 90_000
const pageOf = (page: Page, kind: string) => page.locator(`[data-testid="page"][data-kind="${kind}"]`)
const desktop = { viewport: { width: 1280, height: 860 }, reducedMotion: 'reduce' } as const
const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  locale: 'en',
  reducedMotion: 'reduce',
} as const

it(
  'G10: from the card’s button through seven measured parts into the chat, by keyboard, and no policy is violated',
  async () => {
    const { person } = await newInvitedPerson(chats, 'zh-CN')
    const visitor = await visit(good, desktop)
    await visitor.context.addInitScript({ content: axeScript })
    const page = await visitor.open(await linkOf(person, '设备检测'))
    await pageOf(page, 'rehearsal-intro').waitFor()
    expect(await wrongOn(page)).toEqual([])
    await page.getByTestId('rehearsal-start').press('Enter')
    await pageOf(page, 'rehearsal-light').waitFor()
    expect(await wrongOn(page), 'light').toEqual([])
    await page.getByTestId('play-tone').press('Enter')
    await page.getByTestId('heard').waitFor()
    expect(await wrongOn(page), 'speaker').toEqual([])
    await page.getByTestId('heard').press('Enter')
    await pageOf(page, 'rehearsal-done-passed').waitFor({ timeout: 30_000 })
    expect(await wrongOn(page), 'done').toEqual([])
    expect(await page.getByTestId(/^passed-/).count()).toBe(7)
    await page.locator('[data-testid="told"][data-told="true"]').waitFor()
    await person.sees('✓ 设备检测全部通过')
    expect(visitor.complaints).toEqual([])
    await visitor.context.close()
  },
  patienceMs,
)

it(
  'G10: a dark, blurred picture is told apart, with what helps; a part is tried again; in English on a phone',
  async () => {
    const { person } = await newInvitedPerson(chats, 'en')
    const visitor = await visit(poor, phone)
    await visitor.context.addInitScript({ content: axeScript })
    const page = await visitor.open(await linkOf(person, 'Rehearse'))
    await page.getByTestId('rehearsal-start').click()
    await page.locator('[data-testid="improve"][data-advice="dark"]').waitFor()
    expect(await wrongOn(page), 'too dark').toEqual([])
    await page.getByTestId('part-on').click()
    await page.getByTestId('play-tone').click()
    await page.getByTestId('unheard').click()
    await page.getByTestId('part-again').click()
    await page.getByTestId('heard').click()
    await page.getByTestId('sharpness-stop').waitFor()
    expect(await wrongOn(page), 'sharpness').toEqual([])
    await page.getByTestId('sharpness-stop').click()
    await page.locator('[data-testid="improve"][data-advice="blurred"]').waitFor()
    await page.getByTestId('part-on').click()
    await pageOf(page, 'rehearsal-done-improve').waitFor({ timeout: 30_000 })
    expect(await wrongOn(page), 'done').toEqual([])
    expect(await page.getByTestId(/^improve-/).evaluateAll(all => all.map(one => one.dataset.testid))).toEqual([
      'improve-light',
      'improve-sharpness',
    ])
    const card = await person.sees('2 things to improve')
    expect(card.text).toContain('Light: your face is too dark.')
    expect(card.text).toContain('Sharpness: the card was not sharp.')
    expect(visitor.complaints).toEqual([])
    await visitor.context.close()
  },
  patienceMs,
)

it(
  'a denied camera is mended on the page, or the rehearsal goes on without it',
  async () => {
    const { person } = await newInvitedPerson(chats, 'zh-CN')
    const visitor = await visit(good, desktop)
    await visitor.context.addInitScript({
      content: `${axeScript}; navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))`,
    })
    const page = await visitor.open(await linkOf(person, '设备检测'))
    await page.getByTestId('rehearsal-start').click()
    await page.locator('[data-testid="camera-problem"][data-problem="denied"]').waitFor()
    expect(await wrongOn(page)).toEqual([])
    await page.getByTestId('without-camera').click()
    await page.getByTestId('play-tone').click()
    await page.getByTestId('heard').click()
    await pageOf(page, 'rehearsal-done-improve').waitFor({ timeout: 30_000 })
    const card = await person.sees('有 2 项需要改进')
    expect(card.text).toContain('摄像头：请在浏览器里允许使用')
    await visitor.context.close()
  },
  patienceMs,
)

it(
  'a forged rehearsal link and one whose application ended say so, and show the way back',
  async () => {
    const { person } = await newInvitedPerson(chats, 'zh-CN')
    const link = await linkOf(person, '设备检测')
    const visitor = await visit(good, desktop)
    const forged = await visitor.open(`${desk.origin}/r/${'x'.repeat(43)}`)
    await pageOf(forged, 'link-unknown').waitFor()
    await person.say('/cancel')
    await person.press('撤回申请')
    await person.sees('已撤回')
    const over = await visitor.open(link)
    await pageOf(over, 'link-over').waitFor()
    await over.getByTestId('to-chat').waitFor()
    await visitor.context.close()
  },
  patienceMs,
)
