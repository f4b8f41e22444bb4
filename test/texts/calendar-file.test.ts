import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { CalendarView } from '../../core/message/view.ts'
import { locales } from '../../db/values.ts'
import { renderCalendarFile } from '../../texts/calendar-file.ts'

const view: CalendarView = {
  kind: 'calendar',
  code: 'M-7K3QXD',
  bookingId: '0197a1f0-0000-7000-8000-000000000001',
  version: 1,
  cancelled: false,
  moved: false,
  startsAt: '2026-11-24T09:20:00.000Z',
  endsAt: '2026-11-24T09:35:00.000Z',
  opensMinutesBefore: 10,
  chatUrl: 'https://mianshen.example/chat',
  url: 'https://mianshen.example/c/AZehsAAAcACAAAAAAAAAAQEAAXh4eHh4eHh4eHh4eHh4eHg',
}
const now = new Date('2026-11-23T01:00:00.000Z')
const make = (more: Partial<CalendarView> = {}, locale: (typeof locales)[number] = 'zh-CN') =>
  renderCalendarFile({ ...view, ...more }, { locale }, now)

/** Read back by another library than the one that wrote it. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const event = calendar.getFirstSubcomponent('vevent')
  if (!event) throw new Error('no event')
  const alarm = event.getFirstSubcomponent('valarm')
  const text = (name: string) => String(event.getFirstPropertyValue(name) ?? '')
  return {
    method: calendar.getFirstPropertyValue('method'),
    text,
    alarm: alarm && String(alarm.getFirstPropertyValue('trigger')),
  }
}

describe.each(locales)('the calendar file in %s', locale => {
  it('keeps RFC 5545: CRLF, no line over 75 octets, no sign torn apart', () => {
    const file = make({}, locale)
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(file).not.toContain('\uFFFD')
  })

  it('says when in UTC, rings when the link opens, and holds the link and how to prepare', () => {
    const { text, alarm } = read(make({}, locale))
    expect([text('dtstart'), text('dtend'), text('dtstamp')]).toEqual([
      '2026-11-24T09:20:00Z',
      '2026-11-24T09:35:00Z',
      '2026-11-23T01:00:00Z',
    ])
    expect(alarm).toBe('-PT10M')
    expect(text('url')).toBe(view.url)
    expect(text('description')).toContain(view.url)
    expect(text('description')).toContain(locale === 'en' ? 'original ID document' : '证件原件')
    expect(text('summary')).toBe(locale === 'en' ? 'Video review (M-7K3QXD)' : '视频审核（M-7K3QXD）')
  })
})

it.each(locales)('G12: a cancelled one says so in %s, and leads nobody to a call that is not', locale => {
  const { text } = read(make({ version: 2, cancelled: true }, locale))
  expect(text('summary')).toMatch(locale === 'en' ? /^Cancelled: / : /^已取消：/)
  expect(text('description')).toContain(locale === 'en' ? 'This review is cancelled' : '这次审核已取消')
  expect(text('description') + text('url')).not.toContain(view.url)
  expect(text('description')).not.toMatch(/Join|move or cancel|改时间/)
})

it('booked, moved, cancelled: one UID, a rising SEQUENCE, the method and status of each (RFC 5546)', () => {
  const life = [make(), make({ version: 2 }), make({ version: 2, cancelled: true })].map(read)
  const uid = '0197a1f0-0000-7000-8000-000000000001@mianshen'
  expect(life.map(one => [one.method, one.text('uid'), one.text('sequence'), one.text('status')])).toEqual([
    ['PUBLISH', uid, '0', 'CONFIRMED'],
    ['PUBLISH', uid, '1', 'CONFIRMED'],
    ['CANCEL', uid, '2', 'CANCELLED'],
  ])
  for (const one of life) expect(one.text('organizer')).toBe('mailto:no-reply@mianshen.invalid')
  expect(life[2]?.alarm).toBeNull()
})
