import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type Chats, labelsOf, openChats } from '../support/chat.ts'
import { explainFailure, type RunningDesk, runDesk } from '../support/running-desk.ts'
import { linkOf, newInvitedPerson, seesCard, startNow, urlOf } from '../support/walk-chat.ts'
import { decide, joinAsApplicant, joinAsReviewer, seesPeer, stepOf, tick, type Visit, visit } from '../support/walk-pages.ts'

let desk: RunningDesk
let chats: Chats
/** the applicant's and the reviewer's */
let browsers: [Browser, Browser]
beforeAll(async () => {
  const starting = runDesk({ RENTAL_URL: 'https://rent.example.com/orders' })
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

const complaintsOf = (...visits: Visit[]) => visits.flatMap(({ complaints }) => complaints)

describe('from the application in the chat to the verdict in the chat', { timeout: 150_000 }, () => {
  it('zh-CN: applies, starts now, meets on video with steps in common, is approved and goes on to the rental', async () => {
    const { person, code, card } = await newInvitedPerson(chats, 'zh-CN')
    const { applicantLink, reviewerLink } = await startNow(chats, person, code, 'zh-CN')
    const [applicant, reviewer] = [await visit(browsers[0]), await visit(browsers[1])]
    const call = await applicant.open(applicantLink)
    const desktop = await reviewer.open(reviewerLink)
    await Promise.all([joinAsApplicant(call), joinAsReviewer(desktop)])
    await Promise.all([seesPeer(call), seesPeer(desktop)])

    await desktop.getByTestId('begin').click()
    await stepOf(call, 'identity').waitFor()
    for (const step of ['environment', 'questions', 'verdict', 'identity']) {
      await desktop.getByTestId(`step-${step}`).click()
      await stepOf(call, step).waitFor()
    }

    await call.reload()
    await Promise.all([seesPeer(call), seesPeer(desktop)])
    await stepOf(call, 'identity').waitFor()

    await tick(desktop, card)
    await decide(desktop, 'approved')
    const verdict = await seesCard(person, '感谢您的配合。')
    expect(verdict.text).toContain(`✓ 视频审核已通过（${code}）`)
    expect(verdict.text).toContain('点下面的按钮，继续签约和收货。')
    expect(urlOf(verdict, '继续租赁')).toContain('https://rent.example.com/orders')
    await call.locator('[data-testid="page"][data-kind="ended"]').waitFor()
    await desktop.locator('[data-testid="case-state"][data-state="approved"]').waitFor()
    expect(complaintsOf(applicant, reviewer)).toEqual([])
    await Promise.all([applicant.context.close(), reviewer.context.close()])
  })

  it('en: a rejection says in the chat why, what helps and when to come back', async () => {
    const { person, code, card } = await newInvitedPerson(chats, 'en')
    const { applicantLink, reviewerLink } = await startNow(chats, person, code, 'en')
    const [applicant, reviewer] = [
      await visit(browsers[0], { locale: 'en-GB', timezoneId: 'Europe/London' }),
      await visit(browsers[1]),
    ]
    const call = await applicant.open(applicantLink)
    const desktop = await reviewer.open(reviewerLink)
    await Promise.all([joinAsApplicant(call), joinAsReviewer(desktop)])
    await Promise.all([seesPeer(call), seesPeer(desktop)])
    await tick(desktop, card, { 'card-data': 'ID_DATA_DIFFER', 'use-plan': 'PURPOSE_CONTRADICTS' })
    expect(await desktop.getByTestId('outcome-approved').isDisabled(), 'G6: no approval with a failed check').toBe(true)
    await decide(desktop, 'rejected')
    const { text } = await seesCard(person, 'Your video review did not pass')
    expect(text).toContain('The details on your ID card differ from your application.')
    expect(text).toContain('What helps: Check the name and ID number in your application against the card.')
    expect(text).toContain('What you told us on the call differs from your application.')
    expect(text).toMatch(/You can apply again from \w{3} \d+ \w{3}, \d\d:\d\d \(Greenwich/)
    expect(await call.getByRole('heading', { level: 1 }).textContent()).toMatch(/[A-Za-z]/)
    await call.locator('[data-testid="page"][data-kind="ended"]').waitFor()
    expect(complaintsOf(applicant, reviewer)).toEqual([])
    await Promise.all([applicant.context.close(), reviewer.context.close()])
  })

  it('G5: a second browser on the same link is refused, asks in the chat, and joins after a yes there', async () => {
    const { person, code } = await newInvitedPerson(chats, 'zh-CN')
    const { applicantLink, reviewerLink } = await startNow(chats, person, code, 'zh-CN')
    const [applicant, reviewer] = [await visit(browsers[0]), await visit(browsers[1])]
    const other = await visit(browsers[0])
    const call = await applicant.open(applicantLink)
    const desktop = await reviewer.open(reviewerLink)
    await Promise.all([joinAsApplicant(call), joinAsReviewer(desktop)])
    await Promise.all([seesPeer(call), seesPeer(desktop)])

    const second = await other.open(applicantLink)
    await joinAsApplicant(second)
    await second.locator('[data-testid="page"][data-kind="other-device"]').waitFor()
    await seesPeer(call)
    const question = await seesCard(person, '有另一台设备想进入您的视频审核')
    expect(labelsOf(question)).toEqual(['是我，换设备', '不是我'])
    expect((await person.press('是我，换设备')).text).toBe('已换到新设备')
    await second.getByTestId('join').click()
    await Promise.all([seesPeer(second), seesPeer(desktop)])
    await call.locator('[data-testid="page"][data-kind="replaced"]').waitFor()

    expect(complaintsOf(applicant, reviewer)).toEqual([])
    expect(
      other.complaints.filter(complaint => !complaint.includes('status of 409')),
      'but the refusal itself',
    ).toEqual([])
    await Promise.all([applicant.context.close(), reviewer.context.close(), other.context.close()])
  })

  it('G5: opening the link in a browser uses nothing up, and the reviewer is signed in by the press alone', async () => {
    const { person, code } = await newInvitedPerson(chats, 'zh-CN')
    const { reviewerLink } = await startNow(chats, person, code, 'zh-CN')
    const [preview, reviewer] = [await visit(browsers[0]), await visit(browsers[1])]
    await (await preview.open(await linkOf(person, '进入视频审核'))).getByTestId('camera-on').waitFor()
    const looked = await reviewer.open(reviewerLink)
    await looked.getByTestId('sign-in').waitFor()
    await looked.goto(`${desk.origin}/console`)
    await looked.locator('[data-testid="page"][data-kind="no-session"]').waitFor()
    const call = await (await visit(browsers[0])).open(await linkOf(person, '进入视频审核'))
    await joinAsApplicant(call)
    await call.locator('[data-testid="call-state"][data-state="waiting"]').waitFor()
    await Promise.all([preview.context.close(), reviewer.context.close(), call.context().close()])
  })
})
