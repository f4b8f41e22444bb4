import { createRequire } from 'node:module'
import { dayNumber, weekdayOf } from '../booking/local-clock.ts'
import type { DeskDay } from '../staff/schedule.ts'

/** The weekday whose hours a make-up working day has, unless somebody chooses another for it. */
const makeUpWorksAs = 1

/** By date: `National Day,国庆节,3`. */
interface Announced {
  holidays: Record<string, string>
  workdays: Record<string, string>
}

// the package's functions read dates on the clock of the machine and are a day off in some zones; its data are right everywhere
const announced: Announced = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json')

/**
 * China's public holidays and make-up working days of a year, as the State Council announced them (data of the package
 * `chinese-days`); empty for a year that was not announced when that package was made.
 */
export function chinaDays(year: number): DeskDay[] {
  const ofYear = (days: Record<string, string>) => Object.entries(days).filter(([date]) => date.startsWith(`${year}-`))
  const holidays = ofYear(announced.holidays).map(([date, name]) => dayOf(date, name, 0))
  const workdays = ofYear(announced.workdays)
    .filter(([date]) => weekdayOf(dayNumber(date)) > 5)
    .map(([date, name]) => dayOf(date, name, makeUpWorksAs))
  return [...holidays, ...workdays].sort((a, b) => a.date.localeCompare(b.date))
}

function dayOf(date: string, name: string, worksAs: number): DeskDay {
  const [en = name, zh = name] = name.split(',')
  return { date, worksAs, name: { zh, en } }
}
