import { latinName, shortName } from './region-names.ts'
import { citiesOf, districtsOf, provinceCodes, regionName } from './regions.ts'
import { simplified } from './simplified.ts'

/** As far down as the text names places, and what stands after them: street, house, door. */
export interface MatchedRegion {
  province: string
  city?: string
  district?: string
  rest: string
}

/**
 * Places at the beginning of a typed address in Chinese, or at the end of one in Latin letters. Levels that the text leaves out are
 * filled in where only one place fits. `within`: what is known already, for a text that starts further down.
 */
export function matchRegion(text: string, within: { province?: string; city?: string } = {}): MatchedRegion | undefined {
  return /\p{Script=Han}/u.test(text) ? matchHan(text, within) : matchLatin(text, within)
}

/** Traditional characters are understood; what stands after the places stays as it was typed. */
function matchHan(text: string, within: { province?: string; city?: string }): MatchedRegion | undefined {
  const read = simplified(text)
  const found = matchSimplified(read, within)
  if (!found || read === text) return found
  const from = read.lastIndexOf(found.rest)
  return { ...found, rest: text.slice(from, from + found.rest.length) }
}

function matchSimplified(text: string, within: { province?: string; city?: string }): MatchedRegion | undefined {
  const start = text.replace(/^(?:中国|中华人民共和国)/u, '').trim()
  const first = startsWith(start, provinceCodes)
  const province = first?.code ?? within.province
  const rest = trimmed(first?.rest ?? start)
  const cities = province === undefined ? provinceCodes.flatMap(citiesOf) : citiesOf(province)
  // `北京市北京市朝阳区`: a municipality named twice
  const second =
    startsWith(rest, cities) ?? (first && citiesOf(first.code).length === 0 ? startsWith(rest, [first.code]) : undefined)
  const foundProvince = province ?? (second && provinceOf(second.code))
  if (foundProvince === undefined) return undefined
  const isCity = second !== undefined && second.code !== foundProvince
  const city = isCity ? second.code : first === undefined ? within.city : undefined
  const left = trimmed(second?.rest ?? rest)
  const third = startsWith(left, districtsOf(foundProvince, city), true)
  const district = third ?? skipCity(left, foundProvince, city)
  if (!first && !isCity && !district) return undefined
  return {
    province: foundProvince,
    ...((district?.city ?? city) ? { city: district?.city ?? city ?? '' } : {}),
    ...(district ? { district: district.code } : {}),
    rest: trimmed(district?.rest ?? left),
  }
}

/** A province and one of its districts, the city between them left out. */
function skipCity(text: string, province: string, city: string | undefined): Found | undefined {
  if (city !== undefined || text === '') return undefined
  const fitting = citiesOf(province).flatMap(city => {
    const found = startsWith(text, districtsOf(province, city), true)
    return found ? [{ ...found, city }] : []
  })
  return fitting.length === 1 ? fitting[0] : undefined
}

interface Found {
  code: string
  rest: string
  city?: string
}

const road = /^[东西南北中]?(?:大道|大街|路|街|道|巷|弄|里)/u

/** The place whose name the text begins with; a short name only where no street is called so. `whole`: short names only when nothing follows, but for new areas such as 浦东. */
function startsWith(text: string, codes: readonly string[], whole = false): Found | undefined {
  const found = codes.flatMap(code => {
    const name = regionName(code)
    if (text.startsWith(name)) return [{ code, rest: text.slice(name.length), length: name.length }]
    const short = shortName(name)
    const rest = text.slice(short.length)
    const fits = text.startsWith(short) && (whole && !name.endsWith('新区') ? rest.trim() === '' : !road.test(rest))
    return fits ? [{ code, rest: rest.replace(/^(?:省|市)/u, ''), length: short.length }] : []
  })
  const [best, next] = found.sort((a, b) => b.length - a.length)
  return best && best.length !== next?.length ? { code: best.code, rest: best.rest } : undefined
}

const trimmed = (text: string) => text.replace(/^[\s,，、.。·-]+|[\s,，、]+$/gu, '')

const provinceOf = (code: string) => provinceCodes.find(province => province.slice(0, 2) === code.slice(0, 2))

function matchLatin(text: string, within: { province?: string; city?: string }): MatchedRegion | undefined {
  const words = text
    .split(',')
    .map(word => word.trim())
    .filter(word => word !== '' && !/^(?:p\.? ?r\.? ?)?china$/i.test(word) && !/^\d{6}$/.test(word))
  const take = (codes: readonly string[]): string | undefined => {
    const last = words.at(-1)
    const fitting = last === undefined ? [] : codes.filter(code => isNamed(last, code))
    if (fitting.length !== 1) return undefined
    words.pop()
    return fitting[0]
  }
  const named = take(provinceCodes)
  const province = named ?? within.province
  const namedCity = take(province === undefined ? provinceCodes.flatMap(citiesOf) : citiesOf(province))
  const foundProvince = province ?? (namedCity === undefined ? undefined : provinceOf(namedCity))
  if (foundProvince === undefined) return undefined
  const city = namedCity ?? (named === undefined ? within.city : undefined)
  const district = take(districtsOf(foundProvince, city))
  if (named === undefined && namedCity === undefined && district === undefined) return undefined
  return { province: foundProvince, ...(city ? { city } : {}), ...(district ? { district } : {}), rest: words.join(', ') }
}

const plain = (name: string) => name.toLowerCase().replace(/[\s'’()-]/g, '')

function isNamed(word: string, code: string): boolean {
  const said = plain(word.replace(/\b(?:province|city|district|county|shi|qu|sheng|autonomous region|municipality)\b/gi, ''))
  return said !== '' && (said === plain(latinName(code)) || said === plain(latinName(code).replace(/ \(.*/, '')))
}
