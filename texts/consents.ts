import { createHash } from 'node:crypto'
import type { ConsentKind } from '../core/application/steps.ts'
import type { Locale } from '../core/message/kinds.ts'
import { speak } from './fluent.ts'

export interface ConsentText {
  /** Telegram HTML, exactly what is shown */
  html: string
  version: string
  /** SHA-256 of `html` in UTF-8, hex: what the consent's record keeps */
  hash: string
}

/** Raised with every change of a text, in either language; a test holds each version to its hashes. */
const versions: Record<ConsentKind, string> = { data: '3', face: '2', recording: '2' }

/** How long things are kept, in days: what the desk's policy says at this moment. */
export interface Kept {
  picturesKeptDays: number
  hashesKeptDays: number
}

/** `180 days`; whole years as years. */
export function keptFor(days: number, locale: Locale): string {
  const years = days / 365
  return Number.isInteger(years)
    ? speak(locale).plain('kept-years', { count: years })
    : speak(locale).plain('kept-days', { count: days })
}

/** What a person agrees to, word for word. */
export function consentText(kind: ConsentKind, locale: Locale, { picturesKeptDays, hashesKeptDays }: Kept): ConsentText {
  const kept = { pictures: keptFor(picturesKeptDays, locale), hashes: keptFor(hashesKeptDays, locale) }
  const html = speak(locale).html(`consent-text-${kind}`, kept)
  return { html, version: versions[kind], hash: createHash('sha256').update(html).digest('hex') }
}
