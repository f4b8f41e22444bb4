import { normaliseText } from '../application/normalise.ts'
import { normaliseName } from '../lookup/normalise.ts'

/**
 * How a machine-readable zone writes letters that are not of A to Z (ICAO 9303 part 3, section 6), where that is more than leaving the mark away;
 * a card's print shows the letter itself.
 */
const transliterated: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  æ: 'ae',
  ø: 'oe',
  œ: 'oe',
  ß: 'ss',
  ñ: 'nxx',
  þ: 'th',
  ð: 'd',
  ł: 'l',
  đ: 'd',
}

/**
 * Whether two ways of writing are one name: case, width, spaces, middle dots, hyphens and `<` make no difference; in Latin script neither
 * the order of its parts, nor whether given names are joined, nor marks on letters and what a machine-readable zone makes of them.
 */
export function isSameName(one: string, other: string): boolean {
  const spelled = spellings(other)
  return [...spellings(one)].some(way => spelled.has(way))
}

function spellings(raw: string): Set<string> {
  const plain = normaliseName(raw)
  if (/\p{Script=Han}/u.test(raw)) return new Set([plain])
  const parts = normaliseText(raw)
    .toLowerCase()
    .replace(/['’`]/gu, '')
    .split(/[^\p{L}\p{M}]+/u)
    .filter(part => part !== '')
  const turned = parts.map((_, at) => [...parts.slice(at), ...parts.slice(0, at)].join(''))
  const ways = [[...parts].sort().join(''), ...turned]
  return new Set(ways.flatMap(way => [withoutMarks(way), withoutMarks(transliterate(way))]))
}

const transliterate = (text: string): string => text.replace(/\p{L}/gu, letter => transliterated[letter] ?? letter)

const withoutMarks = (text: string): string =>
  text
    .replace(/[æøœßþðłđ]/gu, letter => transliterated[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
