import { describe, expect, it, test } from 'vitest'
import { type DeskDaysChange, parseDeskDays } from '../../core/desk/parse-days.ts'
import { isRefusal } from '../../core/refusal.ts'
import { type HoursChange, parseHoursChange, speaksOfHours } from '../../core/staff/parse-hours.ts'

/** A Tuesday. */
const today = '2026-11-24'

const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

/** A change in one line: `week 12345 9:00-18:00`, `days 2026-12-24 off`. */
function said(change: HoursChange): string {
  if (change.kind === 'limit') return `limit ${change.limit}`
  if (change.kind === 'zone') return `zone ${change.timeZone}`
  const windows = (change.windows ?? []).map(({ startMinute, endMinute }) => `${clock(startMinute)}-${clock(endMinute)}`)
  const distinct = [...new Set(windows)].join(' ') || (change.windows === null ? 'usual' : 'off')
  return change.kind === 'week' ? `week ${change.weekdays.join('')} ${distinct}` : `days ${change.dates.join(' ')} ${distinct}`
}

function refusalOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (isRefusal(error, 'hours-invalid')) return error.details.why
    throw error
  }
  return 'none'
}

test.each([
  ['mon-fri 9:00-18:00', 'week 12345 9:00-18:00'],
  ['mon to fri 9:00 to 18:00', 'week 12345 9:00-18:00'],
  ['Mon – Fri 9 – 18', 'week 12345 9:00-18:00'],
  ['mon, wed and fri 9-12', undefined],
  ['mon wed fri 9-12', 'week 135 9:00-12:00'],
  ['mon,wed,fri 9am-5:30pm', 'week 135 9:00-17:30'],
  ['sat-mon 12am-12pm', 'week 167 0:00-12:00'],
  ['weekdays 9:00-12:00, 13:00-18:00', 'week 12345 9:00-12:00 13:00-18:00'],
  ['weekdays 13:00-18:00 9:00-12:00', 'week 12345 9:00-12:00 13:00-18:00'],
  ['mon 9:00-12:00 12:00-18:00', 'week 1 9:00-18:00'],
  ['daily 22:00-6:00', 'week 1234567 22:00-6:00'],
  ['daily 0:00-24:00', 'week 1234567 0:00-24:00'],
  ['sun off', 'week 7 off'],
  ['mon 9:00-0:00', 'week 1 9:00-0:00'],
  ['mon 17:00-7:00', 'week 1 17:00-7:00'],
  ['周一至周五 9:00-12:00 13:00-18:00', 'week 12345 9:00-12:00 13:00-18:00'],
  ['周一到周五9:00-18:00', 'week 12345 9:00-18:00'],
  ['周一至五 9点-18点半', 'week 12345 9:00-18:30'],
  ['周一、三、五 上午9点到下午6点', 'week 135 9:00-18:00'],
  ['星期六 晚上10点-6:00', 'week 6 22:00-6:00'],
  ['周一至周五　９：００－１２：００　１３：００－１８：００', 'week 12345 9:00-12:00 13:00-18:00'],
  ['每天9:00～18:00', 'week 1234567 9:00-18:00'],
  ['周末休息', 'week 67 off'],
  ['2026-12-24 off', 'days 2026-12-24 off'],
  ['2026/12/24 10:00-14:00', 'days 2026-12-24 10:00-14:00'],
  ['24 Dec off', 'days 2026-12-24 off'],
  ['December 24, 2026 off', 'days 2026-12-24 off'],
  ['Dec 24 9:00-12:00', 'days 2026-12-24 9:00-12:00'],
  ['today off', 'days 2026-11-24 off'],
  ['明天休息', 'days 2026-11-25 off'],
  ['12月24日 休息', 'days 2026-12-24 off'],
  ['12月24日休息', 'days 2026-12-24 off'],
  ['12 月 24 日 休息', 'days 2026-12-24 off'],
  ['2026年12月24日 9:00-12:00', 'days 2026-12-24 9:00-12:00'],
  ['１２月２４日　休息', 'days 2026-12-24 off'],
  ['12月30日至1月1日 休息', 'days 2026-12-30 2026-12-31 2027-01-01 off'],
  ['12 月 24 日至 26 日 休息', 'days 2026-12-24 2026-12-25 2026-12-26 off'],
  ['12-24~12-26 off', 'days 2026-12-24 2026-12-25 2026-12-26 off'],
  ['2026-12-24 to 2026-12-25 off', 'days 2026-12-24 2026-12-25 off'],
  ['12-24,12-31 off', 'days 2026-12-24 2026-12-31 off'],
  ['12-24 as usual', 'days 2026-12-24 usual'],
  ['12月24日照常', 'days 2026-12-24 usual'],
  ['1-5 off', 'days 2027-01-05 off'],
  ['29 Feb off', 'days 2028-02-29 off'],
  ['2028-02-29 off', 'days 2028-02-29 off'],
  ['limit 12', 'limit 12'],
  ['limit none', 'limit null'],
  ['每天最多8场', 'limit 8'],
  ['上限 不限', 'limit null'],
  ['zone asia/kathmandu', 'zone Asia/Kathmandu'],
  ['zone Asia/Kolkata', 'zone Asia/Kolkata'],
  ['zone europe/kyiv', 'zone Europe/Kyiv'],
  ['zone asia/ho chi minh', 'zone Asia/Ho_Chi_Minh'],
  ['时区 america/new york', 'zone America/New_York'],
])('hours as people write them: %s', (text, expected) => {
  if (expected === undefined) expect(refusalOf(() => parseHoursChange(text, today))).toBe('form')
  else expect(said(parseHoursChange(text, today))).toBe(expected)
})

