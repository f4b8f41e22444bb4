import { pinyin } from 'pinyin-pro'
import { regionName } from './regions.ts'

/** Where the usual English name is not what the characters read. */
const usual: Readonly<Record<string, string>> = {
  '610000': 'Shaanxi',
  '150000': 'Inner Mongolia',
  '540000': 'Xizang (Tibet)',
  '150100': 'Hohhot',
  '650100': 'Urumqi',
  '230100': 'Harbin',
}

const suffix =
  /(?:特别行政区|(?:维吾尔|壮族|回族)?自治区|(?:[\u4e00-\u9fff]{1,4}族)+自治[州县]|自治[州县旗]|林区|新区|地区|省|市|盟|州|区|县|旗)$/u

/** `杭州市` → `杭州`, as people say it; a name of which only one character would be left stays whole. */
export function shortName(name: string): string {
  const short = name.replace(suffix, '')
  return [...short].length >= 2 ? short : name
}

const known = new Map<string, string>()

/** In Latin letters, without what kind of place it is: `Hangzhou`. */
export function latinName(code: string): string {
  const made = usual[code] ?? known.get(code)
  if (made !== undefined) return made
  const name = regionName(code)
  const read = pinyin(shortName(name), { toneType: 'none', type: 'array', v: true }).join('')
  const latin = read.charAt(0).toUpperCase() + read.slice(1)
  known.set(code, latin)
  return latin
}
