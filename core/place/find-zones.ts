import { createRequire } from 'node:module'
import findZoneAt from '@photostructure/tz-lookup'
import type { CityData } from 'city-timezones'
import { isTimeZone } from '../time-zone.ts'
import { chineseCities } from './chinese-cities.ts'

export interface ZoneMatch {
  timeZone: string
  /** the city's name; absent where a zone's own name was given */
  city?: string
  /** ISO 3166 country, or a state of the USA */
  region?: string
}

const mostMatches = 4
/** All of mainland China lives by Beijing time, whatever the zone table says of its west. */
const mainland = /^Asia\/(?:Shanghai|Chongqing|Chungking|Harbin|Urumqi|Kashgar)$/

let cities: Map<string, CityData[]> | undefined

/** 7,000 cities, read when the first one is looked for, not at start. */
function readCities(): Map<string, CityData[]> {
  if (cities) return cities
  const { cityMapping } = createRequire(import.meta.url)('city-timezones') as typeof import('city-timezones')
  const read = new Map<string, CityData[]>()
  for (const city of cityMapping) {
    if (!city.timezone || !isTimeZone(city.timezone)) continue
    for (const name of new Set([plain(city.city), plain(city.city_ascii)])) read.set(name, [...(read.get(name) ?? []), city])
  }
  cities = read
  return read
}

/** Lower case, without accents, dots and blanks: `São Paulo` and `sao paulo`, `St. Louis` and `St Louis` are one. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}\s.,'’·-]/gu, '')
    .toLowerCase()
}

/**
 * The time zones that a typed place may mean, the most populous first, one entry a zone: a city in Chinese or in Latin letters, or a
 * zone's IANA name. Empty when it is none that is known.
 */
export function findZones(text: string): ZoneMatch[] {
  const typed = text.normalize('NFKC').trim()
  if (typed.length === 0 || typed.length > 60) return []
  if (typed.includes('/') && isTimeZone(typed)) return [{ timeZone: usualName(typed) }]
  const chinese = typed.replace(/(?:时间|市)$/u, '')
  const known = chineseCities.get(chinese)
  if (known) return [{ timeZone: known, city: chinese }]
  const found = [...(readCities().get(plain(typed)) ?? [])].sort((a, b) => b.pop - a.pop)
  const matches = new Map<string, ZoneMatch>()
  for (const { city, iso2, timezone, province } of found) {
    const timeZone = zoneOf(timezone)
    if (!matches.has(timeZone)) matches.set(timeZone, { timeZone, city, region: iso2 === 'US' ? province : iso2 })
  }
  return [...matches.values()].slice(0, mostMatches)
}

/** The time zone of a place on the map. */
export function zoneAt(latitude: number, longitude: number): string {
  return zoneOf(findZoneAt(latitude, longitude))
}

const zoneOf = (timeZone: string) => (mainland.test(timeZone) ? 'Asia/Shanghai' : timeZone)

/** `europe/berlin` is understood; kept is the name as it is written. */
const usualName = (name: string) => new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
