import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { slotStarts } from '../../core/booking/slots.ts'

const rules = { slotMinutes: 15, stepMinutes: 20 }
const at = (zone: string, date: string, startMinute: number, endMinute: number) => {
  const day = Temporal.PlainDate.from(date)
  const shift = { weekday: day.dayOfWeek, startMinute, endMinute }
  return slotStarts([shift], zone, day, day, rules).map(ms => new Date(ms).toISOString())
}

describe('slots', () => {
  test('start with the shift, every step after it, and fit while start plus length is not after the end', () => {
    expect(at('Asia/Shanghai', '2026-11-23', 540, 595)).toEqual([
      '2026-11-23T01:00:00.000Z',
      '2026-11-23T01:20:00.000Z',
      '2026-11-23T01:40:00.000Z',
    ])
    expect(at('Asia/Shanghai', '2026-11-23', 540, 594)).toHaveLength(2)
  })
  test('an end at or before the start lies on the next date', () => {
    expect(at('Asia/Shanghai', '2026-11-23', 23 * 60, 15)).toHaveLength(4)
    expect(at('Asia/Shanghai', '2026-11-23', 0, 0)).toHaveLength(72)
  })
  test('a local time that does not exist is skipped', () => {
    // Berlin goes from 02:00 to 03:00 on 29 March 2026
    expect(at('Europe/Berlin', '2026-03-29', 100, 200)).toEqual(['2026-03-29T00:40:00.000Z', '2026-03-29T01:00:00.000Z'])
  })
  test('of a local time that exists twice the first is taken', () => {
    // Berlin goes from 03:00 back to 02:00 on 25 October 2026
    expect(at('Europe/Berlin', '2026-10-25', 120, 175)).toEqual([
      '2026-10-25T00:00:00.000Z',
      '2026-10-25T00:20:00.000Z',
      '2026-10-25T00:40:00.000Z',
    ])
  })
})
