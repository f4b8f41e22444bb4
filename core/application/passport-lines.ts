import { parse } from 'mrz'
import type { Temporal } from 'temporal-polyfill'
import { dateFrom } from './document-number.ts'

export interface PassportLines {
  number: string
  birthDate: Temporal.PlainDate
  documentExpiry: Temporal.PlainDate
}

const checked = new Set(['documentNumberCheckDigit', 'birthDateCheckDigit', 'expirationDateCheckDigit', 'compositeCheckDigit'])
/** stands in for the first line, which holds nothing that is checked */
const anyFirstLine = 'P<UTO'.padEnd(44, '<')

/** The machine-readable zone of a passport (ICAO 9303-4, two lines of 44), the second line enough; undefined where a check digit is wrong. */
export function readPassportLines(text: string, today: Temporal.PlainDate): PassportLines | undefined {
  const letters = text.toUpperCase().replace(/[\s«]/gu, sign => (sign === '«' ? '<<' : ''))
  const second = letters.slice(-44)
  if (!/^[A-Z0-9<]{44}$/.test(second) || (letters.length !== 44 && letters.length !== 88)) return undefined
  const { fields, details } = parse([anyFirstLine, second])
  if (details.some(({ field, valid }) => field !== null && checked.has(field) && !valid)) return undefined
  const birthDate = dateOf(fields.birthDate, year => (year > today.year % 100 ? 1900 : 2000))
  const documentExpiry = dateOf(fields.expirationDate, () => 2000)
  const number = fields.documentNumber
  return number && birthDate && documentExpiry ? { number, birthDate, documentExpiry } : undefined
}

function dateOf(digits: string | null | undefined, century: (year: number) => number): Temporal.PlainDate | undefined {
  const [, year, month, day] = /^(\d{2})(\d{2})(\d{2})$/.exec(digits ?? '') ?? []
  if (!year || !month || !day) return undefined
  return dateFrom(String(century(Number(year)) + Number(year)), month, day)
}
