import { areaList } from '@vant/area-data'
import { groupBy } from '../group-by.ts'

/**
 * China's administrative divisions by their codes (GB/T 2260), as far as parcels go: mainland provinces, their cities, their
 * districts. What has no city above it (municipalities, counties directly below a province) skips that level.
 */
const { province_list: provinceNames, city_list: cityNames, county_list: districtNames } = areaList
const beyondDelivery = new Set(['710000', '810000', '820000'])
const municipalities = new Set(['110000', '120000', '310000', '500000'])

export const provinceCodes: readonly string[] = Object.keys(provinceNames).filter(code => !beyondDelivery.has(code))

const byProvince = (codes: readonly string[]) => groupBy(codes, code => code.slice(0, 2))
const citiesByProvince = byProvince(Object.keys(cityNames))
const districtsByProvince = byProvince(Object.keys(districtNames))
const districtsByCity = groupBy(Object.keys(districtNames), code => code.slice(0, 4))
/** A collective heading such as `省直辖县`: no place, its members stand on the level of cities. */
const isHeading = (city: string) => /^\d{2}90/.test(city)

export function citiesOf(province: string | undefined): readonly string[] {
  if (!isProvinceCode(province) || municipalities.has(province)) return []
  const cities = citiesByProvince.get(province.slice(0, 2)) ?? []
  return cities.flatMap(city => (isHeading(city) ? (districtsByCity.get(city.slice(0, 4)) ?? []) : [city]))
}

/** The districts of a city, or of a municipality. None for a county that stands by itself. */
export function districtsOf(province: string | undefined, city: string | undefined): readonly string[] {
  if (!isProvinceCode(province)) return []
  if (municipalities.has(province)) return districtsByProvince.get(province.slice(0, 2)) ?? []
  if (city === undefined || !city.endsWith('00') || !citiesOf(province).includes(city)) return []
  return districtsByCity.get(city.slice(0, 4)) ?? []
}

const isProvinceCode = (code: string | undefined): code is string => code !== undefined && provinceCodes.includes(code)

/** In Chinese, in full: `浙江省`. The code itself where it is none. */
export function regionName(code: string): string {
  return provinceNames[code] ?? cityNames[code] ?? districtNames[code] ?? code
}

/** `浙江省杭州市西湖区`. */
export function fullRegionName(codes: readonly (string | undefined)[]): string {
  return codes.flatMap(code => (code === undefined || code === '' ? [] : [regionName(code)])).join('')
}
