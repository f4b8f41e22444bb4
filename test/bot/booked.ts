import { eq } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import type { ChatMessage } from '../../sandbox/store/messages.ts'
import { type ChatPerson, labelsOf } from '../support/chat.ts'
import type { TestDesk } from './desk.ts'
import { fillAndSubmit } from './filling.ts'

/** Somebody who is invited, with the card in the chat. */
export async function invited(
  desk: TestDesk,
  languageCode?: string,
): Promise<{ person: ChatPerson; card: ChatMessage; code: string }> {
  const person = await desk.newcomer()
  await fillAndSubmit(desk, person)
  if (languageCode === 'en') {
    await person.say('/language')
    await person.press('English')
  }
  await desk.deliver()
  const card = (await person.messages()).findLast(message => /M-\w{6}/.test(message.text ?? ''))
  if (!card) throw new Error('no card')
  return { person, card, code: /M-\w{6}/.exec(card.text ?? '')?.[0] ?? '' }
}

export async function booked(desk: TestDesk): Promise<{ person: ChatPerson; card: ChatMessage; code: string; time: string }> {
  const { person, card, code } = await invited(desk)
  const [time = ''] = labelsOf(card)
  await person.press(time)
  await desk.deliver()
  return { person, card, code, time }
}

export const bookingsOf = async (desk: TestDesk, code: string) => {
  const found = await desk.ctx.db.query.cases.findFirst({ where: eq(cases.code, code) })
  return desk.ctx.db
    .select()
    .from(bookings)
    .where(eq(bookings.caseId, found?.id ?? ''))
}
