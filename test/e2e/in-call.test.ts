import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { axeScript, wrongOn } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { type Chats, openChats } from '../support/chat.ts'
import { explainFailure, type RunningDesk, runDesk } from '../support/running-desk.ts'
import { codeAfter } from '../support/spoken-code.ts'
import { newInvitedPerson, startNow } from '../support/walk-chat.ts'
import { joinAsApplicant, joinAsReviewer, seesPeer, visit } from '../support/walk-pages.ts'

let desk: RunningDesk
let chats: Chats
let browsers: [Browser, Browser]
beforeAll(async () => {
  const starting = runDesk()
  browsers = await Promise.all([launchBrowser(), launchBrowser()])
  desk = await starting
  chats = await openChats(desk.origin)
})
afterAll(async () => {
  await Promise.all(browsers.map(browser => browser.close()))
  await chats.close()
  await desk.close()
})

afterEach(({ task }) => explainFailure(task, desk))

it('code, movement, room, questions by single keys, a silent call for help and an end: both pages say what is on, and axe finds nothing', {
  timeout: 180_000,
}, async () => {
  const { person, code } = await newInvitedPerson(chats, 'zh-CN')
  const { applicantLink, reviewerLink } = await startNow(chats, person, code, 'zh-CN')
  const phone = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' } as const
  const [applicant, reviewer] = [await visit(browsers[0], phone), await visit(browsers[1], { reducedMotion: 'reduce' })]
  for (const { context } of [applicant, reviewer]) await context.addInitScript({ content: axeScript })
  const call = await applicant.open(applicantLink)
  const desktop = await reviewer.open(reviewerLink)
  await Promise.all([joinAsApplicant(call), joinAsReviewer(desktop)])
  await Promise.all([seesPeer(call), seesPeer(desktop)])
  await desktop.getByTestId('begin').click()

  // the code: in the chat alone; the applicant's page says so, also after a reload; what is heard is typed and compared
  const digits = await codeAfter(desk.origin, () => desktop.getByTestId('send-code').click())
  const prompt = (kind: string) => call.locator(`[data-testid="prompt"][data-kind="${kind}"]`)
  await prompt('code').waitFor()
  expect(await wrongOn(call)).toEqual([])
  expect(await call.content()).not.toContain(digits)
  await call.reload()
  await prompt('code').waitFor()
  await seesPeer(desktop)
  await desktop.getByTestId('code-heard').fill(digits === '111111' ? '222222' : '111111')
  await desktop.getByTestId('code-compare').click()
  await desktop.getByTestId('code-wrong').waitFor()
  expect(await desktop.content()).not.toContain(digits)
  await desktop.getByTestId('code-heard').fill(digits)
  await desktop.getByTestId('code-compare').click()
  await desktop.locator('[data-testid="part-code"][data-value="right"]').waitFor()
  await prompt('code').waitFor({ state: 'detached' })

  await desktop.getByTestId('ask-movement').click()
  await prompt('movement').waitFor()
  await desktop.getByTestId('part-movement-done').click()
  await prompt('movement').waitFor({ state: 'detached' })
  await desktop.getByTestId('check-live-movement-passed').click()
  expect(await desktop.getByTestId('check-card-original-passed').isDisabled(), 'its features are not noted').toBe(true)
  await pressAtTheEdge(desktop, 'part-people-none')
  await desktop.locator('[data-testid="part-people"][data-value="none"]').waitFor()
  await desktop.getByTestId('ask-room').click()
  await prompt('room').waitFor()
  expect(await wrongOn(call)).toEqual([])
  await desktop.getByTestId('part-place-warehouse').click()
  await desktop.getByTestId('check-place-failed').click()
  expect(await desktop.getByTestId('check-place-reason').inputValue(), 'what was noted speaks for a reason').toBe(
    'ENV_TRADING_PLACE',
  )

  // the questions, by keys; the answer of the application opens behind them
  await desktop.getByTestId('closed-usePlan').waitFor({ state: 'attached' })
  await desktop.getByTestId('step-questions').click()
  const all = await desktop.locator('[data-testid^="asked-"]').count()
  expect(all).toBeGreaterThanOrEqual(5)
  for (let asked = 1; asked <= all; asked++) {
    await desktop.keyboard.press('1')
    await desktop
      .locator('[data-testid^="asked-"][data-value="consistent"]')
      .nth(asked - 1)
      .waitFor()
  }
  await desktop.getByTestId('closed-usePlan').waitFor({ state: 'detached' })
  expect(await wrongOn(desktop)).toEqual([])

  // silent help: on the reviewer's page alone
  const shown = await call.locator('body').innerText()
  await person.say('/whisper')
  await desktop.getByTestId('help-badge').waitFor()
  await desktop.getByTestId('see-help').click()
  await desktop.getByTestId('help-seen').waitFor()
  expect((await call.locator('body').innerText()).includes('求助')).toBe(false)
  expect(shown.includes('求助')).toBe(false)

  await desktop.getByTestId('act-mark').click()
  await desktop.getByTestId('mark-kind').selectOption('earphones')
  await desktop.getByTestId('mark-make').click()
  await desktop.getByTestId('mark').waitFor()
  expect(await wrongOn(desktop)).toEqual([])
  await desktop.keyboard.press('Escape')

  await desktop.getByTestId('act-abort').click()
  await desktop.getByTestId('abort-reason').selectOption('TECH_NETWORK')
  await desktop.locator('[data-testid="abort-counts"][data-counts="false"]').waitFor()
  await desktop.getByTestId('abort-yes').click()
  await call.locator('[data-testid="page"][data-kind="ended"]').waitFor()
  await desktop.locator('[data-testid="case-state"][data-state="invited"]').waitFor()
  expect([...applicant.complaints, ...reviewer.complaints]).toEqual([])
  await Promise.all([applicant.context.close(), reviewer.context.close()])
})

/** Presses, as slowly as a hand does, what is in view while the rest of its check is not. */
async function pressAtTheEdge(page: Page, id: string): Promise<void> {
  const button = page.getByTestId(id)
  await page.evaluate(`{
    const pressed = document.querySelector('[data-testid="${id}"]')
    let box = pressed.parentElement
    while (getComputedStyle(box).overflowY !== 'auto') box = box.parentElement
    box.scrollTop += pressed.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom + 4
  }`)
  await button.hover()
  await page.mouse.down()
  await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 120)))
  await page.mouse.up()
}
