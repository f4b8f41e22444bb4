import type { CityData } from 'city-timezones'
import type { ZoneMatch } from './find-zones.ts'

/** Names that the table of regions has otherwise, as `plainName` writes them. */
const otherNames: Record<string, string> = {
  usa: 'US',
  america: 'US',
  unitedstatesofamerica: 'US',
  uk: 'GB',
  britain: 'GB',
  greatbritain: 'GB',
  england: 'GB',
  scotland: 'GB',
  korea: 'KR',
  uae: 'AE',
  czechrepublic: 'CZ',
  turkey: 'TR',
  holland: 'NL',
  burma: 'MM',
  阿联酋: 'AE',
}

/** One country may live by many clocks: all of those of the USA, and the most peopled of Russia. */
const mostClocks = 8

interface Country {
  code: string
  name: { zh: string; en: string }
}

let countries: Map<string, Country> | undefined

/** By name in both languages, of the countries that have a city in the table. */
function readCountries(codes: Iterable<string>, plainName: (name: string) => string): Map<string, Country> {
  if (countries) return countries
  const [zh, en] = ['zh-CN', 'en'].map(locale => new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }))
  const read = new Map<string, Country>()
  const byCode = new Map<string, Country>()
  for (const code of new Set(codes)) {
    if (!/^[A-Z]{2}$/.test(code)) continue
    const name = { zh: zh?.of(code) ?? code, en: en?.of(code) ?? code }
    byCode.set(code, { code, name })
    for (const said of [name.zh, name.en, name.en.replace(/\s*\(.*\)$/, '')]) read.set(plainName(said), { code, name })
  }
  for (const [said, code] of Object.entries(otherNames)) {
    const country = byCode.get(code)
    if (country) read.set(said, country)
  }
  countries = read
  return read
}

/**
 * A country's clocks, the most peopled first: by its own name where it has one, otherwise by the largest city of each. Undefined where
 * the name is no country's.
 */
export function zonesOfCountry(
  name: string,
  cities: readonly CityData[],
  { plainName, zoneOf, now }: { plainName: (name: string) => string; zoneOf: (timeZone: string) => string; now: Date },
): ZoneMatch[] | undefined {
  const country = readCountries(
    cities.map(({ iso2 }) => iso2),
    plainName,
  ).get(name)
  if (!country) return undefined
  const clocks = new Map<string, { people: number; largest: CityData }>()
  const own = cities.filter(({ iso2 }) => iso2 === country.code).sort((a, b) => b.pop - a.pop)
  const zones = new Set(own.map(({ timezone }) => zoneOf(timezone)))
  const clockOfZone = new Map([...zones].map(zone => [zone, clockOf(zone, now)]))
  for (const city of own) {
    const clock = clockOfZone.get(zoneOf(city.timezone)) ?? ''
    const known = clocks.get(clock)
    clocks.set(clock, { people: (known?.people ?? 0) + city.pop, largest: known?.largest ?? city })
  }
  const found = [...clocks.values()].sort((a, b) => b.people - a.people).slice(0, mostClocks)
  const [only] = found
  if (only && found.length === 1) return [{ timeZone: zoneOf(only.largest.timezone), name: country.name, isCountry: true }]
  return found.map(({ largest }) => ({ timeZone: zoneOf(largest.timezone), city: largest.city }))
}

/** Two zones are one clock where they stand alike now and half a year on. */
function clockOf(timeZone: string, now: Date): string {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset', year: 'numeric' })
  return [0, 183].map(later => format.format(+now + later * 86_400_000)).join(' ')
}
