import { createRequire } from 'node:module'
import findZoneAt from '@photostructure/tz-lookup'
import type { CityData } from 'city-timezones'
import { distance } from 'fastest-levenshtein'
import { isTimeZone, usualZoneName } from '../time-zone.ts'
import { zonesByOffset } from './by-offset.ts'
import { chineseCities } from './chinese-cities.ts'
import { zonesOfCountry } from './countries.ts'

export interface ZoneMatch {
  timeZone: string
  /** the city's name; absent where a zone's own name was given */
  city?: string
  /** ISO 3166 country, or a state of the USA */
  region?: string
  /** stands for a whole zone, in both languages */
  name?: { zh: string; en: string }
  /** a whole country was named: to be confirmed, since a country's name may be a town's too */
  isCountry?: true
}

/** Cities by the names that their own people write, or short ones, where the table of cities has the full English one only. */
const ownNames: Record<string, string> = {
  munchen: 'munich',
  muenchen: 'munich',
  koln: 'cologne',
  koeln: 'cologne',
  zuerich: 'zurich',
  wien: 'vienna',
  geneve: 'geneva',
  milano: 'milan',
  roma: 'rome',
  napoli: 'naples',
  praha: 'prague',
  warszawa: 'warsaw',
  lisboa: 'lisbon',
  kobenhavn: 'copenhagen',
  bruxelles: 'brussels',
  moskva: 'moscow',
  peking: 'beijing',
  nyc: 'newyork',
  newyorkcity: 'newyork',
}

const mostMatches = 4
const mostSimilar = 3
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
 * The time zones that a typed place may mean, the most populous first, one entry a zone: a city or a country in Chinese or in Latin
 * letters, a zone's IANA name, or an offset such as UTC+8 as it is at `now`. Empty when it is none that is known.
 */
export function findZones(text: string, now: Date): ZoneMatch[] {
  const typed = text.normalize('NFKC').trim()
  if (typed.length === 0 || typed.length > 60) return []
  if (typed.includes('/') && isTimeZone(typed)) return [{ timeZone: usualZoneName(typed) }]
  const byOffset = zonesByOffset(typed, now)
  if (byOffset.length > 0) return byOffset
  const chinese = typed.replace(/(?:时间|市)$/u, '')
  const known = chineseCities.get(chinese)
  if (known) return [{ timeZone: known, city: chinese }]
  const name = plain(typed)
  const own = Object.hasOwn(ownNames, name) ? ownNames[name] : undefined
  const named = [...(readCities().get(own ?? name) ?? [])].sort((a, b) => b.pop - a.pop)
  const country = zonesOfCountry(name, [...readCities().values()].flat(), { plainName: plain, zoneOf, now })
  // a city that is called like its country is that city
  const isCity = named.some(({ timezone }) => country?.some(({ timeZone }) => timeZone === zoneOf(timezone)))
  return country && !isCity ? country : oneAZone(named)
}

/** What may have been meant by a name that nobody has: cities that differ by a letter, in a long name by two, the nearest and then the largest first. */
export function findSimilar(text: string): ZoneMatch[] {
  const typed = plain(text.normalize('NFKC').slice(0, 60))
  const chinese = [...chineseCities].filter(([name]) => name.length >= 3 && distance(name, typed) === 1)
  if (chinese.length > 0) return chinese.slice(0, mostSimilar).map(([city, timeZone]) => ({ timeZone, city }))
  const reach = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2
  const near = [...readCities()].flatMap(([name, named]) => {
    const away = Math.abs(name.length - typed.length) > reach ? reach + 1 : distance(name, typed)
    return away > 0 && away <= reach ? named.map(city => ({ city, away })) : []
  })
  return oneAZone(near.sort((a, b) => a.away - b.away || b.city.pop - a.city.pop).map(({ city }) => city)).slice(0, mostSimilar)
}

function oneAZone(found: readonly CityData[]): ZoneMatch[] {
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
