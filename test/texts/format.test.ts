import { describe, expect, it } from 'vitest'
import { createVoice } from '../../texts/cards/voice.ts'
import {
  formatDate,
  formatMoney,
  formatShortTime,
  formatShortTimeInZone,
  formatTime,
  isDoubled,
  timeTag,
} from '../../texts/format.ts'

const iso = '2026-11-24T01:20:00Z'

describe('G12: times on the wall clock of a zone', () => {
  it('the whole time', () => {
    expect(formatTime(iso, 'zh-CN', 'Asia/Shanghai')).toBe('11月24日 周二 09:20')
    expect(formatTime(iso, 'en', 'Asia/Shanghai')).toBe('Tue 24 Nov, 09:20')
    expect(formatTime(iso, 'en', 'America/New_York')).toBe('Mon 23 Nov, 20:20')
  })

  it.each([
    ['2026-11-24T01:00:00Z', 'Today 09:20', '今天 09:20'],
    ['2026-11-23T15:59:00Z', 'Tomorrow 09:20', '明天 09:20'],
    ['2026-11-22T01:00:00Z', 'Tue 24 Nov, 09:20', '11月24日 周二 09:20'],
  ])('short, seen at %s', (now, english, chinese) => {
    expect(formatShortTime(iso, 'en', 'Asia/Shanghai', new Date(now))).toBe(english)
    expect(formatShortTime(iso, 'zh-CN', 'Asia/Shanghai', new Date(now))).toBe(chinese)
  })

  it('tomorrow is the next date, also on a day of 25 hours', () => {
    const now = new Date('2026-11-01T04:30:00Z')
    expect(formatShortTime('2026-11-02T14:00:00Z', 'en', 'America/New_York', now)).toBe('Tomorrow 09:00')
    expect(formatShortTime('2026-11-01T14:00:00Z', 'en', 'America/New_York', now)).toBe('Today 09:00')
  })

  it('midnight is 00:00, not 24:00', () => {
    expect(formatTime('2026-11-23T16:00:00Z', 'en', 'Asia/Shanghai')).toBe('Tue 24 Nov, 00:00')
  })

  it('stands as it is written, so that one booking has one clock time; the zone is named', () => {
    expect(timeTag(iso, 'zh-CN', 'Asia/Shanghai').html).toBe(
      '<tg-time unix="1795483200">11月24日 周二 09:20（北京时间）</tg-time>',
    )
    expect(timeTag(iso, 'en', 'Asia/Shanghai').html).toContain('>Tue 24 Nov, 09:20 (Beijing time)<')
    expect(timeTag(iso, 'en', 'Europe/Berlin').html).toContain('>Tue 24 Nov, 02:20 (Central European Standard Time)<')
  })

  it.each([
    ['2026-11-24T01:00:00Z', 'Asia/Shanghai', 'Today 09:20 UTC+8', '今天 09:20 北京时间'],
    ['2026-11-23T15:59:00Z', 'Asia/Shanghai', 'Tue 09:20 UTC+8', '明天 09:20 北京时间'],
    ['2026-11-22T01:00:00Z', 'Asia/Shanghai', 'Tue 09:20 UTC+8', '周二 09:20 北京时间'],
    ['2026-11-17T01:00:00Z', 'Asia/Shanghai', '24 Nov 09:20 UTC+8', '11月24日 09:20 北京时间'],
    ['2026-11-24T01:00:00Z', 'America/New_York', 'Today 20:20 UTC-5', '今天 20:20 UTC-5'],
    ['2026-11-22T01:00:00Z', 'Asia/Kathmandu', 'Tue 07:05 UTC+5:45', '周二 07:05 UTC+5:45'],
  ])('short with its zone, seen at %s in %s', (now, zone, english, chinese) => {
    expect(formatShortTimeInZone(iso, 'en', zone, new Date(now))).toBe(english)
    expect(formatShortTimeInZone(iso, 'zh-CN', zone, new Date(now))).toBe(chinese)
    for (const label of [english, chinese]) expect(label.length).toBeLessThanOrEqual(18)
  })

  it.each([
    ['2027-10-31T00:20:00Z', 'Europe/Berlin', true, '31 Oct 02:20 UTC+2'],
    ['2027-10-31T01:20:00Z', 'Europe/Berlin', true, '31 Oct 02:20 UTC+1'],
    ['2027-10-30T23:40:00Z', 'Europe/Berlin', false, '31 Oct 01:40 UTC+2'],
    ['2027-10-31T02:00:00Z', 'Europe/Berlin', false, '31 Oct 03:00 UTC+1'],
    ['2027-03-28T01:00:00Z', 'Europe/Berlin', false, '28 Mar 03:00 UTC+2'],
    ['2027-04-03T15:00:00Z', 'Australia/Lord_Howe', true, '4 Apr 01:30 UTC+10:30'],
    ['2027-10-31T00:20:00Z', 'Asia/Shanghai', false, '31 Oct 08:20 UTC+8'],
  ])('%s in %s is a time shown twice: %s; a button tells which', (time, zone, doubled, label) => {
    expect(isDoubled(time, zone)).toBe(doubled)
    const now = new Date('2027-01-01T00:00:00Z')
    expect(formatShortTimeInZone(time, 'en', zone, now)).toBe(label)
    const voice = createVoice({ locale: 'en', timeZone: zone, zoneKnown: true }, now)
    expect(voice.shortTime(time) === label).toBe(doubled)
    expect(voice.clock(time)).toBe(doubled ? label.replace(/^\d+ \w+ /, '') : label.slice(-label.length).match(/\d\d:\d\d/)?.[0])
  })

  it('dates and money', () => {
    expect(formatDate(iso, 'zh-CN', 'Asia/Shanghai')).toBe('11月24日 周二')
    expect(formatDate(iso, 'en', 'Asia/Shanghai')).toBe('Tue 24 Nov')
    expect(formatMoney(149_900, 'zh-CN')).toBe('¥1,499')
    expect(formatMoney(149_950, 'en')).toBe('¥1,499.50')
  })
})
