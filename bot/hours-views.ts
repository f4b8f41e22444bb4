import type { Window } from '../core/booking/day-windows.ts'
import { groupBy } from '../core/group-by.ts'
import type { OutsideBooking } from '../core/staff/find-outside.ts'
import type { ChangedHours } from '../core/staff/hours.ts'
import { differs } from '../core/staff/hours-diff.ts'
import type { MemberHours } from '../core/staff/read-members.ts'
import { atMost, changeLines, datesText, deskDayLine, limitText, weekdaysText, windowsText } from '../texts/cards/hours.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import type { Press } from '../texts/press.ts'
import { inPairs } from './form-summary.ts'
import { paragraphs } from './replies.ts'
import type { Scene } from './scene.ts'

export interface View {
  html: string
  buttons: Button[][]
}

/** Hours that a button can set; anything else is typed. */
export const presets: Readonly<Record<string, readonly Window[]>> = {
  a: [{ startMinute: 540, endMinute: 1080 }],
  b: [
    { startMinute: 540, endMinute: 720 },
    { startMinute: 780, endMinute: 1080 },
  ],
  c: [{ startMinute: 600, endMinute: 1140 }],
  d: [{ startMinute: 780, endMinute: 1260 }],
  e: [{ startMinute: 1320, endMinute: 360 }],
  f: [{ startMinute: 0, endMinute: 1440 }],
  x: [],
}
const dayChoices = ['12345', '67', '1234567', '1', '2', '3', '4', '5', '6', '7']
const limits = ['4', '6', '8', '12', '16', '20']
const offDates = 14
const mostCases = 4

export const daysIn = (digits: string): number[] =>
  [...new Set([...digits].map(Number))].filter(day => day >= 1 && day <= 7).sort()

const button = (label: string, press: Press): Button => ({ label, press })

/** One member's hours as text: the week, the limit, what differs on coming dates. */
function weekText({ voice }: Scene, { member, schedule, desk }: MemberHours): string {
  const byDay = groupBy(schedule.week, shift => shift.weekday)
  const alike = groupBy([...byDay], ([, windows]) => windowsText(voice, windows))
  const week = [...alike].map(([windows, entries]) =>
    voice.html('hours-line', {
      days: weekdaysText(
        voice,
        entries.map(([weekday]) => weekday),
      ),
      windows,
    }),
  )
  const days = schedule.days.map(({ date, windows }) =>
    voice.html('hours-line', { days: datesText(voice, date, date), windows: windowsText(voice, windows) }),
  )
  return lines(
    voice.html('hours-of', { name: member.name, zone: schedule.timeZone }),
    ...(week.length > 0 ? week : [voice.html('hours-none')]),
    schedule.dailyLimit === null ? undefined : voice.html('hours-limit-line', { limit: limitText(voice, schedule.dailyLimit) }),
    ...atMost(voice, days),
    ...atMost(
      voice,
      desk.slice(0, 3).map(day => deskDayLine(voice, day.date, day)),
    ),
  )
}

/** One member's page: the hours, and what can be done with them. */
export function memberPage(scene: Scene, hours: MemberHours): View {
  const { voice } = scene
  const staff = hours.member.id
  const buttons = [
    [
      button(voice.label('hours-do-days'), { verb: 'hours-days', staff }),
      button(voice.label('hours-do-off'), { verb: 'hours-dates', staff }),
    ],
    [
      button(voice.label('hours-do-limit'), { verb: 'hours-limits', staff }),
      button(voice.label('hours-do-picture'), { verb: 'hours-picture', staff }),
    ],
    toAll(scene),
  ].filter(row => row.length > 0)
  return { html: paragraphs(weekText(scene, hours), formText(scene)), buttons }
}

const formText = ({ voice }: Scene): string => voice.html('hours-form', { example: voice.label('command-hours.example') })

/** Everybody's hours, a button each. */
export function teamPage(scene: Scene, team: readonly MemberHours[]): View {
  const shown = team.slice(0, 12)
  const buttons = team.slice(0, 40).map(({ member }) => button(member.name.slice(0, 18), { verb: 'hours', staff: member.id }))
  return { html: paragraphs(...shown.map(hours => weekText(scene, hours)), formText(scene)), buttons: inPairs(buttons) }
}

const toAll = ({ voice, roles }: Scene): Button[] =>
  roles.has('admin') ? [button(voice.label('hours-do-all'), { verb: 'hours-all' })] : []
