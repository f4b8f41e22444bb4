import type { Ctx } from '../context.ts'
import { type Device, findDevice, listDevices } from '../device/list.ts'
import { type MatchedRegion, matchRegion } from './match-region.ts'
import { normaliseText } from './normalise.ts'
import { type Parsed, parseFree, placeAnswers, wholeAddress } from './parse-answer.ts'
import { parseMonths } from './parse-term.ts'
import { citiesOf, districtsOf, provinceCodes } from './regions.ts'
import { simplified } from './simplified.ts'
import type { Said, Step } from './steps.ts'

type Choice = Extract<Step, { kind: 'choice' }>

/** The values that can be chosen now, in the order of the buttons. */
export async function optionsOf(ctx: Ctx, { options }: Choice, said: Said): Promise<readonly string[]> {
  switch (options) {
    case 'devices':
      return (await listDevices(ctx)).map(({ id }) => id)
    case 'terms':
      return ((await chosenDevice(ctx, said))?.terms ?? []).map(String)
    case 'provinces':
      return provinceCodes
    case 'cities':
      return citiesOf(said('province'))
    case 'districts':
      return districtsOf(said('province'), said('city'))
    default:
      return options
  }
}

const chosenDevice = (ctx: Ctx, said: Said): Promise<Device | undefined> => findDevice(ctx, said('device'))

/** What was pressed or typed, as one of the options; or as an answer in own words, where that is one. */
export async function chooseOption(ctx: Ctx, step: Choice, text: string, said: Said): Promise<Parsed> {
  const options = await optionsOf(ctx, step, said)
  if (options.includes(text)) return { ok: true, value: text }
  const understood = await understand(ctx, step, text, said)
  if (understood) return understood
  if (step.free) return parseFree(step.free, text)
  return normaliseText(text) === '' ? { ok: false, problem: 'empty' } : { ok: false, problem: 'choice' }
}

async function understand(ctx: Ctx, { options }: Choice, text: string, said: Said): Promise<Parsed | undefined> {
  switch (options) {
    case 'devices':
      return found(deviceNamed(await listDevices(ctx), text))
    case 'terms': {
      const months = parseMonths(text)
      const terms = (await chosenDevice(ctx, said))?.terms ?? []
      return found(terms.find(term => term === months)?.toString())
    }
    case 'provinces':
    case 'cities':
    case 'districts':
      return place(text, options, said)
    default:
      return undefined
  }
}

const found = (value: string | undefined): Parsed | undefined => (value === undefined ? undefined : { ok: true, value })

/** A name however it was typed: width, case and spaces make no difference, and a part is enough where it fits one device only. */
function deviceNamed(offered: readonly Device[], text: string): string | undefined {
  const wanted = plain(text)
  const names = (device: Device) => [device.id, device.nameZh, device.nameEn].map(plain)
  const whole = offered.find(device => names(device).includes(wanted))
  if (whole) return whole.id
  const fitting = offered.filter(device => names(device).some(name => wanted.length >= 2 && name.includes(wanted)))
  return fitting.length === 1 ? fitting[0]?.id : undefined
}

const plain = (name: string) => simplified(normaliseText(name)).toLowerCase().replaceAll(' ', '')

/** As long as the address question takes. */
const longestPlace = 200

/** A place of this level, with the levels below it where they were typed as well, down to a whole address. */
function place(text: string, level: 'provinces' | 'cities' | 'districts', said: Said): Parsed | undefined {
  if ([...text].length > longestPlace) return { ok: false, problem: 'too-long', limit: longestPlace }
  const { province, city } = { province: said('province'), city: said('city') }
  const within = level === 'provinces' ? {} : level === 'cities' ? { province } : { province, city }
  const known = Object.fromEntries(Object.entries(within).filter(([, code]) => code !== undefined))
  const matched = matchRegion(normaliseText(text), known)
  if (!matched) return undefined
  const value = { provinces: matched.province, cities: matched.city, districts: matched.district }[level]
  if (value === undefined) return elsewhere(matched, province, city)
  const isWhole =
    (matched.city !== undefined || citiesOf(matched.province).length === 0) &&
    (matched.district !== undefined || districtsOf(matched.province, matched.city).length === 0)
  if (!isWhole && isUnknown(matched.rest)) return { ok: false, problem: 'place-rest', near: value }
  const also = placeAnswers(matched)
  if (isWhole && [...matched.rest].length >= 4) also.address = wholeAddress(matched, matched.rest)
  return { ok: true, value, also }
}

/** A word or two after the places that name none themselves, and are too short for a street: what was found may not be what was meant. */
const isUnknown = (rest: string) => rest !== '' && [...rest].length < 4

/** Another province or city than was chosen above, which says nothing for the level asked: what was chosen changes. */
function elsewhere(matched: MatchedRegion, province: string | undefined, city: string | undefined): Parsed | undefined {
  if (isUnknown(matched.rest)) return undefined
  const also = placeAnswers(matched)
  if (matched.province !== province) return { ok: true, field: 'province', value: matched.province, also }
  return matched.city === undefined || matched.city === city ? undefined : { ok: true, field: 'city', value: matched.city, also }
}
