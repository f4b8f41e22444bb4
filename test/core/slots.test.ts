import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Shift, Window, WorkCalendar } from '../../core/booking/day-windows.ts'
import { dayNumber, weekdayOf } from '../../core/booking/local-clock.ts'
import { slotsOf } from '../../core/booking/slots.ts'
import { firstMoments, wallShown, writtenDate, writtenWall } from './wall-clock-oracle.ts'

const rules = { slotMinutes: 15, stepMinutes: 20 }

/** `22:00-6:00` on one date, and what the clock of the zone and UTC show at the slots: `22:00 = 20:00Z`. */
function slotsAt(zone: string, date: string, hours: string, own = rules): string[] {
  const [startMinute = 0, endMinute = 0] = hours.split('-').map(time => {
    const [hour = 0, minute = 0] = time.split(':').map(Number)
    return hour * 60 + minute
  })
  const day = dayNumber(date)
  const calendar = { week: [{ weekday: weekdayOf(day), startMinute, endMinute }] }
  return slotsOf(calendar, zone, day, day, own).starts.map(
    start => `${wallShown(zone, start).slice(11)} = ${new Date(start).toISOString().slice(5, 16)}`,
  )
}

describe('slots, worked out by hand', () => {
  const hour = { slotMinutes: 60, stepMinutes: 60 }
  const half = { slotMinutes: 30, stepMinutes: 30 }
  test.each<[string, string, string, string, { slotMinutes: number; stepMinutes: number }, string[]]>([
    [
      'start with the shift and every step after it',
      'Asia/Shanghai',
      '2026-11-23',
      '9:00-9:55',
      rules,
      ['09:00 = 11-23T01:00', '09:20 = 11-23T01:20', '09:40 = 11-23T01:40'],
    ],
    [
      'fit while start plus length is not after the end: a minute less is one slot less',
      'Asia/Shanghai',
      '2026-11-23',
      '9:00-9:54',
      rules,
      ['09:00 = 11-23T01:00', '09:20 = 11-23T01:20'],
    ],
    ['are none in a shift shorter than a call', 'Asia/Shanghai', '2026-11-23', '9:00-9:14', rules, []],
    ['are one in a shift as long as a call', 'Asia/Shanghai', '2026-11-23', '9:00-9:15', rules, ['09:00 = 11-23T01:00']],
    [
      'run over midnight when the end is before the start',
      'Asia/Shanghai',
      '2026-11-23',
      '23:00-1:00',
      hour,
      ['23:00 = 11-23T15:00', '00:00 = 11-23T16:00'],
    ],
    [
      'take an end of 0:00 and 24:00 for the same midnight',
      'Asia/Shanghai',
      '2026-11-23',
      '22:00-0:00',
      hour,
      ['22:00 = 11-23T14:00', '23:00 = 11-23T15:00'],
    ],
    [
      'keep the wall clock of a zone of 5:45',
      'Asia/Kathmandu',
      '2026-11-23',
      '9:00-11:00',
      hour,
      ['09:00 = 11-23T03:15', '10:00 = 11-23T04:15'],
    ],
    [
      'skip what spring leaves out: Berlin 2:00 to 3:00',
      'Europe/Berlin',
      '2026-03-29',
      '1:00-5:00',
      half,
      [
        '01:00 = 03-29T00:00',
        '01:30 = 03-29T00:30',
        '03:00 = 03-29T01:00',
        '03:30 = 03-29T01:30',
        '04:00 = 03-29T02:00',
        '04:30 = 03-29T02:30',
      ],
    ],
    [
      'take the first of what autumn has twice: Berlin 2:00 to 3:00',
      'Europe/Berlin',
      '2026-10-25',
      '1:00-4:00',
      half,
      [
        '01:00 = 10-24T23:00',
        '01:30 = 10-24T23:30',
        '02:00 = 10-25T00:00',
        '02:30 = 10-25T00:30',
        '03:00 = 10-25T02:00',
        '03:30 = 10-25T02:30',
      ],
    ],
    [
      'run over midnight into the spring change',
      'Europe/Berlin',
      '2026-03-28',
      '23:00-4:00',
      hour,
      ['23:00 = 03-28T22:00', '00:00 = 03-28T23:00', '01:00 = 03-29T00:00', '03:00 = 03-29T01:00'],
    ],
    [
      'run over midnight into the autumn change',
      'America/New_York',
      '2026-10-31',
      '23:00-3:00',
      hour,
      ['23:00 = 11-01T03:00', '00:00 = 11-01T04:00', '01:00 = 11-01T05:00', '02:00 = 11-01T07:00'],
    ],
    [
      'skip the half hour of Lord Howe in October',
      'Australia/Lord_Howe',
      '2026-10-04',
      '1:30-3:30',
      half,
      ['01:30 = 10-03T15:00', '02:30 = 10-03T15:30', '03:00 = 10-03T16:00'],
    ],
    [
      'take the first of the half hour that Lord Howe has twice in April',
      'Australia/Lord_Howe',
      '2026-04-05',
      '1:00-3:00',
      half,
      ['01:00 = 04-04T14:00', '01:30 = 04-04T14:30', '02:00 = 04-04T15:30', '02:30 = 04-04T16:00'],
    ],
    ['are none on a date that a zone left out: Apia, 30 December 2011', 'Pacific/Apia', '2011-12-30', '9:00-18:00', hour, []],
    [
      'stop at midnight before a date that a zone left out',
      'Pacific/Apia',
      '2011-12-29',
      '22:00-2:00',
      hour,
      ['22:00 = 12-30T08:00', '23:00 = 12-30T09:00'],
    ],
    ['exist on 29 February', 'Asia/Shanghai', '2028-02-29', '9:00-10:00', hour, ['09:00 = 02-29T01:00']],
  ])('%s', (_title, zone, date, hours, own, expected) => {
    expect(slotsAt(zone, date, hours, own)).toEqual(expected)
  })
})

