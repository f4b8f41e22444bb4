import type { Locale } from '../core/message/kinds.ts'
import { speak } from './fluent.ts'
import { formatLongDate } from './format.ts'

/** What an answer says to its reader: options by their words, dates as the language writes them, own words as they are. `words`: the step's name in the catalogues. */
export function wordAnswer(locale: Locale, words: string, value: string): string {
  const { has, plain } = speak(locale)
  if (value === '') return plain('answer-skipped')
  if (words === 'term') return plain('chat-months', { months: Number(value) })
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatLongDate(value, locale)
  const option = `option-${words}-${value}`
  return /^[\w-]+$/.test(value) && has(option) ? plain(option) : value
}

/** The ways to say an option by typing it: its label, and what else means the same. */
export function waysToSay(locale: Locale, words: string, option: string): string[] {
  const { plain } = speak(locale)
  const key = `option-${words}-${option}`
  return [plain(key), ...plain(`${key}.also`).split('|')].map(squeezed)
}

/** Case and spaces make no difference to what was meant. */
export const squeezed = (text: string): string => text.toLowerCase().replace(/\s+/gu, '')
