import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CallView, CaseFile } from '../../api/contract.ts'
import { axeScript, wrongOn } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { type Chats, openChats } from '../support/chat.ts'
import { explainFailure, type RunningDesk, runDesk } from '../support/running-desk.ts'
import { newInvitedPerson, startNow } from '../support/walk-chat.ts'
import { joinAsApplicant, seesPeer, type Visit, visit } from '../support/walk-pages.ts'

let desk: RunningDesk
let chats: Chats
let browser: Browser
/** to one open call */
let links: Awaited<ReturnType<typeof startNow>>
beforeAll(async () => {
  const starting = runDesk()
  browser = await launchBrowser()
  desk = await starting
  chats = await openChats(desk.origin)
  const { person, code } = await newInvitedPerson(chats, 'zh-CN')
  links = await startNow(chats, person, code, 'zh-CN')
})
afterAll(async () => {
  await browser.close()
  await chats.close()
  await desk.close()
})

afterEach(({ task }) => explainFailure(task, desk))

const desktop = { locale: 'zh-CN', language: 'zh', viewport: { width: 1440, height: 900 } } as const
const phone = { locale: 'en', language: 'en', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const
const screens = [
  { name: 'zh-CN, desktop, light', ...desktop, colorScheme: 'light' },
  { name: 'zh-CN, desktop, dark', ...desktop, colorScheme: 'dark' },
  { name: 'en, phone, light', ...phone, colorScheme: 'light' },
  { name: 'en, phone, dark', ...phone, colorScheme: 'dark' },
] as const

/** One device for all screens: a link from another would first want a yes in the chat. */
const device = 'd'.repeat(32)

/** Somebody whose pages can be examined. Nothing fades there: a colour on its way to another is none to judge by. */
async function examinable({ name: _, language, ...options }: (typeof screens)[number]): Promise<Visit> {
  const visitor = await visit(browser, { reducedMotion: 'reduce', ...options })
  await visitor.context.addInitScript({
    content: `${axeScript}; localStorage.setItem('mianshen.language', '${language}'); localStorage.setItem('mianshen.device', '${device}')`,
  })
  return visitor
}

/** Opens the link as it looks a day before its time, though the chat gives it only when it is time. */
async function openEarly({ context, open }: Visit, link: string): Promise<Page> {
  const api = '**/api/calls/*'
  await context.route(api, async route => {
    const response = await route.fetch()
    const view = (await response.json()) as CallView
    const later = (at: string) => new Date(Date.parse(at) + 86_400_000).toISOString()
    const early: CallView = { ...view, window: 'early', startsAt: later(view.startsAt), opensAt: later(view.opensAt) }
    await route.fulfill({ response, json: early })
  })
  const page = await open(link)
  await pageOf(page, 'early').waitFor()
  await context.unroute(api)
  return page
}

/** The case as it looks where another one has the same number, and face comparison was taken back. */
async function showEvidence(page: Page): Promise<void> {
  await page.route(/\/api\/console\/cases\/M-\w{6}$/, async route => {
    const response = await route.fetch()
    const file = (await response.json()) as CaseFile
    const flag = { kind: 'same-number', label: 'Same ID number', caseCode: 'M-7K3QXD', state: 'Passed' } as const
    const flags: CaseFile['flags'] = [
      { ...flag, weight: 'flag', opens: true },
      { ...flag, kind: 'same-address', weight: 'note', opens: false },
    ]
    const consents = file.consents.map(consent => ({ ...consent, given: consent.kind === 'data' }))
    await route.fulfill({ response, json: { ...file, flags, consents } satisfies CaseFile })
  })
  await page.evaluate("window.dispatchEvent(new Event('focus'))")
}

const pageOf = (page: Page, kind: string) => page.locator(`[data-testid="page"][data-kind="${kind}"]`)

describe('axe-core finds nothing wrong', () => {
  it.each(screens)('on the sandbox page: $name', async screen => {
    const visitor = await examinable(screen)
    const page = await visitor.open(`${desk.origin}/sandbox`)
    await page.getByTestId('message').first().waitFor()
    expect(await wrongOn(page)).toEqual([])
    await page.getByTestId('clock-control').click()
    expect(await wrongOn(page), 'with the clock open').toEqual([])
    await visitor.context.close()
  })

  it.each(screens)('on the pages of a call: $name', async screen => {
    const visitor = await examinable(screen)
    const { applicantLink } = links
    const unknown = await visitor.open(`${desk.origin}/c/${'x'.repeat(32)}`)
    await unknown.getByTestId('page').waitFor()
    expect(await wrongOn(unknown), 'an unknown link').toEqual([])
    expect(await wrongOn(await openEarly(visitor, applicantLink)), 'before its time').toEqual([])
    const open = await visitor.open(applicantLink)
    await open.getByTestId('camera-on').waitFor()
    expect(await wrongOn(open), 'at the open door').toEqual([])
    const elsewhere = open.getByTestId('other-device')
    if (screen.language === 'zh') {
      await elsewhere.locator('summary').press('Enter')
      await open.getByTestId('qr').waitFor()
      expect(await wrongOn(open), 'with the code for another device').toEqual([])
    }
    await open.getByTestId('camera-on').click()
    await open.getByTestId('join').waitFor()
    expect(await wrongOn(open), 'with the own picture').toEqual([])
    await visitor.context.close()
  })

  it.each(screens)('at the door of the reviewer and in the console: $name', async screen => {
    const visitor = await examinable(screen)
    const page = await visitor.open(links.reviewerLink)
    await pageOf(page, 'reviewer-door').waitFor()
    expect(await wrongOn(page), 'the door').toEqual([])
    await page.getByTestId('sign-in').click()
    await page.getByTestId('case-state').waitFor({ state: 'attached' })
    expect(await wrongOn(page), 'the console').toEqual([])
    for (const pane of ['agenda', 'case']) {
      const tab = page.getByTestId(`pane-${pane}`)
      if (!(await tab.isVisible())) continue
      await tab.click()
      expect(await wrongOn(page), pane).toEqual([])
    }
    await showEvidence(page)
    await page.getByTestId('evidence').waitFor()
    const phone = page.getByTestId('answer-phone')
    expect(await phone.innerText()).toMatch(/\*{7}\d{4}/)
    await page.getByTestId('open-phone').press('Enter')
    await phone.getByText(/\d{11}/).waitFor()
    expect(await page.getByTestId('photo').count(), 'the card is read on the card first').toBe(0)
    expect(await wrongOn(page), 'with a field opened, and evidence').toEqual([])
    await visitor.context.close()
  })

  it('in a call: asked for two more minutes, just let in, asked to show the room and that taken back; both pages dark', {
    timeout: 120_000,
  }, async () => {
    const { person, code } = await newInvitedPerson(chats, 'zh-CN')
    const { applicantLink, reviewerLink } = await startNow(chats, person, code, 'zh-CN')
    const [applicant, reviewer] = [await examinable(screens[3]), await examinable(screens[1])]
    const call = await applicant.open(applicantLink)
    await joinAsApplicant(call)
    await call.getByTestId('waiting').waitFor()
    const page = await reviewer.open(reviewerLink)
    await page.getByTestId('sign-in').click()
    const both = async (when: string) => {
      expect(await wrongOn(call), `the applicant: ${when}`).toEqual([])
      expect(await wrongOn(page), `the reviewer: ${when}`).toEqual([])
    }
    await page.getByTestId('patience').click()
    await call.getByTestId('waiting').getByText('until').waitFor()
    await both('two more minutes')

    await page.getByTestId('console-join').click()
    await seesPeer(call)
    await both('just let in')
    await page.getByTestId('begin').click()
    const asked = call.locator('[data-testid="prompt"][data-kind="room"]')
    await page.locator('[data-testid="ask-room"][aria-pressed="false"]').click()
    await asked.waitFor()
    expect(await asked.getAttribute('role'), 'read aloud').toBe('status')
    expect(await asked.innerText()).toContain('Please show the place around you')
    await page.getByTestId('capture-room').click()
    await page.locator('[data-testid="capture-room-state"][data-taken="true"]').waitFor()
    await both('show the room')
    await page.locator('[data-testid="ask-room"][aria-pressed="true"]').click()
    await asked.waitFor({ state: 'detached' })
    await page.getByTestId('presence').locator('summary').click()
    await page.getByTestId('presence-together').waitFor()
    await both('with the record of who was there')
    // an empty page has no storage for what is put into every page here
    const complaints = [...applicant.complaints, ...reviewer.complaints].filter(
      line => !line.startsWith('about:blank: SecurityError'),
    )
    expect(complaints).toEqual([])
    await Promise.all([applicant.context.close(), reviewer.context.close()])
  })
})
