import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { Temporal } from 'temporal-polyfill'
import { parseDocumentNumber } from './document-number.ts'
import { normaliseProse, normaliseText } from './normalise.ts'
import type { TextField } from './steps.ts'

export type Parsed = { ok: true; value: string } | { ok: false; problem: string; limit?: number }

const lengths: Record<TextField, { min: number; max: number }> = {
  name: { min: 2, max: 50 },
  documentNumber: { min: 1, max: 60 },
  phone: { min: 1, max: 40 },
  address: { min: 6, max: 200 },
  purpose: { min: 4, max: 500 },
  usePlan: { min: 4, max: 500 },
}

/** Sentences, kept as they were written. */
const prose: ReadonlySet<TextField> = new Set(['address', 'purpose', 'usePlan'])

/**
 * One typed answer, normalised and checked. Problems are codes that texts words as `problem-<field>-<problem>`, or
 * `problem-too-long` with the limit in characters. `today` is the office's local date.
 */
export function parseAnswer(field: TextField, raw: string, today: Temporal.PlainDate): Parsed {
  const text = prose.has(field) ? normaliseProse(raw) : normaliseText(raw)
  const { min, max } = lengths[field]
  if (text === '') return { ok: false, problem: 'empty' }
  if ([...text].length > max) return { ok: false, problem: 'too-long', limit: max }
  if ([...text].length < min) return { ok: false, problem: 'too-short', limit: min }
  return parsers[field](text, today)
}

const parsers: Record<TextField, (text: string, today: Temporal.PlainDate) => Parsed> = {
  name: text => {
    // letters of any script with marks, spaces, and the dots, hyphens and apostrophes that names have; no digits, no emoji
    const fits = /^[\p{L}\p{M}]+(?:[ ·•・.'’-]+[\p{L}\p{M}]+)*\.?$/u.test(text)
    return fits ? { ok: true, value: text } : { ok: false, problem: 'characters' }
  },
  documentNumber: (text, today) => parseDocumentNumber(text, today),
  phone: text => {
    const phone = parsePhoneNumberFromString(text, 'CN')
    // abroad, the table of valid numbers knows too few: it refuses the reserved ones that examples are made of
    const fits = phone?.countryCallingCode === '86' ? phone.isValid() : phone?.isPossible()
    return phone && fits ? { ok: true, value: phone.number } : { ok: false, problem: 'number' }
  },
  address: text => (/\p{L}{2,}/u.test(text) ? { ok: true, value: text } : { ok: false, problem: 'characters' }),
  purpose: words,
  usePlan: words,
}

function words(text: string): Parsed {
  return /\p{L}{2,}/u.test(text) ? { ok: true, value: text } : { ok: false, problem: 'characters' }
}
