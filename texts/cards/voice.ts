import type { DeviceName, Reader } from '../../core/message/view.ts'
import { type Args, type Markup, speak } from '../fluent.ts'
import {
  clock,
  clockInZone,
  formatDay,
  formatList,
  formatMoney,
  formatShortTime,
  formatShortTimeInZone,
  isDoubled,
  timeTag,
  zoneName,
} from '../format.ts'
import type { Button } from '../keyboard.ts'

/** One message as the messenger needs it. */
export interface Rendered {
  /** Telegram HTML */
  html: string
  /** row by row; the thing to do comes first */
  buttons: Button[][]
  /** not to be forwarded: it carries a link that belongs to one person */
  protect?: boolean
  /** no link preview: a preview would load the link */
  quietLinks?: boolean
  /** arrives without a sound: nothing to do about it now */
  silent?: boolean
}

/** What every message is worded with: one reader, one moment. */
export interface Voice {
  now: Date
  html(key: string, args?: Record<string, string | number | Markup>): string
  label(key: string, args?: Args): string
  has(key: string): boolean
  time(iso: string): Markup
  /** for buttons and toasts; names its zone while the reader's own is not known, and in the hour that a clock put back shows twice */
  shortTime(iso: string): string
  /** the same without the day */
  clock(iso: string): string
  /** the name of the zone that all times are said in */
  zone(iso: string): string
  /** false: the zone is the office's, and may not be the reader's */
  zoneKnown: boolean
  device(name: DeviceName | undefined): string
  /** given in fen */
  money(fen: number): string
  /** a local date, `2026-12-24`: `12月24日 周四`, with the year where it is not this one */
  date(day: string): string
  /** names in a row, as the language writes them */
  list(names: readonly string[]): string
}

export function createVoice(reader: Reader, now: Date): Voice {
  const { locale, timeZone, zoneKnown } = reader
  const speaker = speak(locale)
  const isClear = (iso: string) => zoneKnown && !isDoubled(iso, timeZone)
  return {
    now,
    html: speaker.html,
    label: speaker.plain,
    has: speaker.has,
    time: iso => timeTag(iso, locale, timeZone),
    shortTime: iso => (isClear(iso) ? formatShortTime : formatShortTimeInZone)(iso, locale, timeZone, now),
    clock: iso => (isClear(iso) ? clock(iso, timeZone) : clockInZone(iso, locale, timeZone)),
    zone: iso => zoneName(locale, timeZone, iso),
    zoneKnown,
    money: fen => formatMoney(fen, locale),
    list: names => formatList(names, locale),
    date: day => formatDay(day, locale, now),
    device: name => (locale === 'zh-CN' ? name?.zh : name?.en) ?? '',
  }
}

/** Each a whole sentence or more from the catalogue; what does not apply is left out. */
export function lines(...parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part !== undefined).join('\n')
}

/** A message with somebody's own link in it. */
export function withLink(html: string, buttons: Button[][]): Rendered {
  return { html, buttons, protect: true, quietLinks: true }
}
