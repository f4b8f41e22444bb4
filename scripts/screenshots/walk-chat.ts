import type { Browser, Page } from 'playwright-core'
import type { ChatPerson, Chats } from '../../test/support/chat.ts'
import { answerFromTo, consent, documentOf, linkOf, seesCard, submit } from '../../test/support/walk-chat.ts'
import type { Card } from '../../test/support/walk-pages.ts'
import { words } from '../../test/support/walk-words.ts'
import type { Shoot } from './camera.ts'
import { photographBack, photographCard } from './drawings.ts'
import type { Tongue } from './take.ts'

const desktopSize = { width: 1440, height: 900 }
/** invented, and mistyped: the form says which digit cannot be */
const mistypedNumber = '110101199003070016'
export const phoneSize = { width: 390, height: 844 }
const rehearse = { zh: '设备检测', en: 'Rehearse' }
const staffIds = { reviewer: 2001, admin: 3001 }
/** offline, so that the call goes to the reviewer in the picture */
const otherReviewers = [2002, 2003]

export interface Seated {
  applicant: ChatPerson
  reviewer: ChatPerson
  admin: ChatPerson
  /** the sandbox page with its three chats, and with one on a phone */
  wide: Page
  phone: Page
}

/** An applicant and the staff who speak the language, and the sandbox page on a desktop and on a phone. */
export async function seat(chats: Chats, [browser]: Browser[], { locale, short, browser: language }: Tongue): Promise<Seated> {
  if (!browser) throw new Error('no browser')
  const languageCode = words[locale].languageCode
  const applicant = locale === 'en' ? await chats.newcomer({ firstName: 'Maria', languageCode }) : await chats.person(1001)
  const admin = await chats.person(staffIds.admin)
  const reviewer = await chats.person(staffIds.reviewer)
  for (const id of Object.values(staffIds)) await setLanguage(chats.origin, id, languageCode)
  const order = async (person: ChatPerson, command: string) => {
    await person.say(command)
    await person.sees(/\S/)
  }
  for (const id of otherReviewers) await order(await chats.person(id), '/offline')
  await order(reviewer, '/online')
  await order(admin, '/help')
  const remembered = { language: short, 'sandbox.help-seen': 'yes', 'sandbox.applicant': String(applicant.id) }
  const localStorage = Object.entries(remembered).map(([name, value]) => ({ name: `mianshen.${name}`, value }))
  const open = async (viewport: { width: number; height: number }) => {
    const storageState = { cookies: [], origins: [{ origin: chats.origin, localStorage }] }
    const context = await browser.newContext({ locale: language, timezoneId: 'Asia/Shanghai', viewport, storageState })
    const page = await context.newPage()
    await page.goto(`${chats.origin}/sandbox`)
    return page
  }
  return { applicant, reviewer, admin, wide: await open(desktopSize), phone: await open(phoneSize) }
}

async function setLanguage(origin: string, id: number, languageCode: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${origin}/sandbox/api/users/${id}`, {
    method: 'PATCH',
    headers,
    body: JSON.stringify({ languageCode }),
  })
  if (!response.ok) throw new Error(`the language of ${id}: ${response.status}`)
}

export interface Application {
  code: string
  card: Card
  rehearsalLink: string
}

/** From /start to the times. */
export async function apply({ applicant, phone }: Seated, { locale, short, name }: Tongue, shoot: Shoot): Promise<Application> {
  const say = words[locale]
  await applicant.say('/start')
  await applicant.sees(/\S/)
  await shoot(phone, `sandbox-start-${short}`)
  await applicant.press(say.apply)
  await applicant.sees('1/9')
  await answerFromTo(applicant, locale, 1, 4)
  await applicant.say(mistypedNumber)
  await applicant.sees(/\S/)
  await shoot(phone, `sandbox-form-${short}`, 'light', 'dark')
  await answerFromTo(applicant, locale, 5, 12)
  for (const [card, next] of [
    [photographCard(name), say.questions[13]],
    [photographBack(), say.questions[14]],
  ] as const) {
    await applicant.sendPhoto(await card)
    await applicant.sees(next)
  }
  await answerFromTo(applicant, locale, 15, 15)
  await consent(applicant, locale)
  const code = await submit(applicant, locale)
  await settled(phone, say.choose)
  await shoot(phone, `sandbox-times-${short}`)
  return { code, card: { number: documentOf(applicant), name }, rehearsalLink: await linkOf(applicant, rehearse[short]) }
}

/** From `Now` to the two links of a call that begins at once. */
export async function start(
  { applicant, reviewer, admin, wide }: Seated,
  code: string,
  { locale, short }: Tongue,
  shoot: Shoot,
): Promise<{ applicantLink: string; reviewerLink: string }> {
  const say = words[locale]
  await applicant.press(say.now)
  const links = { applicantLink: await linkOf(applicant, say.join), reviewerLink: await linkOf(reviewer, say.review) }
  await seesCard(applicant, say.booked)
  await admin.say('/queue')
  await admin.sees(code)
  await settled(wide, code)
  await shoot(wide, `sandbox-${short}`, 'light', 'dark')
  return links
}

/** The words are on the page, and no toast covers what stands below. */
export async function settled(page: Page, words: string): Promise<void> {
  await page.getByText(words).last().waitFor()
  await page.getByTestId('toast').last().waitFor({ state: 'detached' })
}
