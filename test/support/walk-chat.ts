import sharp from 'sharp'
import type { ChatMessage } from '../../sandbox/store/messages.ts'
import { type ChatPerson, type Chats, labelsOf } from './chat.ts'
import { inventNumber } from './desk.ts'
import { until } from './wait.ts'
import { type WalkLocale, type WalkWords, words } from './walk-words.ts'

/** the reviewers that the sandbox seats */
export const reviewerIds = [2001, 2002, 2003]

/** A picture that could be a card; another number makes another picture. */
export function drawPhoto(number = 0): Promise<Buffer> {
  // the size tells them apart: colours that differ by little are the same to JPEG
  return sharp({ create: { width: 1000 + number, height: 640, channels: 3, background: '#88aacc' } })
    .jpeg()
    .toBuffer()
}

/** A number of the person's own: what two applicants share is evidence for the desk, and calls for a second look. */
const numbers = new Map<number, number>()
function numberOf({ id }: ChatPerson): number {
  const known = numbers.get(id) ?? numbers.size
  numbers.set(id, known)
  return known
}

/** The number that a person of the walk gives. */
export const documentOf = (person: ChatPerson): string => inventNumber('19900307', String(100 + numberOf(person)))

const questions: ((person: ChatPerson, say: WalkWords) => Promise<unknown>)[] = [
  chooseDevice,
  (person, { term }) => person.press(term),
  (person, { name }) => person.say(name),
  (person, { document }) => person.press(document),
  person => person.say(documentOf(person)),
  person => person.shareContact(),
  (person, { address }) => person.say(address.replace('301', String(301 + numberOf(person)))),
  (person, { occupation }) => person.press(occupation),
  (person, { purpose }) => person.press(purpose),
  (person, { deviceUser }) => person.press(deviceUser),
  (person, { usePlan }) => person.say(usePlan),
  (person, { otherRentals }) => person.press(otherRentals),
  async person => person.sendPhoto(await drawPhoto(2 * numberOf(person))),
  async person => person.sendPhoto(await drawPhoto(2 * numberOf(person) + 1)),
  (person, { skip }) => person.press(skip),
]
/** By its name: in the list, behind the pictures where those have been drawn already. */
async function chooseDevice(person: ChatPerson, { device, listDevices }: WalkWords): Promise<unknown> {
  const find = async () => (await person.messages()).flatMap(labelsOf).find(label => label === device || label === listDevices)
  const label = await until(find, { what: 'the devices' })
  await person.press(label)
  return label === device ? undefined : person.press(device)
}

/** How many answers the form takes, each its own message or press. */
export const answersWanted = questions.length

/** Gives the answers from one to the other, both numbered from 1; after each the next step is waited for. The first is on screen. */
export async function answerFromTo(person: ChatPerson, locale: WalkLocale, from: number, to: number): Promise<void> {
  for (let number = from; number <= to; number++) {
    await answer(person, locale, number)
    await person.sees(words[locale].questions[number] ?? words[locale].consents[0])
  }
}

/** The answer to one question is in the messenger; what the bot makes of it is not waited for. */
export async function answer(person: ChatPerson, locale: WalkLocale, number: number): Promise<void> {
  await questions[number - 1]?.(person, words[locale])
}

/** From the first consent to the summary, which is on screen then. */
export async function consent(person: ChatPerson, locale: WalkLocale): Promise<ChatMessage> {
  const say = words[locale]
  for (const next of say.consents.slice(1)) {
    await person.press(say.agree)
    await person.sees(next)
  }
  await person.press(say.agree)
  return person.sees(say.summary)
}

/** From the summary to the choice of a time; the case's code. */
export async function submit(person: ChatPerson, locale: WalkLocale): Promise<string> {
  const say = words[locale]
  await person.press(say.submit)
  await person.sees(say.submitted)
  const invited = await seesCard(person, say.choose)
  return /M-\w+/.exec(invited.text ?? '')?.[0] ?? ''
}

interface Invited {
  person: ChatPerson
  code: string
  /** what stands on the card */
  card: { number: string; name: string }
}

/** A newcomer who has handed in an application and is asked for a time; with the case's code. */
export async function newInvitedPerson(chats: Chats, locale: WalkLocale): Promise<Invited> {
  const person = await chats.newcomer({ languageCode: words[locale].languageCode })
  await person.say('/start')
  await person.press(words[locale].apply)
  await person.sees('1/9')
  await answerFromTo(person, locale, 1, questions.length)
  await consent(person, locale)
  return { person, code: await submit(person, locale), card: { number: documentOf(person), name: words[locale].name } }
}

/** Any message of the bot that says these words, whenever it came. */
export async function seesCard(person: ChatPerson, text: string, timeoutMs = 10_000): Promise<ChatMessage> {
  const find = async () =>
    (await person.messages()).findLast(message => message.from?.id !== person.id && message.text?.includes(text))
  return until(find, { what: `"${text}" in the chat of ${person.id}`, timeoutMs })
}

/** Where the newest button with this label leads. */
export async function linkOf(person: ChatPerson, label: string, about = ''): Promise<string> {
  const find = async () => {
    const shown = (await person.messages()).filter(message => message.text?.includes(about))
    return shown.map(message => urlOf(message, label)).findLast(url => url !== undefined)
  }
  return until(find, { what: `a link "${label}" in the chat of ${person.id}`, timeoutMs: 10_000 })
}

export function urlOf(message: ChatMessage, label: string): string | undefined {
  const markup = message.reply_markup
  const buttons = markup && 'inline_keyboard' in markup ? markup.inline_keyboard.flat() : []
  const found = buttons.find(button => button.text === label)
  return found && 'url' in found ? found.url : undefined
}

/** The link of whichever reviewer got this case. */
async function reviewerLinkOf(chats: Chats, code: string): Promise<string> {
  const reviewers = await Promise.all(reviewerIds.map(id => chats.person(id)))
  const find = async () => {
    const all = await Promise.all(reviewers.map(reviewer => reviewer.messages()))
    const about = all.flat().filter(message => message.text?.includes(code))
    return about.map(message => urlOf(message, words['zh-CN'].review)).findLast(url => url !== undefined)
  }
  return until(find, { what: `a reviewer's link for ${code}`, timeoutMs: 10_000 })
}

/** Starts the review at once; both links. */
export async function startNow(chats: Chats, person: ChatPerson, code: string, locale: WalkLocale) {
  await person.press(words[locale].now)
  const applicantLink = await linkOf(person, words[locale].join)
  return { applicantLink, reviewerLink: await reviewerLinkOf(chats, code) }
}
