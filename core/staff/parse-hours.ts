import { dayMinutes, endOf, type Shift, tidyWindows, type Window } from '../booking/day-windows.ts'
import { isRefusal } from '../refusal.ts'
import { isTimeZone, usualZoneName } from '../time-zone.ts'
import { parseDates } from './parse-dates.ts'
import { parseWeekdays } from './parse-days.ts'
import { isOffWord, isUsualWord, wordsOf } from './parse-words.ts'
import { refuseHours } from './refuse-hours.ts'

export interface ParsedHours {
  weekdays: number[]
  windows: Shift[]
}

/** A change of hours as somebody typed it. */
export type HoursChange =
  | ({ kind: 'week' } & ParsedHours)
  /** null: the week holds again */
  | { kind: 'days'; dates: string[]; windows: Window[] | null }
  | { kind: 'limit'; limit: number | null }
  | { kind: 'zone'; timeZone: string }

const noLimitWords = new Set(['none', 'off', 'no', '不限', '无'])
const mostWindows = 6
const highestLimit = 99
/** A shift over midnight that is longer was meant otherwise: 9-5 is 9:00-17:00. */
const longestNight = 14 * 60
const limitForm = /^(?:limit|max|上限|每天最多|每日上限)(-.*)?$/u

/**
 * What may stand after the name: weekdays or dates with their windows or a word for off (`mon-fri 9:00-12:00 13:00-18:00`,
 * `周一至周五 9:00-18:00`, `2026-12-24 off`, `12月24日 休息`), dates `as usual`, `limit 12`, `zone Asia/Kathmandu`. Full-width signs are
 * taken; 22:00-6:00 runs past midnight. `today`: the member's local date. Refused as `hours-invalid` with the part not understood.
 */
export function parseHoursChange(text: string, today: string): HoursChange {
  const words = wordsOf(text)
  const [first = '', ...rest] = words
  const limit = limitForm.exec(first)
  // `limit -1`: a dash draws words together
  if (limit) return { kind: 'limit', limit: parseLimit([...(limit[1] ? [limit[1]] : []), ...rest].join(' ')) }
  if (/^(zone|timezone|时区)$/u.test(first)) return { kind: 'zone', timeZone: parseZone(rest.join(' ')) }
  const dates = parseDates(first, today)
  if (dates) return { kind: 'days', dates, windows: isUsualWord(rest.join(' ')) ? null : parseWindows(rest) }
  return { kind: 'week', ...parseWeek(words) }
}

/** Whether a text that nobody asked for speaks of hours: it begins with weekdays or dates. */
export function speaksOfHours(text: string, today: string): boolean {
  const [first = '', second] = wordsOf(text)
  if (second === undefined) return false
  try {
    return parseWeekdays(first) !== undefined || parseDates(first, today) !== undefined
  } catch (error) {
    if (isRefusal(error, 'hours-invalid')) return true
    throw error
  }
}

/** Weekdays and their windows only. */
export function parseHours(text: string): ParsedHours {
  return parseWeek(wordsOf(text))
}

function parseWeek(words: readonly string[]): ParsedHours {
  const isDay = words.findIndex(word => !parseWeekdays(word))
  const days = words.slice(0, Math.max(isDay, 0))
  const weekdays = [...new Set(days.flatMap(word => parseWeekdays(word) ?? []))].sort()
  if (weekdays.length === 0) return refuseHours('form', words.join(' '))
  const windows = parseWindows(words.slice(days.length))
  return { weekdays, windows: weekdays.flatMap(weekday => windows.map(window => ({ weekday, ...window }))) }
}

/** No window at all is a day off. Those that touch become one. */
function parseWindows(words: readonly string[]): Window[] {
  const written = words.flatMap(word => word.split(/[,、;]/u)).filter(word => word !== '')
  if (written.length === 0) return refuseHours('form', words.join(' '))
  if (written.length === 1 && isOffWord(written[0] ?? '')) return []
  if (written.length > mostWindows) return refuseHours('too-many-windows', written.join(' '))
  const windows = written.map(parseWindow)
  const tidy = tidyWindows(windows) ?? refuseHours('overlap', written.join(' '))
  const long = windows.findIndex(window => endOf(window) > dayMinutes && endOf(window) - window.startMinute > longestNight)
  return long < 0 ? tidy : refuseHours('overnight', written[long] ?? '')
}

const time = String.raw`(上午|早上|中午|下午|晚上)?(\d{1,2})(?::(\d{2})|点半?(?:(\d{1,2})分?)?)?(am|pm)?`
const windowForm = new RegExp(`^${time}[-~]${time}$`, 'u')

function parseWindow(word: string): Window {
  const match = windowForm.exec(word)
  if (!match) return refuseHours('form', word)
  const [from = '', to = ''] = word.split(/[-~]/u)
  const startMinute = minuteOf(from, match.slice(1, 6))
  const endMinute = minuteOf(to, match.slice(6, 11))
  if (startMinute > 1439 || endMinute > 1440 || startMinute === endMinute) return refuseHours('form', word)
  return { startMinute, endMinute }
}

/** More than a day has where the parts make no time. */
function minuteOf(written: string, [part, hour, minute, said, half]: (string | undefined)[]): number {
  const minutes = Number(minute ?? said ?? (written.includes('点半') ? 30 : 0))
  const hours = Number(hour)
  const isOfTwelve = half === undefined || (hours >= 1 && hours <= 12)
  return minutes > 59 || !isOfTwelve ? Number.POSITIVE_INFINITY : hourOf(hours, half ?? part) * 60 + minutes
}

/** On the clock of 24 hours; 晚上12点 is midnight, 中午1点 is 13:00. */
function hourOf(hours: number, mark: string | undefined): number {
  if (mark === undefined || hours > 12) return hours
  if (mark === '中午') return hours < 3 ? hours + 12 : hours
  if (mark === '晚上' && hours === 12) return 24
  const isLate = mark === 'pm' || mark === '下午' || mark === '晚上'
  return (hours % 12) + (isLate ? 12 : 0)
}

function parseLimit(text: string): number | null {
  if (noLimitWords.has(text)) return null
  const [, count] = /^(\d{1,3})(?:场|次| calls?| reviews?)?$/u.exec(text) ?? []
  const limit = Number(count)
  return count !== undefined && limit >= 1 && limit <= highestLimit ? limit : refuseHours('limit', text)
}

/** The zone's name as IANA writes it. */
function parseZone(text: string): string {
  const name = text.replace(/\s+/gu, '_')
  // an offset such as +08:00 would know no clock changes
  if (!/^[a-z]/iu.test(name) || !isTimeZone(name)) return refuseHours('zone', text)
  return usualZoneName(name)
}
