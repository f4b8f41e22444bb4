import { localeOf, pageLanguage } from '../shared/language.ts'
import { t } from './texts.ts'

export const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone

let spokenZone = ownZone

/** The page says times in the zone that the chat says them in; in the browser's where the desk knows none, or the browser not that one. */
export function adoptZone(timeZone: string | undefined): void {
  spokenZone = timeZone && isKnown(timeZone) ? timeZone : ownZone
}

function isKnown(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }))
  } catch {
    return false
  }
}

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(localeOf(pageLanguage.get()), { timeZone: spokenZone, ...options })
}

const format = (at: string | number, options: Intl.DateTimeFormatOptions): string => formatter(options).format(new Date(at))

/** The zone as short as the reader's language has it at that moment: GMT+8, EST. */
function shortZone(at: string | number): string {
  const parts = formatter({ timeZoneName: 'short' }).formatToParts(new Date(at))
  return parts.find(part => part.type === 'timeZoneName')?.value ?? spokenZone
}

/** Weekday, date and time in the zone that the chat speaks, named. */
export function whenInWords(at: string): string {
  return t('when', {
    day: format(at, { weekday: 'long', month: 'long', day: 'numeric' }),
    time: timeOfDay(at),
    zone: shortZone(at),
  })
}

export function dayInWords(at: string | number): string {
  return format(at, { weekday: 'short', month: 'short', day: 'numeric' })
}

/** Hours and minutes alone, for lists under a heading that names the zone. */
export function timeOfDay(at: string | number): string {
  return format(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

export function timeWithZone(at: string | number): string {
  return t('time-with-zone', { time: timeOfDay(at), zone: shortZone(at) })
}

/** The reader's zone as it is called now. */
export function zoneName(at: number): string {
  const parts = formatter({ timeZoneName: 'long' }).formatToParts(at)
  return parts.find(part => part.type === 'timeZoneName')?.value ?? spokenZone
}

/** The date in the zone that the page speaks, `2026-11-24`. */
export function dateOf(at: string | number): string {
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  return new Intl.DateTimeFormat('sv-SE', { timeZone: spokenZone, ...digits }).format(new Date(at))
}

export const sameDay = (a: string | number, b: string | number): boolean => dateOf(a) === dateOf(b)

/** Whether this computer's clock shows another time than the page does. */
export function differsFromBrowser(at: number): boolean {
  const wall = (timeZone: string) => new Date(at).toLocaleString('sv-SE', { timeZone })
  return wall(ownZone) !== wall(spokenZone)
}

/** "2 hours and 5 minutes": the largest two units that say something. */
export function spanInWords(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 60) return t('span-seconds', { seconds })
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 60) return t('span-minutes', { minutes })
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return t(minutes % 60 ? 'span-hours-minutes' : 'span-hours', { hours, minutes: minutes % 60 })
  const days = Math.floor(hours / 24)
  return t(hours % 24 ? 'span-days-hours' : 'span-days', { days, hours: hours % 24 })
}

/** 4:07, for a running call. */
export function stopwatch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const pad = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${hours ? pad(Math.floor(seconds / 60) % 60) : Math.floor(seconds / 60)}:${pad(seconds % 60)}`
  return hours ? `${hours}:${rest}` : rest
}
