import type { Window } from '../../core/booking/day-windows.ts'
import type { MessageView } from '../../core/message/view.ts'
import type { HoursDiff } from '../../core/staff/hours-diff.ts'
import type { Stretch, TwoWeeks } from '../../core/staff/read-week.ts'
import type { DeskDay } from '../../core/staff/schedule.ts'
import { clockOfDay } from '../format.ts'
import { lines, type Rendered, type Voice } from './voice.ts'

type View<K extends MessageView['kind']> = Extract<MessageView, { kind: K }>

/** More lines than these are counted instead of shown: in an answer, and in a message that nobody asked for. */
const mostLines = 8
const mostInMessage = 2

/** Somebody else changed the reader's hours. */
export function renderHoursChanged(voice: Voice, { diff, zone }: View<'hours-changed'>): Rendered {
  const said = changeLines(voice, diff, mostInMessage)
  return { html: lines(voice.html('hours-changed', { zone }), ...said, voice.html('hours-changed-after')), buttons: [] }
}

/** Holidays or make-up working days of the desk changed. */
export function renderDaysChanged(voice: Voice, { differs }: View<'desk-days-changed'>): Rendered {
  const said = differs.map(({ date, after }) => deskDayLine(voice, date, after))
  return {
    html: lines(voice.html('desk-days-changed'), ...atMost(voice, said, mostInMessage), voice.html('hours-changed-after')),
    buttons: [],
  }
}

/** What the picture shows, as text: dates in a row that are alike share a line. */
export function renderHoursPicture(voice: Voice, { week }: View<'hours-picture'>): Rendered {
  const said = week.days.map(day => ({ day, text: dayText(voice, day) }))
  const runs: { from: string; to: string; text: string }[] = []
  for (const { day, text } of said) {
    const last = runs.at(-1)
    if (last?.text === text) last.to = day.date
    else runs.push({ from: day.date, to: day.date, text })
  }
  const shown = runs.map(({ from, to, text }) => voice.html('hours-line', { days: datesText(voice, from, to), windows: text }))
  return {
    html: lines(voice.html('hours-of', { name: week.name, zone: week.zone }), ...withinCaption(voice, shown)),
    buttons: [],
    silent: true,
  }
}

/** A caption has 1,024 characters; a name and a zone of any length take no more than these leave. */
const longestCaption = 800

function withinCaption(voice: Voice, said: readonly string[]): string[] {
  let most = said.length
  while (most > 1 && atMost(voice, said, most).join('\n').length > longestCaption) most--
  return atMost(voice, said, most)
}

function dayText(voice: Voice, day: TwoWeeks['days'][number]): string {
  const { booked, name } = day
  const hours = hoursText(voice, day)
  const why = name ? voice.label('hours-picture-because', { hours, name: voice.device(name) }) : hours
  return booked.length === 0 ? why : voice.label('hours-picture-line', { hours: why, count: booked.length })
}

/** The shifts, and which part of them falls away. */
function hoursText(voice: Voice, { shifts, away }: TwoWeeks['days'][number]): string {
  const said = (stretches: readonly Stretch[]) => stretches.map(one => stretchText(voice, one)).join(' ')
  if (shifts.length === 0) return voice.label('hours-off')
  if (away.length === 0) return said(shifts)
  if (said(away) === said(shifts)) return voice.label('hours-picture-absent')
  return voice.label('hours-picture-part', { hours: said(shifts), away: said(away) })
}

const stretchText = (voice: Voice, { from, until }: Stretch): string =>
  voice.label('hours-window', { from: clockOfDay(from), to: clockOfDay(until) })

/** What is different, a line each: before → after. */
export function changeLines(voice: Voice, { zone, limit, week, days }: HoursDiff, most = mostLines): string[] {
  const change = (what: string, before: string, after: string) => voice.html('hours-change', { what, before, after })
  const said = [
    ...(zone ? [change(voice.label('hours-zone'), zone.before, zone.after)] : []),
    ...(limit ? [change(voice.label('hours-limit'), limitText(voice, limit.before), limitText(voice, limit.after))] : []),
    ...week.map(({ weekdays, before, after }) =>
      change(weekdaysText(voice, weekdays), windowsText(voice, before), windowsText(voice, after)),
    ),
    ...days.map(({ from, to, before, after }) =>
      change(datesText(voice, from, to), windowsText(voice, before), windowsText(voice, after)),
    ),
  ]
  return atMost(voice, said, most)
}

/** At most so many lines, the last of which counts those left out. */
export function atMost(voice: Voice, said: readonly string[], most = mostLines): string[] {
  if (said.length <= most) return [...said]
  return [...said.slice(0, most - 1), voice.html('hours-more', { count: said.length - most + 1 })]
}

/** `周一至周五`, `Mon, Wed`; all seven have a word of their own. */
export function weekdaysText(voice: Voice, weekdays: readonly number[]): string {
  if (weekdays.length === 7) return voice.label('hours-every-day')
  const name = (weekday: number) => voice.label(`weekday-${weekday}`)
  const runs: number[][] = []
  for (const weekday of weekdays) {
    const last = runs.at(-1)
    if (last?.at(-1) === weekday - 1) last.push(weekday)
    else runs.push([weekday])
  }
  const said = runs.flatMap(run => {
    const [first = 0, last = 0] = [run[0], run.at(-1)]
    return run.length > 2 ? [voice.label('hours-days-range', { first: name(first), last: name(last) })] : run.map(name)
  })
  return voice.list(said)
}

export function datesText(voice: Voice, from: string, to: string): string {
  if (from === to) return voice.date(from)
  return voice.label('hours-days-range', { first: voice.date(from), last: voice.date(to) })
}

/** `09:00–12:00 13:00–18:00`, `22:00–次日 06:00`; none is a day off. */
export function windowsText(voice: Voice, windows: readonly Window[]): string {
  return windows.length === 0 ? voice.label('hours-off') : windows.map(window => windowText(voice, window)).join(' ')
}

function windowText(voice: Voice, { startMinute, endMinute }: Window): string {
  const [from, to] = [clockOfDay(startMinute), clockOfDay(endMinute === 0 ? 1440 : endMinute)]
  return voice.label(endMinute > startMinute || endMinute === 0 ? 'hours-window' : 'hours-window-over', { from, to })
}

export const limitText = (voice: Voice, limit: number | null): string =>
  limit === null ? voice.label('hours-no-limit') : voice.label('hours-limit-count', { count: limit })

/** A holiday, a make-up working day, or (undefined) an ordinary day again. */
export function deskDayLine(voice: Voice, date: string, day: DeskDay | undefined): string {
  const said = { date: voice.date(date), name: day ? voice.device(day.name) : '' }
  if (!day) return voice.html('desk-day-usual', said)
  if (day.worksAs === 0) return voice.html('desk-day-off', said)
  return voice.html('desk-day-works', { ...said, weekday: voice.label(`weekday-${day.worksAs}`) })
}