describe('exceptions and days of the desk', () => {
  const nine: Window = { startMinute: 540, endMinute: 600 }
  const ten: Window = { startMinute: 600, endMinute: 660 }
  const week = [
    { weekday: 1, ...nine },
    { weekday: 4, ...ten },
    { weekday: 6, startMinute: 1380, endMinute: 60 },
  ]
  const hour = { slotMinutes: 60, stepMinutes: 60 }
  const shown = (calendar: WorkCalendar, date: string) =>
    slotsOf(calendar, 'Asia/Shanghai', dayNumber(date), dayNumber(date), hour).starts.map(start =>
      wallShown('Asia/Shanghai', start),
    )

  it('an exception closes its local date, or replaces the windows; other dates stay', () => {
    const days = { '2026-12-24': [], '2026-12-28': [ten, { startMinute: 1380, endMinute: 60 }] }
    expect(shown({ week, days }, '2026-12-24')).toEqual([])
    expect(shown({ week, days }, '2026-12-28')).toEqual(['2026-12-28 10:00', '2026-12-28 23:00', '2026-12-29 00:00'])
    expect(shown({ week, days }, '2026-12-31')).toEqual(['2026-12-31 10:00'])
  })

  it('an exception opens a date on which the week has none', () => {
    expect(shown({ week, days: { '2026-12-27': [nine] } }, '2026-12-27')).toEqual(['2026-12-27 09:00'])
  })

  it('a holiday closes the date for everybody who has no exception of their own; a shift from the evening before still runs out', () => {
    const desk = { '2026-10-01': 0, '2026-10-04': 0 }
    expect(shown({ week, desk }, '2026-10-01')).toEqual([])
    expect(shown({ week, desk, days: { '2026-10-01': [nine] } }, '2026-10-01')).toEqual(['2026-10-01 09:00'])
    expect(shown({ week, desk }, '2026-10-03')).toEqual(['2026-10-03 23:00', '2026-10-04 00:00'])
  })

  it('a make-up working day has the windows of the weekday named, and not its own', () => {
    const desk = { '2026-10-10': 1, '2026-09-20': 4 }
    expect(shown({ week, desk }, '2026-10-10')).toEqual(['2026-10-10 09:00'])
    expect(shown({ week, desk }, '2026-09-20')).toEqual(['2026-09-20 10:00'])
    expect(shown({ week, desk, days: { '2026-10-10': [] } }, '2026-10-10')).toEqual([])
  })
})

