import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import type { Locale } from '../core/message/kinds.ts'

export type Args = Record<string, string | number>
/** Telegram HTML that `texts` made itself (a time, a sentence from `html`); the only thing that stands in a message unescaped. */
export interface Markup {
  readonly html: string
}
export interface Speaker {
  locale: Locale
  /** Telegram HTML: arguments are escaped, the catalogue's own tags and Markup stand */
  html(key: string, args?: Record<string, string | number | Markup>): string
  /** plain text: nothing is escaped, so it must not be sent with a parse mode */
  plain(key: string, args?: Args): string
  has(key: string): boolean
}

const folder = fileURLToPath(new URL('.', import.meta.url))

/** Everything that interpolated input could break out of HTML with. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
}

function toHtml(value: string | number | Markup): string | number {
  if (typeof value === 'object') return value.html
  return typeof value === 'string' ? escapeHtml(value) : value
}

function loadBundle(locale: Locale): FluentBundle {
  // isolation marks around arguments land inside links, codes and numbers
  const bundle = new FluentBundle(locale, { useIsolating: false })
  const catalogues = readdirSync(folder).filter(name => name.endsWith(`.${locale}.ftl`) && !/^web[.-]/.test(name))
  for (const name of catalogues) {
    const errors = bundle.addResource(new FluentResource(readFileSync(`${folder}/${name}`, 'utf8')))
    if (errors.length > 0) throw new Error(`${name}: ${errors.map(String).join('; ')}`)
  }
  return bundle
}

function createSpeaker(locale: Locale): Speaker {
  const bundle = loadBundle(locale)
  const format = (key: string, args: Record<string, FluentVariable>): string => {
    const [id = key, attribute] = key.split('.')
    const message = bundle.getMessage(id)
    const pattern = attribute ? message?.attributes[attribute] : message?.value
    if (!pattern) throw new Error(`no text "${key}" in ${locale}`)
    const errors: Error[] = []
    const text = bundle.formatPattern(pattern, args, errors)
    if (errors.length > 0) throw new Error(`text "${key}" in ${locale}: ${errors.join('; ')}`)
    return text
  }
  return {
    locale,
    html: (key, args = {}) => format(key, Object.fromEntries(Object.entries(args).map(([name, value]) => [name, toHtml(value)]))),
    plain: (key, args = {}) => format(key, args),
    has: key => bundle.hasMessage(key.split('.')[0] ?? key),
  }
}

const speakers = new Map<Locale, Speaker>()

/** The desk's voice in one language; `html` for messages, `plain` for labels and toasts. A missing text or variable throws: it is a defect. */
export function speak(locale: Locale): Speaker {
  const known = speakers.get(locale)
  if (known) return known
  const made = createSpeaker(locale)
  speakers.set(locale, made)
  return made
}
