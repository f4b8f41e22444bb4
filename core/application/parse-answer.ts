import { Temporal } from 'temporal-polyfill'
import { dateFrom, isOfAge, isPossibleBirth } from './document-number.ts'
import { documentOf } from './documents.ts'
import { matchRegion } from './match-region.ts'
import { normaliseProse, normaliseText } from './normalise.ts'
import { parsePhone } from './parse-phone.ts'
import { fullRegionName } from './regions.ts'
import { simplified } from './simplified.ts'
import type { Limits, Said, Step, TextCheck } from './steps.ts'

/** `also`: what the same text told about other steps; `field`: the step that it answers, where that is not the one asked; `near`: the option most likely meant. */
export type Parsed =
  | { ok: true; value: string; field?: string; also?: Readonly<Record<string, string>> }
  | { ok: false; problem: string; limit?: number; near?: string }

export interface Around {
  /** the office's local date: ages are counted by it */
  today: Temporal.PlainDate
  said: Said
}

/** Sentences, kept as they were written. */
const prose: ReadonlySet<TextCheck> = new Set(['street', 'words'])

/**
 * One typed answer, normalised and checked. Problems are codes that texts words as `problem-<step>-<problem>`, or
 * `problem-<problem>`; `too-long` and `too-short` with the limit in characters.
 */
export function parseText(step: Extract<Step, { kind: 'text' }>, raw: string, around: Around): Parsed {
  const text = prose.has(step.check) ? normaliseProse(raw) : normaliseText(raw)
  return checkLength(text, step) ?? parsers[step.check](text, around)
}

/** What is none of the options, where that is an answer too. */
export function parseFree(limits: Limits, raw: string): Parsed {
  const text = normaliseProse(raw)
  return checkLength(text, limits) ?? words(text)
}

function checkLength(text: string, { min, max }: Limits): Parsed | undefined {
  const { length } = [...text]
  if (length === 0) return { ok: false, problem: 'empty' }
  if (length > max) return { ok: false, problem: 'too-long', limit: max }
  return length < min ? { ok: false, problem: 'too-short', limit: min } : undefined
}