/** Zones and dates around which clocks change, and some where nothing happens. */
const places = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ['Europe/Berlin', '2026-03-29'],
      ['Europe/Berlin', '2026-10-25'],
      ['America/New_York', '2026-03-08'],
      ['America/New_York', '2026-11-01'],
      ['Australia/Lord_Howe', '2026-04-05'],
      ['Australia/Lord_Howe', '2026-10-04'],
      ['Pacific/Apia', '2011-12-30'],
      ['Pacific/Apia', '2011-09-24'],
      ['Asia/Kathmandu', '2028-02-29'],
      ['Asia/Shanghai', '2028-02-29'],
      ['Africa/Casablanca', '2026-02-15'],
      ['America/St_Johns', '2026-03-08'],
      ['America/Santiago', '2026-04-05'],
      ['Asia/Beirut', '2026-03-29'],
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constantFrom(
        'Asia/Shanghai',
        'Europe/Berlin',
        'America/New_York',
        'Asia/Kathmandu',
        'Australia/Lord_Howe',
        'Pacific/Apia',
      ),
      fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2030-12-31') }).map(writtenDate),
    ),
  },
)
const window: fc.Arbitrary<Window> = fc.record({
  startMinute: fc.integer({ min: 0, max: 1439 }),
  endMinute: fc.integer({ min: 0, max: 1440 }),
})
const calendars = fc.record({
  week: fc.array(
    fc.record({ weekday: fc.integer({ min: 1, max: 7 }), window }).map(({ weekday, window }): Shift => ({ weekday, ...window })),
    { maxLength: 8 },
  ),
  own: fc.array(fc.tuple(fc.integer({ min: -2, max: 2 }), fc.array(window, { maxLength: 2 })), { maxLength: 2 }),
  desk: fc.array(fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: 0, max: 7 })), { maxLength: 2 }),
})
const ruleSets = fc.record({ slotMinutes: fc.integer({ min: 5, max: 90 }), stepMinutes: fc.integer({ min: 5, max: 120 }) })

/** The rules of the domain page, read out one by one over the naive clock. */
function naiveSlots(calendar: WorkCalendar, zone: string, firstDay: number, lastDay: number, own: typeof rules): string[] {
  const moments = firstMoments(zone, firstDay, lastDay)
  const found = new Set<number>()
  for (let day = firstDay; day <= lastDay; day++) {
    const date = writtenDate(day)
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7
    const holds = calendar.desk?.[date] ?? weekday
    const windows = calendar.days?.[date] ?? calendar.week.filter(shift => shift.weekday === holds)
    for (const { startMinute, endMinute } of windows) {
      const end = endMinute > startMinute ? endMinute : endMinute + 1440
      for (let minute = startMinute; minute + own.slotMinutes <= end; minute += own.stepMinutes) {
        const moment = moments.get(writtenWall(day, minute))
        if (moment !== undefined) found.add(moment)
      }
    }
  }
  return [...found].sort((a, b) => a - b).map(moment => new Date(moment).toISOString())
}

describe('slots, against a clock that is read minute by minute', () => {
  it('are the same for any hours, exceptions, desk days, lengths and steps, in zones of every kind, around changes of the clock', () => {
    fc.assert(
      fc.property(places, calendars, ruleSets, ([zone = '', date = ''], { week, own, desk }, chosen) => {
        const middle = dayNumber(date)
        const byDate = <T>(entries: [number, T][]) =>
          Object.fromEntries(entries.map(([off, value]) => [writtenDate(middle + off), value]))
        const calendar = { week, days: byDate(own), desk: byDate(desk) }
        const { starts, days } = slotsOf(calendar, zone, middle - 2, middle + 2, chosen)
        expect(starts.map(start => new Date(start).toISOString())).toEqual(
          naiveSlots(calendar, zone, middle - 2, middle + 2, chosen),
        )
        expect(days.map(writtenDate)).toEqual(starts.map(start => wallShown(zone, start).slice(0, 10)))
      }),
      { numRuns: 400 },
    )
  })
})