const toWeek = ({ voice }: Scene, staff: string): Button => button(voice.label('hours-do-week'), { verb: 'hours', staff })

export function pickDays(scene: Scene, { member }: MemberHours): View {
  const { voice } = scene
  const staff = member.id
  const choices = dayChoices.map(days => button(weekdaysText(voice, daysIn(days)), { verb: 'hours-times', staff, days }))
  return { html: voice.html('hours-pick-days', { name: member.name }), buttons: [...inPairs(choices), [toWeek(scene, staff)]] }
}

export function pickTimes(scene: Scene, { member }: MemberHours, days: string): View {
  const { voice, locale } = scene
  const staff = member.id
  const choices = Object.entries(presets).map(([preset, windows]) =>
    button(windows.length === 0 ? voice.label('hours-off') : shortHours(windows), { verb: 'hours-set', staff, days, preset }),
  )
  const written = daysIn(days).map(day =>
    locale === 'en' ? voice.label(`weekday-${day}`).toLowerCase() : voice.label(`weekday-${day}`),
  )
  const said = { name: member.name, days: weekdaysText(voice, daysIn(days)), zone: member.timeZone, example: written.join(',') }
  return { html: voice.html('hours-pick-times', said), buttons: [...inPairs(choices), [toWeek(scene, staff)]] }
}

/** `9–12 · 13–18`: whole hours, so that it fits on a button. */
const shortHours = (windows: readonly Window[]): string =>
  windows.map(({ startMinute, endMinute }) => `${startMinute / 60}–${endMinute / 60}`).join(' · ')

export function pickOff(scene: Scene, { member, schedule, today }: MemberHours): View {
  const { voice } = scene
  const staff = member.id
  const off = new Set(schedule.days.filter(({ windows }) => windows.length === 0).map(({ date }) => date))
  const first = Date.parse(today)
  const choices = Array.from({ length: offDates }, (_, index) =>
    new Date(first + index * 86_400_000).toISOString().slice(0, 10),
  ).map(date =>
    button(voice.label(off.has(date) ? 'hours-date-off' : 'hours-date-on', { date: voice.date(date) }), {
      verb: 'hours-date',
      staff,
      date,
      to: off.has(date) ? 'on' : 'off',
    }),
  )
  return { html: voice.html('hours-pick-off', { name: member.name }), buttons: [...inPairs(choices), [toWeek(scene, staff)]] }
}

export function pickLimit(scene: Scene, { member, schedule }: MemberHours): View {
  const { voice } = scene
  const staff = member.id
  const choices = [...limits, 'none'].map(limit =>
    button(limitText(voice, limit === 'none' ? null : Number(limit)), { verb: 'hours-limit', staff, limit }),
  )
  const said = { name: member.name, limit: limitText(voice, schedule.dailyLimit) }
  return { html: voice.html('hours-pick-limit', said), buttons: [...inPairs(choices), [toWeek(scene, staff)]] }
}

/** What a change made different, who has bookings outside the hours now, and the way back. */
export function changedView(scene: Scene, { changeId, member, diff, outside }: ChangedHours, head?: string): View {
  const { voice } = scene
  const { name, timeZone } = member
  const said = head ?? voice.html(changeId && differs(diff) ? 'hours-set' : 'hours-same', { name, zone: timeZone })
  const undo = changeId && !head ? [button(voice.label('hours-do-undo'), { verb: 'hours-undo', change: changeId })] : []
  const { html, buttons } = outsideView(scene, outside)
  return {
    html: paragraphs(lines(said, ...changeLines(voice, diff)), html),
    buttons: [...buttons, [...undo, toWeek(scene, member.id)]],
  }
}

/** Names the booked calls that lie outside working hours; an admin opens them by a press. */
export function outsideView(
  { voice, roles }: Scene,
  outside: readonly OutsideBooking[],
): { html: string | undefined; buttons: Button[][] } {
  if (outside.length === 0) return { html: undefined, buttons: [] }
  const said = outside.map(({ code, startsAt, reviewerName }) =>
    voice.html('hours-outside-line', { code, time: voice.time(startsAt), reviewer: reviewerName }),
  )
  const html = lines(voice.html('hours-outside', { count: outside.length }), ...atMost(voice, said))
  const cases = roles.has('admin') ? outside.slice(0, mostCases).map(({ code }) => button(code, { verb: 'case', code })) : []
  return { html, buttons: inPairs(cases) }
}