const parsers: Record<TextCheck, (text: string, around: Around) => Parsed> = {
  name: text => {
    if (isBareAnswer(text)) return { ok: false, problem: 'bare-answer' }
    // letters of any script with marks, spaces, and the dots, hyphens and apostrophes that names have; no digits, no emoji
    const fits = /^[\p{L}\p{M}]+(?:[ ·•・.'’-]+[\p{L}\p{M}]+)*\.?$/u.test(text)
    return fits ? { ok: true, value: asOnCard(text) } : { ok: false, problem: 'characters' }
  },
  documentNumber: parseNumber,
  phone: parsePhone,
  street: parseStreet,
  words,
  birthDate: (text, { today }) => {
    const birth = readDate(text)
    if (!birth || !isPossibleBirth(birth, today)) return { ok: false, problem: 'date' }
    return isOfAge(birth, today) ? { ok: true, value: birth.toString() } : { ok: false, problem: 'under-age' }
  },
  expiry: (text, { today }) => {
    const expiry = readDate(text)
    if (!expiry || expiry.year > today.year + 60) return { ok: false, problem: 'date' }
    if (Temporal.PlainDate.compare(expiry, today) < 0) return { ok: false, problem: 'expired' }
    return { ok: true, value: expiry.toString() }
  },
}

const bareAnswers: ReadonlySet<string> = new Set(
  'yes no ok okay sure agree agreed fine 同意 不同意 好的 好吧 可以 是的 不是 是 不 好 对 对的 不对 没问题 确认 知道了'.split(
    ' ',
  ),
)

/** A yes or a no, whole: said where a button was expected, and nobody's name. */
const isBareAnswer = (text: string) =>
  bareAnswers.has(
    simplified(text)
      .toLowerCase()
      .replace(/[\s.。!！~～]+$/u, ''),
  )

/** Names of several parts have one kind of dot between them on a Chinese card, and Chinese names no spaces. */
function asOnCard(name: string): string {
  return name
    .replace(/(?<=\p{Script=Han})\s*[·•・.]+\s*(?=\p{Script=Han})/gu, '·')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
}

function words(text: string): Parsed {
  return /\p{L}{2,}/u.test(text) ? { ok: true, value: text } : { ok: false, problem: 'characters' }
}

/** Read by the kind that was chosen; a number that is plainly of another kind tells that too. */
function parseNumber(text: string, { today, said }: Around): Parsed {
  const kind = said('document') ?? 'resident-id'
  const read = (documentOf(kind) ?? documentOf('resident-id'))?.read(text, today)
  if (!read?.ok) {
    const permit = kind === 'resident-id' ? documentOf('residence-permit')?.read(text, today) : undefined
    if (permit?.ok) return { ok: true, value: permit.value, also: { document: 'residence-permit' } }
    return { ok: false, problem: read?.problem ?? 'length' }
  }
  // what the number itself shows is not kept twice: only what would otherwise be asked
  const { value, birthDate, documentExpiry } = read
  const also = kind === 'passport' && birthDate && documentExpiry ? { birthDate, documentExpiry } : undefined
  return { ok: true, value, ...(also ? { also } : {}) }
}

/** Street and door, kept as the whole address. A whole address typed here, or one of another place, is understood as such. */
function parseStreet(text: string, { said }: Around): Parsed {
  const chosen = { province: said('province'), city: said('city'), district: said('district') }
  const matched = matchRegion(text)
  const region = matched?.rest ? { province: matched.province, city: matched.city, district: matched.district } : undefined
  const sameProvince = region !== undefined && region.province === chosen.province
  const place = region && (!sameProvince || region.district) ? region : chosen
  const street = region ? (matched?.rest ?? text) : text
  if ([...street].length < 4) return { ok: false, problem: 'too-short', limit: 4 }
  if (!/\p{L}{2,}/u.test(street)) return { ok: false, problem: 'characters' }
  return { ok: true, value: wholeAddress(place, street), ...(place === chosen ? {} : { also: placeAnswers(place) }) }
}

export interface Place {
  province?: string | undefined
  city?: string | undefined
  district?: string | undefined
}

export function wholeAddress({ province, city, district }: Place, street: string): string {
  const region = fullRegionName([province, city, district])
  return /^\p{Script=Han}/u.test(street) ? `${region}${street}` : `${region} ${street}`.trim()
}

export function placeAnswers({ province, city, district }: Place): Record<string, string> {
  return { ...(province ? { province } : {}), ...(city ? { city } : {}), ...(district ? { district } : {}) }
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `1990-03-07`, `19900307`, `1990年3月7日`, `7 March 1990`, `23/3/1990`. None where day and month could be either way round. */
function readDate(text: string): Temporal.PlainDate | undefined {
  const [, year, month, day] =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})\s*[-/.年 ]\s*(\d{1,2})\s*[-/.月 ]\s*(\d{1,2})\s*[日号]?$/u.exec(text) ?? []
  if (year && month && day) return dateFrom(year, month, day)
  const numeric = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text)
  if (numeric) {
    const [, first = '', second = '', last = ''] = numeric
    const [dayFirst, monthFirst] = [dateFrom(last, second, first), dateFrom(last, first, second)]
    return dayFirst && monthFirst && first !== second ? undefined : (dayFirst ?? monthFirst)
  }
  const named = /^(?:(\d{1,2})\s+)?([a-z]{3,9})\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})$/i.exec(
    text.replace(/(\d)(?:st|nd|rd|th)\b/i, '$1'),
  )
  const index = monthNames.indexOf(named?.[2]?.slice(0, 3).toLowerCase() ?? '')
  return named && index >= 0 ? dateFrom(named[4] ?? '', String(index + 1), named[1] ?? named[3] ?? '') : undefined
}
