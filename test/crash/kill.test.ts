import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { checkRules } from '../../core/check/rules.ts'
import { launchBrowser } from '../support/browser.ts'
import { type Chats, dataOf, labelsOf, openChats } from '../support/chat.ts'
import { inventNumber } from '../support/desk.ts'
import { stillRunning } from '../support/processes.ts'
import { explainFailure, type RunningDesk, runDesk } from '../support/running-desk.ts'
import { until } from '../support/wait.ts'
import {
  answer,
  answerFromTo,
  answersWanted,
  consent,
  newInvitedPerson,
  reviewerIds,
  seesCard,
  startNow,
  submit,
} from '../support/walk-chat.ts'
import { enterRoom, joinByLink, signIn } from '../support/walk-console.ts'
import { decide, joinAsApplicant, joinAsReviewer, seesPeer, stepOf, tick, visit } from '../support/walk-pages.ts'
import { words } from '../support/walk-words.ts'

/** A message that was being sent at the kill is taken again when its lease has run out. */
const leaseMs = 20_000

let desk: RunningDesk
let chats: Chats
beforeAll(async () => {
  desk = await runDesk()
  chats = await openChats(desk.origin)
})
afterAll(async () => {
  await chats.close()
  await desk.close()
})
afterEach(({ task }) => explainFailure(task, desk))

/** kill -9 of the whole process group, which leaves nothing within two seconds, and a new start on the same data. */
async function killAndRestart(): Promise<void> {
  const tree = desk.tree()
  await desk.kill()
  expect(stillRunning(tree), 'processes left after the kill').toEqual([])
  await chats.close()
  await desk.restart()
  chats = await openChats(desk.origin)
}

/** The press is in the messenger, which keeps it; what the bot makes of it is not waited for. */
async function sendPress(id: number, press: { messageId: number; data: string }): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${desk.origin}/sandbox/api/chats/${id}/press`, {
    method: 'POST',
    headers,
    body: JSON.stringify(press),
  })
  expect(response.status).toBe(200)
}

describe('G9: kill -9 of the whole process group loses nothing, and the next start carries on', { timeout: 120_000 }, () => {
  it('in the middle of the form: answers stay, and one that had just been sent is taken after the restart', async () => {
    const say = words['zh-CN']
    const { id } = await chats.newcomer({ languageCode: say.languageCode })
    let person = await chats.person(id)
    await person.say('/apply')
    await person.sees('1/9')
    await answerFromTo(person, 'zh-CN', 1, 6)
    await answer(person, 'zh-CN', 7)
    await killAndRestart()
    person = await chats.person(id)
    await seesCard(person, '6/9')
    await answerFromTo(person, 'zh-CN', 8, answersWanted)
    const summary = await consent(person, 'zh-CN')
    for (const given of [say.name, say.device, say.term, say.address, say.purpose, say.usePlan, inventNumber().slice(0, 3)])
      expect(summary.text).toContain(given)
    await submit(person, 'zh-CN')
  })

  it.each([
    ['answered', true],
    ['sent', false],
  ])('right after a press on a time was %s: one booking, one card, one reviewer told', async (_, waitsForToast) => {
    const { person, code } = await newInvitedPerson(chats, 'zh-CN')
    const card = await seesCard(person, words['zh-CN'].choose)
    const time = labelsOf(card).find(label => /\d\d:\d\d/.test(label)) ?? ''
    const data = dataOf(card, time)
    if (waitsForToast) expect((await person.pressData(data, card.message_id)).text).toContain(time)
    else await sendPress(person.id, { messageId: card.message_id, data })
    await killAndRestart()
    const again = await chats.person(person.id)
    const booked = await seesCard(again, words['zh-CN'].booked, leaseMs)
    expect(booked.text).toContain(time.split(' ').at(-1))
    const told = async () => {
      const all = await Promise.all(reviewerIds.map(async id => (await chats.person(id)).messages()))
      return all.filter(messages => messages.some(message => message.text?.includes(`新的视频审核（${code}）`))).length
    }
    await until(async () => (await told()) > 0, { what: 'the reviewer to be told', timeoutMs: leaseMs })
    expect(await told()).toBe(1)
    expect((await again.pressData(data, card.message_id)).text, 'the old button says what is current').toBeTruthy()
    expect(await told()).toBe(1)
  })

  it('while a call is on: both pages come back by themselves, step and findings stand, and a verdict is reached', async () => {
    const { person, code, card } = await newInvitedPerson(chats, 'zh-CN')
    const { applicantLink, reviewerLink } = await startNow(chats, person, code, 'zh-CN')
    const browser = await launchBrowser()
    try {
      const [applicant, reviewer] = [await visit(browser), await visit(browser)]
      const call = await applicant.open(applicantLink)
      const desktop = await reviewer.open(reviewerLink)
      await Promise.all([joinAsApplicant(call), joinAsReviewer(desktop)])
      await Promise.all([seesPeer(call), seesPeer(desktop)])
      await tick(desktop, card)
      await desktop.getByTestId('step-environment').click()
      await stepOf(call, 'environment').waitFor()
      await desktop.locator('[data-testid="save-state"][data-state="saved"]').waitFor()
      await killAndRestart()

      await Promise.all([seesPeer(call), seesPeer(desktop)])
      await stepOf(call, 'environment').waitFor()
      await desktop.getByTestId('step-questions').click()
      await stepOf(call, 'questions').waitFor()
      await desktop.reload()
      await Promise.all([seesPeer(call), seesPeer(desktop)])
      await desktop.locator('[data-testid="step-questions"][aria-current="step"]').waitFor()
      for (const { key } of checkRules) await desktop.locator(`[data-testid="check-${key}"][data-result="passed"]`).waitFor()
      await decide(desktop, 'approved')
      await seesCard(await chats.person(person.id), words['zh-CN'].approved, leaseMs)
    } finally {
      await browser.close()
    }
  })

  it('right after a verdict was acknowledged: it stands, and the applicant reads it', async () => {
    const { person, code, card } = await newInvitedPerson(chats, 'zh-CN')
    const { applicantLink, reviewerLink } = await startNow(chats, person, code, 'zh-CN')
    const reviewer = await signIn(desk.origin, reviewerLink, code)
    await enterRoom(desk.origin, await joinByLink(desk.origin, applicantLink))
    await enterRoom(desk.origin, await reviewer.join())
    await reviewer.prove(card)
    for (const { key } of checkRules) await reviewer.check(key)
    const verdict = { outcome: 'approved', reasons: [], idempotencyKey: `verdict-of-${code}` }
    expect(await reviewer.decide(verdict)).toEqual({ state: 'approved' })
    await killAndRestart()
    const again = await chats.person(person.id)
    await seesCard(again, `✓ ${words['zh-CN'].approved}（${code}）\n感谢您的配合。`, leaseMs)
    const file = await reviewer.file()
    expect(file.state).toBe('approved')
    expect(file.checks.every(check => check.result === 'passed')).toBe(true)
    expect(await reviewer.decide(verdict), 'G2: the same key again').toEqual({ state: 'approved' })
  })
})
