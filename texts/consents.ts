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

/** What a person agrees to, word for word. */
export function consentText(kind: ConsentKind, locale: Locale): ConsentText {
  const html = speak(locale).html(`consent-text-${kind}`)
  return { html, version: versions[kind], hash: createHash('sha256').update(html).digest('hex') }
}
