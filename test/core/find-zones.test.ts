import { expect, it } from 'vitest'
import { chineseCities } from '../../core/place/chinese-cities.ts'
import { findSimilar, findZones, zoneAt } from '../../core/place/find-zones.ts'
import { isTimeZone } from '../../core/time-zone.ts'

const november = new Date('2026-11-23T01:00:00Z')
const zonesOf = (text: string) => findZones(text, november).map(match => match.timeZone)

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
  ['München', ['Europe/Berlin']],
  ['Munchen', ['Europe/Berlin']],
  ['Muenchen', ['Europe/Berlin']],
  ['Koeln', ['Europe/Berlin']],
  ['EST', ['America/New_York']],
  ['cst', ['Asia/Shanghai', 'America/Chicago']],
  ['constructor', []],
  ['asia/kathmandu', ['Asia/Kathmandu']],
  ['europe/berlin', ['Europe/Berlin']],
  ['Europe/Nowhere', []],
  ['', []],
  ['hello there', []],
  ['__proto__', []],
  ['x'.repeat(5000), []],
  ['New York City', ['America/New_York']],
  ['nyc', ['America/New_York']],
  ['Germany', ['Europe/Berlin']],
  ['nepal', ['Asia/Kathmandu']],
  ['India', ['Asia/Kolkata']],
  ['Singapore', ['Asia/Singapore']],
  ['China', ['Asia/Shanghai']],
  ['UK', ['Europe/London']],
  ['阿皮亚', ['Pacific/Apia']],
  ['德国', ['Europe/Berlin']],
  ['尼泊尔', ['Asia/Kathmandu']],
  ['冰岛', ['Atlantic/Reykjavik']],
  ['Indonesia', ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']],
])('%j may mean %j', (text, zones) => {
  expect(zonesOf(text)).toEqual(zones)
})

it.each(['USA', '美国'])('a country with several clocks, such as %s, is a choice of them by their largest cities', text => {
  const found = findZones(text, november)
  expect(found.slice(0, 4).map(({ city }) => city)).toEqual(['New York', 'Chicago', 'Los Angeles', 'Denver'])
  expect(found.length).toBeLessThanOrEqual(8)
})

it('names the places of one name apart, the larger first', () => {
  expect(findZones('Birmingham', november)).toEqual([
    { timeZone: 'Europe/London', city: 'Birmingham', region: 'GB' },
    { timeZone: 'America/Chicago', city: 'Birmingham', region: 'Alabama' },
  ])
})

it.each([
  ['UTC+8', ['Asia/Shanghai', 'Asia/Singapore', 'Australia/Perth', 'Etc/GMT-8']],
  ['gmt +08:00', ['Asia/Shanghai', 'Asia/Singapore', 'Australia/Perth', 'Etc/GMT-8']],
  ['+8', ['Asia/Shanghai', 'Asia/Singapore', 'Australia/Perth', 'Etc/GMT-8']],
  ['东八区', ['Asia/Shanghai', 'Asia/Singapore', 'Australia/Perth', 'Etc/GMT-8']],
  ['西五区', ['America/New_York', 'America/Toronto', 'America/Lima', 'Etc/GMT+5']],
  ['utc 8', ['Asia/Shanghai', 'Asia/Singapore', 'Australia/Perth', 'Etc/GMT-8']],
  ['GMT5:45', ['Asia/Kathmandu']],
  ['+5:45', ['Asia/Kathmandu']],
  ['UTC−3:30', ['America/St_Johns']],
  ['UTC', ['Europe/London', 'Europe/Lisbon', 'Africa/Accra', 'Etc/GMT+0']],
  ['东十二区', ['Pacific/Fiji', 'Etc/GMT-12']],
  ['UTC+25', []],
  ['8', []],
  ['东区', []],
])('the offset %j may mean %j in November', (text, zones) => {
  expect(zonesOf(text)).toEqual(zones)
  for (const zone of zones) expect(isTimeZone(zone)).toBe(true)
})

it('an offset is that of the day: in summer New York is one hour nearer', () => {
  const july = new Date('2026-07-01T00:00:00Z')
  expect(findZones('UTC-4', july).map(match => match.timeZone)).toContain('America/New_York')
})

it.each([
  ['Shnaghai', 'Asia/Shanghai'],
  ['Berlim', 'Europe/Berlin'],
  ['Katmandu', 'Asia/Kathmandu'],
  ['乌鲁木其', 'Asia/Shanghai'],
  ['加德曼都', 'Asia/Kathmandu'],
])('a misspelt %s is most likely in %s', (text, zone) => {
  expect(zonesOf(text)).toEqual([])
  expect(findSimilar(text)[0]?.timeZone).toBe(zone)
})

it.each(['', 'xx', '乌有', 'x'.repeat(5000), '__proto__', 'qwertyuiopasdf', 'Germani', 'Gerany'])(
  '%.20j is like no place',
  text => {
    expect(findSimilar(text)).toEqual([])
  },
)

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
