import { fileURLToPath } from 'node:url'
import axe, { type AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCase } from '../../core/case/load.ts'
import { recordFinding } from '../../core/check/record.ts'
import type { Ctx } from '../../core/context.ts'
import { answerBrowser } from '../../core/staff/answer-browser.ts'
import { deskUrl } from '../../core/staff/desk-link.ts'
import { appealVerdict } from '../../core/verdict/appeal.ts'
import { findPendingVerdict } from '../../core/verdict/load.ts'
import { type ServedApi, serveApi } from '../support/api.ts'
import { launchBrowser } from '../support/browser.ts'
import { createTestDesk, job, newReviewed, type TestDesk } from '../support/desk.ts'

const pagesDir = fileURLToPath(new URL('../../dist/web', import.meta.url))
const desktop = { locale: 'zh-CN', viewport: { width: 1440, height: 1000 } } as const
const phone = { locale: 'en', viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const

let desk: TestDesk
let api: ServedApi
let browser: Browser
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('审核员一')
  await desk.addReviewer('审核员二')
  ;[api, browser] = await Promise.all([serveApi(desk, undefined, { pagesDir }), launchBrowser()])
})
afterAll(async () => {
  await browser.close()
  await api.close()
  await desk.close()
})

/** The console as somebody sees it who comes by the link of a card. */
async function openConsole(ctx: Ctx, caseId: string, look: typeof desktop | typeof phone, isAnother = false): Promise<Page> {
  const staffId = ctx.actor.kind === 'staff' ? ctx.actor.staffId : expect.unreachable()
  const context = await browser.newContext({ ...look, reducedMotion: 'reduce' })
  const language = look.locale === 'en' ? 'en' : 'zh'
  await context.addInitScript({ content: `${axe.source}; localStorage.setItem('mianshen.language', '${language}')` })
  const page = await context.newPage()
  const url = new URL(deskUrl(ctx, await readCase(desk.ctxFor(job), { id: caseId }), staffId))
  await page.goto(`${api.root}${url.pathname}${url.hash}`)
  // a load alone signs nobody in
  await page.getByTestId('sign-in').click()
  if (isAnother) {
    await page.locator('[data-testid="page"][data-kind="other-browser"]').waitFor()
    const [{ ask } = { ask: '' }] = await desk.database.sql<{ ask: string }[]>`
      select left(asked_device, 8) as ask from link_doors where reviewer_id = ${staffId} and asked_device is not null`
    await answerBrowser(ctx, { ask, yes: true })
  }
  return page
}

async function wrongOn(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })")
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`))
}

it('the form previews the very message, asks for figures, and leads from the first reviewer to the second', {
  timeout: 90_000,
}, async () => {
  desk.setPolicy({ fourEyesSharePercent: 100 })
  const made = await newReviewed(desk)
  const first = await openConsole(made.reviewer, made.caseId, desktop)
  await first.getByTestId('outcome-conditional').check()
  expect(first.url()).not.toContain('#in=')
  await first.getByTestId('reason-HISTORY_FIRST_RENTAL').check()
  await first.getByTestId('condition-deposit').fill('2000')
  await first.getByTestId('condition-term').selectOption('6')
  const preview = first.getByTestId('verdict-preview')
  await preview.getByText('押金：¥1,500 → ¥2,000').waitFor()
  await preview.getByText('租期：12 个月 → 6 个月').waitFor()
  expect(await preview.textContent()).toContain('接受条件')
  await preview.scrollIntoViewIfNeeded()
  expect(await wrongOn(first)).toEqual([])
  await first.getByTestId('verdict-submit').click()
  await first.getByTestId('verdict-confirm').click()
  await first.getByTestId('verdict-done').waitFor()

  const verdict = await findPendingVerdict(desk.ctxFor(job), made.caseId)
  const [second] = await desk.database.sql<{ id: string; person_id: string }[]>`
    select id, person_id from staff where id <> ${verdict?.reviewerId ?? ''} limit 1`
  const actor = { kind: 'staff', staffId: second?.id ?? '', personId: second?.person_id ?? '', roles: ['reviewer'] } as const
  for (const look of [phone, desktop]) {
    const page = await openConsole(desk.ctxFor(actor), made.caseId, look, look === desktop)
    await page.getByTestId('look').waitFor()
    expect(await wrongOn(page)).toEqual([])
    await page.getByTestId('look-overrule').click()
    await page.getByTestId('outcome-rejected').check()
    await page.getByTestId('reason-PURPOSE_UNCLEAR').check()
    await page.getByTestId('verdict-preview').waitFor()
    expect(await page.getByTestId('look-submit').isDisabled()).toBe(true)
    await page.getByTestId('verdict-preview').scrollIntoViewIfNeeded()
    expect(await wrongOn(page)).toEqual([])
    if (look === desktop) {
      expect(await page.getByTestId('looks-confirm').getByTestId('look-entry').count()).toBe(1)
      await page.getByTestId('look-confirm').click()
      await page.getByTestId('verdict-done').waitFor()
    }
    await page.context().close()
  }
  await first.context().close()
  expect((await readCase(desk.ctxFor(job), { id: made.caseId })).state).toBe('conditional')
})

it('an appeal is read and decided by somebody who had no part', { timeout: 90_000 }, async () => {
  desk.setPolicy({ fourEyesSharePercent: 0 })
  const made = await newReviewed(desk)
  await recordFinding(made.reviewer, { caseId: made.caseId, check: 'purpose', result: 'failed', reason: 'PURPOSE_UNCLEAR' })
  const page = await openConsole(made.reviewer, made.caseId, phone)
  await page.getByTestId('outcome-rejected-for-good').waitFor()
  expect(await page.getByTestId('outcome-approved').isDisabled()).toBe(true)
  await page.getByTestId('outcome-rejected').check()
  await page.getByTestId('verdict-preview').scrollIntoViewIfNeeded()
  expect(await wrongOn(page)).toEqual([])
  await page.getByTestId('verdict-submit').click()
  await page.getByTestId('verdict-confirm').click()
  await page.getByTestId('verdict-done').waitFor()
  await page.context().close()
  await appealVerdict(made.ctx, { caseId: made.caseId, text: '我的用途写得很清楚：\n工作拍照和视频会议。' })
  const [other] = await desk.database.sql<{ id: string; person_id: string }[]>`
    select id, person_id from staff where id <> ${made.booking.reviewerId} limit 1`
  const actor = { kind: 'staff', staffId: other?.id ?? '', personId: other?.person_id ?? '', roles: ['reviewer'] } as const
  for (const look of [phone, desktop]) {
    const seen = await openConsole(desk.ctxFor(actor), made.caseId, look, look === desktop)
    await seen.getByTestId('appeal-text').getByText('工作拍照和视频会议').waitFor()
    await seen.getByTestId('outcome-retry').check()
    await seen.getByTestId('reason-HISTORY_APPEAL_CALL').check()
    await seen.getByTestId('verdict-preview').waitFor()
    expect(await wrongOn(seen)).toEqual([])
    if (look === desktop) {
      await seen.getByTestId('look-submit').click()
      await seen.getByTestId('verdict-done').waitFor()
    }
    await seen.context().close()
  }
  expect((await readCase(desk.ctxFor(job), { id: made.caseId })).state).toBe('invited')
})
