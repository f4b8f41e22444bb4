import { Temporal } from 'temporal-polyfill'

export type DocumentProblem = 'length' | 'characters' | 'region' | 'birth-date' | 'under-age' | 'check-digit'
export type DocumentResult =
  | { ok: true; value: string; birthDate: string; sex: 'male' | 'female' }
  | { ok: false; problem: DocumentProblem }

const adultYears = 18
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'
/** First two digits: provinces, municipalities, autonomous regions and special administrative regions (GB/T 2260). */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)

/** The 18th character of a resident identity number (GB 11643-1999, ISO 7064 MOD 11-2), from the first 17 digits. */
export function checkCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return checkCharacters[sum % 11] ?? ''
}

/**
 * A mainland resident identity number: region(6) birth date(8) order(3, odd male) check(1). `today` is the local date in the
 * office's zone; the person must be 18 by then. Spaces and hyphens are ignored, a lower-case x is taken.
 */
export function parseDocumentNumber(raw: string, today: Temporal.PlainDate): DocumentResult {
  const value = raw.replace(/[\s\-–—]/gu, '').toUpperCase()
  if (!/^[\p{L}\p{N}]*$/u.test(value) || !/^\d*X?$/.test(value)) return { ok: false, problem: 'characters' }
  if (value.length !== 18) return { ok: false, problem: 'length' }
  if (!provinces.has(value.slice(0, 2))) return { ok: false, problem: 'region' }
  return checkBirthAndDigit(value, today)
}

/** What both 18-digit numbers share: characters 7 to 14 are the birth date, the 17th tells the sex, the 18th checks the others. */
export function checkBirthAndDigit(value: string, today: Temporal.PlainDate): DocumentResult {
  const birth = dateFrom(value.slice(6, 10), value.slice(10, 12), value.slice(12, 14))
  if (!birth || !isPossibleBirth(birth, today)) return { ok: false, problem: 'birth-date' }
  if (checkCharacter(value) !== value[17]) return { ok: false, problem: 'check-digit' }
  if (!isOfAge(birth, today)) return { ok: false, problem: 'under-age' }
  return { ok: true, value, birthDate: birth.toString(), sex: Number(value[16]) % 2 === 1 ? 'male' : 'female' }
}

export const isProvince = (twoDigits: string): boolean => provinces.has(twoDigits)

/** A date that exists, or none. */
export function dateFrom(year: string, month: string, day: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

export const isPossibleBirth = (birth: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(birth, today) <= 0 && birth.year >= today.year - 130

export const isOfAge = (birth: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(birth.add({ years: adultYears }), today) <= 0

/** A number so short, such as a passport's, shows less of itself. */
const shortNumber = 12

/** `110***********002X`, `E1*****42`: enough to recognise one's own number, not to use it. */
export function maskDocumentNumber(value: string): string {
  const [head, tail] = value.length > shortNumber ? [3, 4] : [2, 2]
  return `${value.slice(0, head)}${'*'.repeat(Math.max(0, value.length - head - tail))}${value.slice(-tail)}`
}
