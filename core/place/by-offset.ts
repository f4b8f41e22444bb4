import { Temporal } from 'temporal-polyfill'
import type { ZoneMatch } from './find-zones.ts'
import { zonesByLetters } from './zone-letters.ts'

/** A place for each clock of the world, those that people here most likely mean first. */
const places: readonly (readonly [timeZone: string, zh: string, en: string])[] = [
  ['Asia/Shanghai', '北京', 'Beijing'],
  ['Asia/Singapore', '新加坡', 'Singapore'],
  ['Australia/Perth', '珀斯', 'Perth'],
  ['Asia/Tokyo', '东京', 'Tokyo'],
  ['Asia/Seoul', '首尔', 'Seoul'],
  ['Asia/Bangkok', '曼谷', 'Bangkok'],
  ['Asia/Ho_Chi_Minh', '胡志明市', 'Ho Chi Minh City'],
  ['Asia/Jakarta', '雅加达', 'Jakarta'],
  ['Asia/Yangon', '仰光', 'Yangon'],
  ['Asia/Dhaka', '达卡', 'Dhaka'],
  ['Asia/Kathmandu', '加德满都', 'Kathmandu'],
  ['Asia/Kolkata', '新德里', 'New Delhi'],
  ['Asia/Karachi', '卡拉奇', 'Karachi'],
  ['Asia/Tashkent', '塔什干', 'Tashkent'],
  ['Asia/Kabul', '喀布尔', 'Kabul'],
  ['Asia/Dubai', '迪拜', 'Dubai'],
  ['Asia/Tehran', '德黑兰', 'Tehran'],
  ['Europe/Moscow', '莫斯科', 'Moscow'],
  ['Asia/Riyadh', '利雅得', 'Riyadh'],
  ['Africa/Nairobi', '内罗毕', 'Nairobi'],
  ['Africa/Cairo', '开罗', 'Cairo'],
  ['Africa/Johannesburg', '约翰内斯堡', 'Johannesburg'],
  ['Europe/Athens', '雅典', 'Athens'],
  ['Europe/Berlin', '柏林', 'Berlin'],
  ['Europe/Paris', '巴黎', 'Paris'],
  ['Africa/Lagos', '拉各斯', 'Lagos'],
  ['Europe/London', '伦敦', 'London'],
  ['Europe/Lisbon', '里斯本', 'Lisbon'],
  ['Africa/Accra', '阿克拉', 'Accra'],
  ['Atlantic/Azores', '亚速尔群岛', 'Azores'],
  ['America/Sao_Paulo', '圣保罗', 'São Paulo'],
  ['America/Argentina/Buenos_Aires', '布宜诺斯艾利斯', 'Buenos Aires'],
  ['America/St_Johns', '圣约翰斯', "St. John's"],
  ['America/Halifax', '哈利法克斯', 'Halifax'],
  ['America/Santiago', '圣地亚哥', 'Santiago'],
  ['America/New_York', '纽约', 'New York'],
  ['America/Toronto', '多伦多', 'Toronto'],
  ['America/Lima', '利马', 'Lima'],
  ['America/Chicago', '芝加哥', 'Chicago'],
  ['America/Mexico_City', '墨西哥城', 'Mexico City'],
  ['America/Denver', '丹佛', 'Denver'],
  ['America/Los_Angeles', '洛杉矶', 'Los Angeles'],
  ['America/Vancouver', '温哥华', 'Vancouver'],
  ['America/Anchorage', '安克雷奇', 'Anchorage'],
  ['Pacific/Honolulu', '檀香山', 'Honolulu'],
  ['Australia/Sydney', '悉尼', 'Sydney'],
  ['Australia/Brisbane', '布里斯班', 'Brisbane'],
  ['Australia/Adelaide', '阿德莱德', 'Adelaide'],
  ['Australia/Darwin', '达尔文', 'Darwin'],
  ['Pacific/Auckland', '奥克兰', 'Auckland'],
  ['Pacific/Fiji', '斐济', 'Fiji'],
]
const mostPlaces = 3

/**
 * What `UTC+8`, `GMT-3:30`, `+8` or `东八区` may mean: places whose clock stands so at that moment, and for whole hours the offset itself,
 * which knows no summer time; or what letters such as `EST` stand for. Empty where it is neither.
 */
export function zonesByOffset(text: string, now: Date): ZoneMatch[] {
  const minutes = offsetOf(text)
  if (minutes === undefined) return namedPlaces(zonesByLetters(text))
  const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime())
  const there = places.filter(([zone]) => instant.toZonedDateTimeISO(zone).offsetNanoseconds === minutes * 60e9)
  const matches: ZoneMatch[] = there.slice(0, mostPlaces).map(([timeZone, zh, en]) => ({ timeZone, name: { zh, en } }))
  const fixed = minutes % 60 === 0 ? fixedZone(minutes / 60) : undefined
  return fixed ? [...matches, fixed] : matches
}

const namedPlaces = (zones: readonly string[]): ZoneMatch[] =>
  zones.flatMap(zone =>
    places.filter(([timeZone]) => timeZone === zone).map(([timeZone, zh, en]) => ({ timeZone, name: { zh, en } })),
  )

/** The signs of these zones' names are turned round: Etc/GMT-8 is eight hours ahead of UTC. */
function fixedZone(hours: number): ZoneMatch | undefined {
  if (hours < -12 || hours > 14) return undefined
  const said = `UTC${hours < 0 ? '-' : '+'}${Math.abs(hours)}`
  return { timeZone: `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`, name: { zh: said, en: said } }
}

const numerals = '零一二三四五六七八九十'

/** Minutes ahead of UTC. */
function offsetOf(text: string): number | undefined {
  const typed = text
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/\s/gu, '')
    .toLowerCase()
    // `utc 8`: a sign left out is a plus
    .replace(/^(utc|gmt)(?=\d)/u, '$1+')
  if (/^(?:utc|gmt|零时区|中时区|0时区)$/u.test(typed)) return 0
  const [, sign, hours, minutes = '0'] = /^(?:utc|gmt)?([+-])(\d{1,2})(?::?([0-5]\d))?$/u.exec(typed) ?? []
  if (sign) return within((sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)))
  const [, side, count = '', half] = /^([东西])(十?[一二三四五六七八九十]|\d{1,2})(半)?(?:时)?区$/u.exec(typed) ?? []
  if (!side) return undefined
  const whole = /\d/u.test(count) ? Number(count) : [...count].reduce((sum, sign) => sum + numerals.indexOf(sign), 0)
  return within((side === '西' ? -1 : 1) * (whole * 60 + (half ? 30 : 0)))
}

const within = (minutes: number): number | undefined => (Math.abs(minutes) <= 14 * 60 ? minutes : undefined)