test.each([
  ['', 'form'],
  ['sometimes', 'form'],
  ['mon', 'form'],
  ['9:00-18:00', 'form'],
  ['mon 9:00', 'form'],
  ['mon 9:00-9:00', 'form'],
  ['mon 25:00-26:00', 'form'],
  ['mon 9:75-10:00', 'form'],
  ['mon 13pm-14pm', 'form'],
  ['周八 9:00-18:00', 'form'],
  ['mon 9:00-12:00 11:00-18:00', 'overlap'],
  ['mon 22:00-6:00 5:00-9:00', 'overlap'],
  ['mon 8:00-12:00 12:00-10:00', 'overlap'],
  ['mon 1:00-2:00 3:00-4:00 5:00-6:00 7:00-8:00 9:00-10:00 11:00-12:00 13:00-14:00', 'too-many-windows'],
  ['2026-02-30 off', 'date'],
  ['2027-02-29 off', 'date'],
  ['2026-13-01 off', 'date'],
  ['2月30日 休息', 'date'],
  ['12-26~12-24 off', 'date'],
  ['2026-11-23 off', 'past'],
  ['11月20日 休息', 'past'],
  ['2032-01-01 off', 'far'],
  ['2026-12-01~2027-03-01 off', 'too-many-dates'],
  ['2026-12-24', 'form'],
  ['2026-12-24 maybe', 'form'],
  ['monday 9-5', 'overnight'],
  ['周一 9:00-5:00', 'overnight'],
  ['mon 17:00-7:20', 'overnight'],
  ['limit', 'limit'],
  ['limit -1', 'limit'],
  ['上限-1', 'limit'],
  ['limit 0', 'limit'],
  ['limit 1000', 'limit'],
  ['zone Mars/Base', 'zone'],
  ['zone +08:00', 'zone'],
  ['zone', 'zone'],
])('G11: hours that are none are refused by what is wrong: %s', (text, why) => {
  expect(refusalOf(() => parseHoursChange(text, today))).toBe(why)
})

describe('days of the desk', () => {
  const written = (change: DeskDaysChange) =>
    change.kind === 'set'
      ? change.days.map(({ date, worksAs, name }) => `${date} ${worksAs} ${name.zh} ${name.en}`).join(', ')
      : change.kind === 'clear'
        ? `clear ${change.dates.join(' ')}`
        : `load ${change.year}`

  it.each([
    ['load 2026', 'load 2026'],
    ['载入 2026年', 'load 2026'],
    ['2026-12-25 off', '2026-12-25 0 放假 Holiday'],
    ['2026-12-25 off christmas', '2026-12-25 0 Christmas Christmas'],
    ['12月25日 休息 圣诞', '2026-12-25 0 圣诞 圣诞'],
    ['12月25日至26日放假', '2026-12-25 0 放假 Holiday, 2026-12-26 0 放假 Holiday'],
    ['2027-02-06 works', '2027-02-06 1 调休 Make-up day'],
    ['2027-02-06 works as wed', '2027-02-06 3 调休 Make-up day'],
    ['2月6日 上班 周五', '2027-02-06 5 调休 Make-up day'],
    ['2月6日上班周五', '2027-02-06 5 调休 Make-up day'],
    ['12-25 usual', 'clear 2026-12-25'],
    ['12 月 25 日照常', 'clear 2026-12-25'],
  ])('%s', (text, expected) => {
    expect(written(parseDeskDays(text, today))).toBe(expected)
  })

  it.each([
    ['load', 'days'],
    ['load next', 'days'],
    ['mon off', 'days'],
    ['12-25', 'days'],
    ['12-25 works as mon tue', 'days'],
    ['2026-02-30 off', 'date'],
    ['2026-01-01 off', 'past'],
  ])('G11: %s', (text, why) => {
    expect(refusalOf(() => parseDeskDays(text, today))).toBe(why)
  })
})

it('a text that nobody asked for is about hours only when it begins with days or dates and says something of them', () => {
  expect(['mon-fri 9:00-18:00', '12月24日 休息', '明天休息', '2026-02-30 off'].map(text => speaksOfHours(text, today))).toEqual(
    Array(4).fill(true),
  )
  expect(['hello', '周一', 'how are you', '12', '您好，请问', 'sunday'].map(text => speaksOfHours(text, today))).toEqual(
    Array(6).fill(false),
  )
})
