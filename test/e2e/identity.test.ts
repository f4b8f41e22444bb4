import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { axeScript, wrongOn } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { type Chats, openChats } from '../support/chat.ts'
import { explainFailure, type RunningDesk, runDesk } from '../support/running-desk.ts'
import { newInvitedPerson, startNow } from '../support/walk-chat.ts'
import { joinAsApplicant, joinAsReviewer, seesPeer, visit } from '../support/walk-pages.ts'

const { resolve } = createRequire(import.meta.url)
/** Faces that the package ships as its samples. */
const sample = (number: number) => readFile(resolve(`@vladmandic/face-api/demo/sample${number}.jpg`))
const frame = async (picture: Promise<Buffer>) =>
  sharp(await picture)
    .resize(640, 480, { fit: 'cover', position: 'top' })
    .jpeg()
    .toBuffer()

let desk: RunningDesk
let chats: Chats
let folder: string
/** the applicant's camera sees a face */
let browsers: [Browser, Browser]
beforeAll(async () => {
  const starting = runDesk()
  folder = await mkdtemp(join(tmpdir(), 'mianshen-face-'))
  const video = join(folder, 'face.mjpeg')
  await writeFile(video, await frame(sample(1)))
  browsers = await Promise.all([launchBrowser({ video }), launchBrowser()])
  desk = await starting
  chats = await openChats(desk.origin)
})
afterAll(async () => {
  await Promise.all(browsers.map(browser => browser.close()))
  await chats.close()
  await desk.close()
  await rm(folder, { recursive: true, force: true })
})
afterEach(({ task }) => explainFailure(task, desk))

const taken = (page: Page, kind: string) => page.locator(`[data-testid="capture-${kind}-state"][data-taken="true"]`)
const found = (page: Page, outcome: string) => page.locator(`[data-testid="face-distance"][data-outcome="${outcome}"]`)

it('G10: stills by key, data typed blind, faces compared by eye and by software on what the camera showed; nothing violates a policy', {
  timeout: 240_000,
}, async () => {
  const { person, code, card } = await newInvitedPerson(chats, 'zh-CN')
  const { applicantLink, reviewerLink } = await startNow(chats, person, code, 'zh-CN')
  const [applicant, reviewer] = [await visit(browsers[0]), await visit(browsers[1], { reducedMotion: 'reduce' })]
  await reviewer.context.addInitScript({ content: axeScript })
  const call = await applicant.open(applicantLink)
  const page = await reviewer.open(reviewerLink)
  page.setDefaultTimeout(30_000)
  await Promise.all([joinAsApplicant(call), joinAsReviewer(page)])
  await Promise.all([seesPeer(call), seesPeer(page)])

  // hidden until typed
  await page.getByTestId('blind').waitFor()
  expect(await page.getByTestId('case').textContent()).not.toContain(card.name)
  expect(await page.getByTestId('photo').count()).toBe(0)

  // both are in the room: from here on the keys do something
  await page.locator('[data-testid="check-card-original-failed"]:enabled').waitFor()
  await page.keyboard.press('j')
  await page.locator('[data-testid="check-card-original"][data-current="true"]').waitFor()
  for (const kind of ['card-front', 'card-back']) {
    await page.keyboard.press('c')
    await taken(page, kind).waitFor()
  }
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await page.keyboard.type(card.number.slice(-6).toLowerCase())
  await page.keyboard.press('Tab')
  await page.keyboard.type('别人')
  await page.keyboard.press('Enter')
  await page.getByText('姓名不一致。请再看一遍证件，还可以试 1 次。').waitFor()
  await page.getByTestId('entry-name').fill(card.name)
  await page.keyboard.press('Enter')
  await page.locator('[data-testid="check-card-data"][data-result="passed"]').waitFor()
  await page.getByTestId('photo').first().waitFor()
  expect(await page.getByTestId('answer-name').textContent()).toContain(card.name)

  await page.getByTestId('capture-face').click()
  await taken(page, 'face').waitFor()
  await page.getByTestId('compare-open').click()
  await page.getByTestId('compare-zoom').fill('3')
  for (const point of ['shape', 'eyes', 'nose', 'mouth', 'marks']) await page.getByTestId(`point-${point}-same`).check()
  expect(await wrongOn(page)).toEqual([])
  await page.getByTestId('compare-save').click()
  await page.locator('[data-testid="compare"][data-done="true"]').waitFor()

  // card and face are the same picture here: two frames of one film
  await page.keyboard.press('m')
  await found(page, 'measured').waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog').locator('kbd').first().waitFor()
  expect(await page.getByRole('dialog').locator('kbd').allInnerTexts(), 'the help has every key').toEqual(
    expect.arrayContaining(['j', 'k', '1', '2', '3', 'n', 'c', 'e', 'v', 'm', '?']),
  )
  await page.keyboard.press('Escape')
  const figure = async () => Number(await page.getByTestId('face-figure').getAttribute('data-distance'))
  const same = await figure()
  expect(same).toBeLessThan(0.45)
  expect(await found(page, 'measured').getAttribute('data-band')).toBe('likely-same')
  expect(await found(page, 'measured').textContent()).toContain('@vladmandic/face-api 1.7.15')
  expect(await wrongOn(page)).toEqual([])

  const put = async (still: Buffer) => {
    const url = `${desk.origin}/api/console/cases/${code}/captures/card-front`
    const response = await reviewer.context.request.post(url, { data: still, headers: { 'content-type': 'image/jpeg' } })
    expect(response.status()).toBe(200)
    await page.reload()
    await seesPeer(page)
    await found(page, 'open').waitFor()
    await page.getByTestId('face-measure').click()
  }
  // somebody else on the card, and then nobody
  await put(await frame(sample(4)))
  await found(page, 'measured').waitFor()
  expect(await figure()).toBeGreaterThan(Math.max(0.45, same))
  await put(
    await sharp({ create: { width: 640, height: 480, channels: 3, background: '#446688' } })
      .jpeg()
      .toBuffer(),
  )
  await found(page, 'no-face-card').waitFor()

  expect([...applicant.complaints, ...reviewer.complaints]).toEqual([])
  await Promise.all([applicant.context.close(), reviewer.context.close()])
})
