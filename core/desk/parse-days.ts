import { parseDates } from '../staff/parse-dates.ts'
import { parseWeekdays } from '../staff/parse-days.ts'
import { isOffWord, isUsualWord, wordsOf } from '../staff/parse-words.ts'
import { refuseHours } from '../staff/refuse-hours.ts'
import type { DeskDay } from '../staff/schedule.ts'

/** A change of the desk's days as somebody typed it. */
export type DeskDaysChange =
  | { kind: 'set'; days: DeskDay[] }
  | { kind: 'clear'; dates: string[] }
  | { kind: 'load'; year: number }

const loadWords = new Set(['load', '载入', '加载', '导入'])
const workWords = new Set(['work', 'works', 'working', '上班', '补班', '调休'])
const asWords = new Set(['as', 'like', '按'])
const longestName = 30

/**
 * What may stand after /holiday: `load 2026`, `2026-12-25 off Christmas`, `10月10日 上班 周一`, `12-25 usual`. Without a weekday a
 * make-up day is worked like a Monday. `today`: the office's local date. Refused as `hours-invalid`.
 */
export function parseDeskDays(text: string, today: string): DeskDaysChange {
  const [first = '', second = '', ...rest] = wordsOf(text)
  if (loadWords.has(first)) {
    const year = /^(\d{4})年?$/u.exec(second)?.[1]
    return year && rest.length === 0 ? { kind: 'load', year: Number(year) } : refuseHours('days', text)
  }
  const dates = parseDates(first, today)
  if (!dates) return refuseHours('days', text)
  if (isUsualWord([second, ...rest].join(' '))) return { kind: 'clear', dates }
  if (isOffWord(second))
    return { kind: 'set', days: dates.map(date => ({ date, worksAs: 0, name: nameOf(rest, '放假', 'Holiday') })) }
  if (!workWords.has(second)) return refuseHours('days', text)
  const said = rest.filter(word => !asWords.has(word)).map(word => word.replace(/^按/u, ''))
  const [worksAs = 1, ...more] = said.length === 0 ? [] : (parseWeekdays(said.join(',')) ?? refuseHours('days', text))
  if (more.length > 0) return refuseHours('days', text)
  return { kind: 'set', days: dates.map(date => ({ date, worksAs, name: nameOf([], '调休', 'Make-up day') })) }
}

function nameOf(words: readonly string[], zh: string, en: string): DeskDay['name'] {
  const said = words.join(' ').slice(0, longestName)
  if (said === '') return { zh, en }
  const name = said.charAt(0).toUpperCase() + said.slice(1)
  return { zh: name, en: name }
}
