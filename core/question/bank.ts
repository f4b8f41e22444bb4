import type { Locale } from '../../db/values.ts'

/** What is asked about, which check it belongs to, and which answers of the application it is compared with. */
export const topics = {
  purpose: { check: 'purpose', fields: ['purpose'] },
  choice: { check: 'purpose', fields: [] },
  plan: { check: 'use-plan', fields: ['usePlan'] },
  user: { check: 'use-plan', fields: ['deviceUser', 'deviceUserWho'] },
  delivery: { check: 'use-plan', fields: [] },
  asked: { check: 'who-asked', fields: [] },
  paid: { check: 'who-asked', fields: [] },
  rentals: { check: 'who-asked', fields: ['otherRentals', 'otherRentalsWhich'] },
  term: { check: 'end-of-term', fields: [] },
} as const satisfies Record<string, { check: string; fields: readonly string[] }>
export type Topic = keyof typeof topics

export interface BankQuestion {
  /** its words are `ask-live-<id>` in texts, with `.listen`: what to listen for */
  id: string
  topic: Topic
  /** only for devices of this value or more */
  fromFen?: number
  /** only for applicants who are spoken to in this language */
  locale?: Locale
}

const dear = 4_000_00

/** Every question that a call may draw. Open questions only: none can be answered with yes or no alone. */
export const bank: readonly BankQuestion[] = [
  { id: 'purpose-own-words', topic: 'purpose' },
  { id: 'purpose-first-week', topic: 'purpose' },
  { id: 'purpose-without', topic: 'purpose' },
  { id: 'purpose-rent-not-buy', topic: 'purpose', fromFen: dear },
  { id: 'choice-compared', topic: 'choice' },
  { id: 'choice-why-this', topic: 'choice' },
  { id: 'choice-old-device', topic: 'choice' },
  { id: 'choice-which-colour', topic: 'choice', fromFen: dear },
  { id: 'plan-ordinary-day', topic: 'plan' },
  { id: 'plan-yesterday', topic: 'plan' },
  { id: 'plan-programs', topic: 'plan' },
  { id: 'plan-next-month', topic: 'plan' },
  { id: 'user-next-week', topic: 'user' },
  { id: 'user-who-else', topic: 'user' },
  { id: 'user-account', topic: 'user' },
  { id: 'delivery-where', topic: 'delivery' },
  { id: 'delivery-who-opens', topic: 'delivery' },
  { id: 'delivery-how-long-there', topic: 'delivery' },
  { id: 'delivery-stay-in-china', topic: 'delivery', locale: 'en' },
  { id: 'asked-who-sent-link', topic: 'asked' },
  { id: 'asked-how-found', topic: 'asked' },
  { id: 'asked-what-is-call', topic: 'asked' },
  { id: 'asked-told-to-say', topic: 'asked' },
  { id: 'asked-job', topic: 'asked', locale: 'zh-CN' },
  { id: 'paid-who-pays-rent', topic: 'paid' },
  { id: 'paid-what-you-get', topic: 'paid' },
  { id: 'paid-each-month', topic: 'paid' },
  { id: 'rentals-now', topic: 'rentals' },
  { id: 'rentals-instalments', topic: 'rentals' },
  { id: 'rentals-applied-elsewhere', topic: 'rentals' },
  { id: 'term-end', topic: 'term' },
  { id: 'term-lost', topic: 'term' },
  { id: 'term-late', topic: 'term' },
  { id: 'term-sell', topic: 'term', fromFen: dear },
]

/** How many are asked, by the device's value: five, six from ¥4,000, seven from ¥8,000. */
export function howMany(valueFen: number): number {
  return valueFen >= 8_000_00 ? 7 : valueFen >= dear ? 6 : 5
}

export const findQuestion = (id: string): BankQuestion | undefined => bank.find(question => question.id === id)
