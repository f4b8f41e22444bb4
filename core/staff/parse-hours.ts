import type { Shift } from '../booking/slots.ts'
import { refuse } from '../refusal.ts'

const dayNames: Record<string, number> = {
  mon: 1,
  monday: 1,
  tue: 2,
  tuesday: 2,
  wed: 3,
  wednesday: 3,
  thu: 4,
  thursday: 4,
  fri: 5,
  friday: 5,
  sat: 6,
  saturday: 6,
  sun: 7,
  sunday: 7,
  周一: 1,
  周二: 2,
  周三: 3,
  周四: 4,
  周五: 5,
  周六: 6,
  周日: 7,
  周天: 7,
  星期一: 1,
  星期二: 2,
  星期三: 3,
  星期四: 4,
  星期五: 5,
  星期六: 6,
  星期日: 7,
  星期天: 7,
}
const sets: Record<string, readonly number[]> = {
  daily: [1, 2, 3, 4, 5, 6, 7],
  everyday: [1, 2, 3, 4, 5, 6, 7],
  每天: [1, 2, 3, 4, 5, 6, 7],
  weekdays: [1, 2, 3, 4, 5],
  工作日: [1, 2, 3, 4, 5],
  weekend: [6, 7],
  weekends: [6, 7],
  周末: [6, 7],
}
const closedWords = new Set(['off', 'closed', 'none', '休息', '休'])

export interface ParsedHours {
  weekdays: number[]
  windows: Shift[]
}

/**
 * Hours as people write them: `mon-fri 9:00-12:00 13:00-18:00`, `sat,sun 10:00-16:00`, `daily 0:00-24:00`, `周一至周五 9:00-18:00`,
 * `sun off`. Full-width signs are taken; 22:00-6:00 runs past midnight. Refused as `hours-invalid` with the part not understood,
 * also when two windows overlap.
 */
export function parseHours(text: string): ParsedHours {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s*([-~至到,、])\s*/gu, '$1')
    .trim()
    .split(/\s+/u)
  const [dayWord = '', ...rest] = words
  const weekdays = parseDays(dayWord)
  if (rest.length === 0) return invalid(text)
  if (rest.length === 1 && closedWords.has(rest[0] ?? '')) return { weekdays, windows: [] }
  const spans = rest.map(parseSpan).sort((a, b) => a.startMinute - b.startMinute)
  for (const [index, span] of spans.entries()) {
    const next = spans[index + 1]
    const end = span.endMinute <= span.startMinute ? span.endMinute + 1440 : span.endMinute
    if (next ? next.startMinute < end : end > 1440 + (spans[0]?.startMinute ?? 0)) return invalid(rest.join(' '))
  }
  return { weekdays, windows: weekdays.flatMap(weekday => spans.map(span => ({ weekday, ...span }))) }
}

function invalid(text: string): never {
  return refuse('hours-invalid', { text: text.slice(0, 60) })
}

function parseDays(word: string): number[] {
  const days = word.split(/[,、]/u).flatMap(part => {
    const set = sets[part]
    if (set) return set
    const [from, to, ...more] = part.split(/[-~至到]/u).map(name => dayNames[name])
    if (from === undefined || more.length > 0) return invalid(part)
    if (!/[-~至到]/u.test(part)) return [from]
    if (to === undefined) return invalid(part)
    const length = ((to - from + 7) % 7) + 1
    return Array.from({ length }, (_, index) => ((from - 1 + index) % 7) + 1)
  })
  return [...new Set(days)].sort()
}

function parseSpan(word: string): { startMinute: number; endMinute: number } {
  const match = /^(\d{1,2})(?::(\d{2}))?[-~至到](\d{1,2})(?::(\d{2}))?$/u.exec(word)
  if (!match) return invalid(word)
  const [startHour = 0, startRest = 0, endHour = 0, endRest = 0] = match.slice(1).map(part => Number(part ?? 0))
  const startMinute = startHour * 60 + startRest
  const endMinute = endHour * 60 + endRest
  if (startRest > 59 || endRest > 59 || startMinute > 1439 || endMinute > 1440 || startMinute === endMinute) return invalid(word)
  return { startMinute, endMinute }
}
