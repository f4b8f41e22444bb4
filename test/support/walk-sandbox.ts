import type { Locator, Page } from 'playwright-core'
import type { Seat } from '../../sandbox/contract.ts'
import { inventNumber } from './desk.ts'
import { drawPhoto } from './walk-chat.ts'
import { type WalkLocale, words } from './walk-words.ts'

/** The chat of one seat, brought to the screen: on a phone by its tab. */
export async function chatOf(page: Page, seat: Seat): Promise<Locator> {
  const tab = page.getByTestId(`tab-${seat}`)
  if (await tab.isVisible()) await tab.click()
  const chat = page.getByTestId(`chat-${seat}`)
  await chat.waitFor()
  return chat
}

/** The newest button below a message with exactly these words; a link is one too. */
export function buttonOf(chat: Locator, label: string | RegExp): Locator {
  return chat
    .getByTestId('inline-button')
    .filter({ has: chat.page().getByText(label, { exact: true }) })
    .last()
}

export async function sees(chat: Locator, text: string): Promise<Locator> {
  const message = chat.getByTestId('message').filter({ hasText: text }).last()
  await message.waitFor()
  return message
}

async function press(chat: Locator, label: string): Promise<void> {
  await buttonOf(chat, label).click()
}

async function type(chat: Locator, text: string): Promise<void> {
  await chat.getByTestId('composer-input').fill(text)
  await chat.getByTestId('composer-send').click()
}

async function sendPhoto(chat: Locator, side: number): Promise<void> {
  const page = chat.page()
  await chat.getByTestId('composer-attach').click()
  const chooser = page.waitForEvent('filechooser')
  await chat.getByTestId('attach-image').click()
  await (await chooser).setFiles({ name: 'card.jpg', mimeType: 'image/jpeg', buffer: await drawPhoto(side) })
  await page.getByTestId('file-send').click()
}

/** From the start button of an empty chat to the times on offer, by what stands on the screen only. */
export async function applyOnScreen(chat: Locator, locale: WalkLocale): Promise<void> {
  const say = words[locale]
  await chat.getByTestId('start-button').click()
  await press(chat, say.apply)
  await sees(chat, '1/9')
  const list = buttonOf(chat, say.listDevices)
  await list.or(buttonOf(chat, say.device)).waitFor()
  if (await list.isVisible()) await list.click()
  await press(chat, say.device)
  await sees(chat, say.questions[1])
  await press(chat, say.term)
  await sees(chat, '2/9')
  await type(chat, say.name)
  await sees(chat, '3/9')
  await press(chat, say.document)
  await sees(chat, say.questions[4])
  await type(chat, inventNumber())
  await sees(chat, '4/9')
  await chat.getByTestId('reply-button').filter({ hasText: say.sharePhone }).click()
  await chat.page().getByTestId('share-contact').click()
  await sees(chat, '5/9')
  await type(chat, say.address)
  await sees(chat, '6/9')
  for (const [label, next] of [
    [say.occupation, say.questions[8]],
    [say.purpose, say.questions[9]],
    [say.deviceUser, say.questions[10]],
  ] as const) {
    await press(chat, label)
    await sees(chat, next)
  }
  await type(chat, say.usePlan)
  await sees(chat, '8/9')
  await press(chat, say.otherRentals)
  for (const [side, next] of [say.questions[12], say.questions[13]].entries()) {
    await sees(chat, next)
    await sendPhoto(chat, side)
  }
  await sees(chat, say.questions[14])
  await press(chat, say.skip)
  for (const consent of say.consents) {
    await sees(chat, consent)
    await press(chat, say.agree)
  }
  await sees(chat, say.summary)
  await press(chat, say.submit)
  await sees(chat, say.choose)
}

/** Books the nearest time on offer, below the button for an immediate start; the case's code. */
export async function bookNearest(chat: Locator, locale: WalkLocale): Promise<string> {
  const card = await sees(chat, words[locale].choose)
  const labels = await card.getByTestId('inline-button').allInnerTexts()
  const time = labels.find(label => /\d\d:\d\d/.test(label))
  if (time === undefined) throw new Error(`no time on offer among ${labels.join(' | ')}`)
  await press(chat, time)
  const booked = await sees(chat, words[locale].booked)
  return /M-\w+/.exec((await booked.textContent()) ?? '')?.[0] ?? ''
}

/** Moves the desk's clock to the call. */
export async function goToMyCall(page: Page): Promise<void> {
  await page.getByTestId('clock-control').click()
  await page.getByTestId('clock-my-call').click()
}

/** The link to this case in the chat of whichever reviewer got it: the one on screen, or the one whom the bar above the chat names. */
export async function reviewerLinkOnScreen(page: Page, code: string, label: string | RegExp): Promise<Locator> {
  const chat = await chatOf(page, 'reviewer')
  const link = buttonOf(chat.getByTestId('message').filter({ hasText: code }), label)
  const news = chat.getByTestId('news-elsewhere')
  await link.or(news).first().waitFor()
  if (!(await link.isVisible())) await news.click()
  await link.waitFor()
  return link
}

/** Follows a link of a chat into its new tab. */
export async function openTab(link: Locator): Promise<Page> {
  const opened = link.page().context().waitForEvent('page')
  await link.click()
  const tab = await opened
  await tab.waitForLoadState()
  return tab
}
