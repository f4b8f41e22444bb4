import { describe, expect, it } from 'vitest'
import { remindersOf } from '../../core/booking/remind.ts'
import { awakeMoment, quietUntil } from '../../core/message/quiet-hours.ts'
import { defaultPolicy } from '../../core/policy.ts'
import { agendaOf } from '../../core/staff/queue-agendas.ts'

const hours = { quietFromMinute: 22 * 60, quietUntilMinute: 8 * 60 }
const iso = (date: Date | undefined) => date?.toISOString().replace(':00.000', '')

describe('the quiet hours, on the wall clock of the zone', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-23T13:59Z', undefined],
    ['Asia/Shanghai', '2026-11-23T14:00Z', '2026-11-24T00:00Z'],
    ['Asia/Shanghai', '2026-11-23T23:59Z', '2026-11-24T00:00Z'],
    ['Asia/Shanghai', '2026-11-24T00:00Z', undefined],
    // the night in which Berlin and New York turn the clock back, and the one in which they turn it forward
    ['Europe/Berlin', '2026-10-24T20:00Z', '2026-10-25T07:00Z'],
    ['Europe/Berlin', '2027-03-27T21:00Z', '2027-03-28T06:00Z'],
    ['America/New_York', '2026-11-01T02:00Z', '2026-11-01T13:00Z'],
    ['America/New_York', '2027-03-14T03:00Z', '2027-03-14T12:00Z'],
    ['Asia/Kathmandu', '2026-11-23T16:15Z', '2026-11-24T02:15Z'],
  ])('in %s at %s they end at %s', (zone, now, until) => {
    expect(iso(quietUntil(new Date(now), zone, hours))).toBe(until)
  })

  it('may lie within one day, or not be at all', () => {
    const noon = new Date('2026-11-23T04:30Z')
    expect(iso(quietUntil(noon, 'Asia/Shanghai', { quietFromMinute: 12 * 60, quietUntilMinute: 13 * 60 }))).toBe(
      '2026-11-23T05:00Z',
    )
    expect(quietUntil(noon, 'Asia/Shanghai', { quietFromMinute: 0, quietUntilMinute: 0 })).toBeUndefined()
  })

  it('what would come too late after them comes the evening before', () => {
    const due = new Date('2026-11-23T15:00Z')
    expect(iso(awakeMoment(due, new Date('2026-11-24T03:00Z'), 'Asia/Shanghai', hours))).toBe('2026-11-24T00:00Z')
    expect(iso(awakeMoment(due, new Date('2026-11-23T23:00Z'), 'Asia/Shanghai', hours))).toBe('2026-11-23T14:00Z')
  })
})

const setAt = new Date('2026-01-01T00:00Z')
const dues = (startsAt: string, zone: string, set = setAt) =>
  remindersOf({ startsAt: new Date(startsAt), setAt: set }, zone, defaultPolicy).map(({ kind, dueAt }) => `${kind} ${iso(dueAt)}`)

describe('reminders of a booking', () => {
  it.each([
    // a day before is 24 hours, as the clock goes; in the night it waits until 8:00
    ['Asia/Shanghai', '2026-11-24T02:00Z', ['day 2026-11-23T02:00Z', 'hour 2026-11-24T01:00Z', 'ten 2026-11-24T01:50Z']],
    ['Asia/Shanghai', '2026-11-24T15:00Z', ['day 2026-11-24T00:00Z', 'hour 2026-11-24T14:00Z', 'ten 2026-11-24T14:50Z']],
    ['Europe/Berlin', '2026-10-25T21:30Z', ['day 2026-10-25T07:00Z', 'hour 2026-10-25T20:30Z', 'ten 2026-10-25T21:20Z']],
    ['America/New_York', '2027-03-14T13:00Z', ['day 2027-03-13T13:00Z', 'hour 2027-03-14T12:00Z', 'ten 2027-03-14T12:50Z']],
  ])('in %s for %s: %j', (zone, startsAt, expected) => {
    expect(dues(startsAt, zone)).toEqual(expected)
  })

  it('nothing that would come right after the time was chosen', () => {
    const at = (minutes: number) => new Date(Date.parse('2026-11-24T02:00Z') - minutes * 60_000)
    expect(dues('2026-11-24T02:00Z', 'Asia/Shanghai', at(70))).toEqual(['ten 2026-11-24T01:50Z'])
    expect(dues('2026-11-24T02:00Z', 'Asia/Shanghai', at(90))).toEqual(['hour 2026-11-24T01:00Z', 'ten 2026-11-24T01:50Z'])
    expect(dues('2026-11-24T02:00Z', 'Asia/Shanghai', at(23 * 60))).toEqual(['hour 2026-11-24T01:00Z', 'ten 2026-11-24T01:50Z'])
  })
})

it.each([
  ['Asia/Shanghai', '2026-11-24', '2026-11-24T06:00Z', '2026-11-24T00:00Z'],
  ['Asia/Shanghai', '2026-11-24', '2026-11-23T22:00Z', '2026-11-23T21:00Z'],
  ['Europe/Berlin', '2026-10-25', '2026-10-25T12:00Z', '2026-10-25T07:00Z'],
  ['America/New_York', '2027-03-14', '2027-03-14T18:00Z', '2027-03-14T12:00Z'],
])('the agenda in %s of %s, first call %s, comes at %s', (zone, day, first, due) => {
  const agenda = agendaOf(new Date(first), zone, defaultPolicy)
  expect([agenda.day, iso(agenda.dueAt)]).toEqual([day, due])
})

it('a call in the small hours is announced on the evening before, and the morning has its own agenda; one at seven is the day’s', () => {
  const of = (first: string) => agendaOf(new Date(first), 'Asia/Shanghai', defaultPolicy)
  const keys = ['2026-11-23T16:40Z', '2026-11-23T22:59Z', '2026-11-23T23:00Z', '2026-11-24T07:00Z'].map(first => of(first).key)
  expect(keys).toEqual(['2026-11-24 early', '2026-11-24 early', '2026-11-24', '2026-11-24'])
  expect(iso(of('2026-11-23T16:40Z').dueAt)).toBe('2026-11-23T15:40Z')
})
