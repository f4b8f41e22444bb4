import { Temporal } from 'temporal-polyfill'
import {
  checkBirthAndDigit,
  checkCharacter,
  dateFrom,
  isOfAge,
  isPossibleBirth,
  isProvince,
  parseDocumentNumber,
} from './document-number.ts'
import { readPassportLines } from './passport-lines.ts'

/** A number that is right, with what it shows besides; or what is wrong, as a problem code of the catalogues. */
export type ReadNumber = { ok: true; value: string; birthDate?: string; documentExpiry?: string } | { ok: false; problem: string }

/** One kind of document: how its number is read and checked, what else has to be asked, and how many sides are photographed. */
export interface DocumentRule {
  sides: 1 | 2
  /** what its number does not show */
  needs: readonly ('birthDate' | 'expiry')[]
  /** `today` is the office's local date: the holder must be 18 by then */
  read(text: string, today: Temporal.PlainDate): ReadNumber
  /** invented, and nobody's; `serial`: three digits, so that two people who copy their example do not look like one */
  example(serial: string): string
}

const withCheck = (first: string): string => first + checkCharacter(first)

const rules = {
  'resident-id': {
    sides: 2,
    needs: [],
    read: (text, today) => shape(parseDocumentNumber(text, today)),
    // region 119999 was never given out
    example: serial => withCheck(`11999919900307${serial}`),
  },
  'residence-permit': { sides: 2, needs: [], read: readPermit, example: examplePermit },
  passport: { sides: 1, needs: ['birthDate', 'expiry'], read: readPassport, example: serial => `XX0000${serial}` },
} as const satisfies Record<string, DocumentRule>

export type DocumentKind = keyof typeof rules
export const documentKinds = Object.keys(rules) as DocumentKind[]

/** The rule of a kind as it stands in an answer; undefined for a kind that is not taken (any more). */
export function documentOf(kind: string | undefined): DocumentRule | undefined {
  return kind !== undefined && Object.hasOwn(rules, kind) ? rules[kind as DocumentKind] : undefined
}

function shape(result: ReturnType<typeof parseDocumentNumber>): ReadNumber {
  return result.ok ? { ok: true, value: result.value, birthDate: result.birthDate } : result
}

/**
 * Foreign permanent resident's ID card. The National Immigration Administration's reading rules of 2023 (新版外国人永久居留身份证机读信息规则),
 * as a maker of card readers reprints them (eastcoms.com/service/pro/840.html), say: 18 digits in place of three letters and twelve digits,
 * the letters of the nationality turned into its figures, the first always 9, the last by MOD 11-2 as on the resident card. The examples
 * that we know of pass. Where exactly area and birth date stand (9, province(2), nationality(3), birth date(8), order(3), check; before that
 * area(4), birth date as YYMMDD(6), two more) follows from those examples and from what others describe: the standard itself is not public.
 * Nor is how the old form's last digit is made: it is not checked.
 */
function readPermit(text: string, today: Temporal.PlainDate): ReadNumber {
  const value = text.replace(/[\s\-–—]/gu, '').toUpperCase()
  if (/^9\d{16}[\dX]$/.test(value)) {
    if (!isProvince(value.slice(1, 3))) return { ok: false, problem: 'permit' }
    return shape(checkBirthAndDigit(value, today))
  }
  const old = /^[A-Z]{3}(\d{2})\d{2}(\d{2})(\d{2})(\d{2})\d{2}$/.exec(value)
  if (!old || !isProvince(old[1] ?? '')) return { ok: false, problem: 'permit' }
  const birth = birthOfTwoDigits(old[2] ?? '', old[3] ?? '', old[4] ?? '', today)
  if (!birth) return { ok: false, problem: 'permit-birth-date' }
  return isOfAge(birth, today) ? { ok: true, value, birthDate: birth.toString() } : { ok: false, problem: 'under-age' }
}

/** Two digits of a year: this century's when the holder would be of age by it, or the last century's would be past a hundred. */
function birthOfTwoDigits(year: string, month: string, day: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const late = dateFrom(`20${year}`, month, day)
  const early = dateFrom(`19${year}`, month, day)
  if (late && isPossibleBirth(late, today) && isOfAge(late, today)) return late
  if (early && early.year >= today.year - 100) return early
  return late && isPossibleBirth(late, today) ? late : early
}

/** 999: a nationality that ISO 3166-1 leaves to private use, so nobody has it. */
function examplePermit(serial: string): string {
  return withCheck(`91199919900307${serial}`)
}

/** A passport's number, or the two lines of letters at the foot of its page, which show birth date and expiry as well. */
function readPassport(text: string, today: Temporal.PlainDate): ReadNumber {
  if (text.includes('<') || text.replace(/\s/gu, '').length > 20) {
    const lines = readPassportLines(text, today)
    if (!lines) return { ok: false, problem: 'passport-lines' }
    if (!isOfAge(lines.birthDate, today)) return { ok: false, problem: 'under-age' }
    if (Temporal.PlainDate.compare(lines.documentExpiry, today) < 0) return { ok: false, problem: 'expired' }
    return {
      ok: true,
      value: lines.number,
      birthDate: lines.birthDate.toString(),
      documentExpiry: lines.documentExpiry.toString(),
    }
  }
  const value = text.replace(/[\s\-–—]/gu, '').toUpperCase()
  return /^(?=.*\d)[A-Z0-9]{6,9}$/.test(value) ? { ok: true, value } : { ok: false, problem: 'passport' }
}
