import type { Browser, Page } from 'playwright-core'
import { checkRules } from '../../core/check/rules.ts'
import { type Card, decide, joinAsReviewer, seesPeer, stepOf, tickOne, visit } from '../../test/support/walk-pages.ts'
import type { Shoot } from './camera.ts'
import type { Tongue } from './take.ts'
import { phoneSize } from './walk-chat.ts'

/** the checks that stand as passed in the picture of the running call */
const seenFirst = ['card-original', 'card-data', 'card-valid']
const consoleSize = { width: 1440, height: 900 }

/** The call, from the link to the verdict: the applicant on a phone, the reviewer at the console. */
export async function walkCall(
  [ofApplicant, ofReviewer]: Browser[],
  { applicantLink, reviewerLink, card }: { applicantLink: string; reviewerLink: string; card: Card },
  { browser: locale, short }: Tongue,
  shoot: Shoot,
): Promise<void> {
  if (!ofApplicant || !ofReviewer) throw new Error('two browsers are needed')
  const applicant = await visit(ofApplicant, { locale, viewport: phoneSize })
  const reviewer = await visit(ofReviewer, { locale, viewport: consoleSize })
  const call = await applicant.open(applicantLink)
  const desk = await reviewer.open(reviewerLink)
  await call.getByTestId('camera-on').waitFor()
  await shoot(call, `call-door-${short}`)
  await call.getByTestId('camera-on').click()
  await call.getByTestId('join').waitFor()
  await isFilmed(call)
  await shoot(call, `call-before-${short}`)
  await call.getByTestId('join').click()
  await joinAsReviewer(desk)
  await Promise.all([seesPeer(call), seesPeer(desk)])
  await desk.getByTestId('begin').click()
  await stepOf(call, 'identity').waitFor()
  for (const check of seenFirst) await tickOne(desk, check, card)
  await shoot(call, `call-${short}`, 'light', 'dark')
  await shoot(desk, `console-${short}`, 'light', 'dark')
  await verdict(desk, short, card, shoot)
  await call.locator('[data-testid="page"][data-kind="ended"]').waitFor()
  await shoot(call, `call-end-${short}`)
  await shoot(desk, `console-end-${short}`)
}

async function isFilmed(page: Page): Promise<void> {
  await page
    .locator('video')
    .first()
    .evaluate(async element => {
      const video = element as unknown as { videoWidth: number }
      while (video.videoWidth === 0) await new Promise(resolve => setTimeout(resolve, 50))
    })
}

/** Passed in Chinese, not passed in English, so that both forms are seen. */
async function verdict(desk: Page, short: Tongue['short'], card: Card, shoot: Shoot): Promise<void> {
  const outcome = short === 'zh' ? 'approved' : 'rejected'
  const failed: Record<string, string> =
    outcome === 'approved' ? {} : { 'no-stock': 'ENV_STOCK', 'use-plan': 'PURPOSE_CONTRADICTS' }
  for (const { key } of checkRules.filter(({ key }) => !seenFirst.includes(key))) await tickOne(desk, key, card, failed[key])
  await desk.getByTestId(`outcome-${outcome}`).check()
  await desk.getByTestId('verdict-submit').scrollIntoViewIfNeeded()
  await shoot(desk, `console-verdict-${short}`, 'light', 'dark')
  await decide(desk, outcome)
}
