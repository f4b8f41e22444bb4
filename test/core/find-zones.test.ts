import { expect, it } from 'vitest'
import { chineseCities } from '../../core/place/chinese-cities.ts'
import { findZones, zoneAt } from '../../core/place/find-zones.ts'
import { isTimeZone } from '../../core/time-zone.ts'

const zonesOf = (text: string) => findZones(text).map(match => match.timeZone)

it.each([
  ['纽约', ['America/New_York']],
  ['上海', ['Asia/Shanghai']],
  ['北京时间', ['Asia/Shanghai']],
  ['杭州市', ['Asia/Shanghai']],
  ['胡志明市', ['Asia/Ho_Chi_Minh']],
  ['Berlin', ['Europe/Berlin']],
  ['  são paulo ', ['America/Sao_Paulo']],
  ['St Petersburg', ['Europe/Moscow', 'America/New_York']],
  ['Ｂｅｒｌｉｎ', ['Europe/Berlin']],
  ['Chengdu', ['Asia/Shanghai']],
  ['Urumqi', ['Asia/Shanghai']],
  ['London', ['Europe/London', 'America/Toronto', 'America/New_York']],
  ['Kathmandu', ['Asia/Kathmandu']],
  ['europe/berlin', ['Europe/Berlin']],
  ['Europe/Nowhere', []],
  ['', []],
  ['hello there', []],
  ['__proto__', []],
  ['x'.repeat(5000), []],
])('%j may mean %j', (text, zones) => {
  expect(zonesOf(text)).toEqual(zones)
})

it('names the places of one name apart, the larger first', () => {
  expect(findZones('Birmingham')).toEqual([
    { timeZone: 'Europe/London', city: 'Birmingham', region: 'GB' },
    { timeZone: 'America/Chicago', city: 'Birmingham', region: 'Alabama' },
  ])
})

it('every zone of the Chinese names is one that this runtime knows', () => {
  for (const [name, zone] of chineseCities) expect(isTimeZone(zone), `${name}: ${zone}`).toBe(true)
})

it.each([
  [30.25, 120.16, 'Asia/Shanghai'],
  [43.8, 87.6, 'Asia/Shanghai'],
  [52.52, 13.4, 'Europe/Berlin'],
  [40.7, -74, 'America/New_York'],
  [-31.55, 159.08, 'Australia/Lord_Howe'],
])('the clock at %s, %s is that of %s', (latitude, longitude, zone) => {
  expect(zoneAt(latitude, longitude)).toBe(zone)
})

it('a place on the open sea has a zone too', () => {
  expect(isTimeZone(zoneAt(0, -150))).toBe(true)
})
