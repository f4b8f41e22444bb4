import { normaliseText } from './normalise.ts'
import { simplified } from './simplified.ts'

const figures: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  eighteen: 18,
  'twenty-four': 24,
  a: 1,
  an: 1,
}

/** Months as people say them: `12`, `十二个月`, `一年`, `半年`, `2 years`, `one year and a half`. Undefined where there is no telling. */
export function parseMonths(text: string): number | undefined {
  const said = simplified(normaliseText(text)).toLowerCase()
  if (/^(?:半年|half a year|six months)/.test(said)) return 6
  const match =
    /^(?:租|for |about )?\s*(\d{1,3}|[零一二两三四五六七八九十]{1,3}|[a-z-]+)?\s*(年半|个?月|年|months?|mo|m|years?|yrs?|y)?/u.exec(
      said,
    )
  // a fraction, or a second figure, leaves open what was meant
  if (match && /^\s*点|\d/u.test(said.slice(match[0].length))) return undefined
  const count = match?.[1] === undefined ? undefined : countOf(match[1])
  if (count === undefined) return undefined
  const unit = match?.[2] ?? ''
  if (unit === '年半') return count * 12 + 6
  const months = /^(?:年|y)/.test(unit) ? count * 12 : count
  return /half$/.test(said) ? months + 6 : months
}

function countOf(word: string): number | undefined {
  if (/^\d+$/.test(word)) return Number(word)
  const plain = figures[word]
  if (plain !== undefined) return plain
  const [, tens, ones] = /^([一二两三四五六七八九])?十([一二三四五六七八九])?$/u.exec(word) ?? []
  if (!word.includes('十') || (tens === undefined && ones === undefined && word !== '十')) return undefined
  return (tens === undefined ? 1 : (figures[tens] ?? 0)) * 10 + (ones === undefined ? 0 : (figures[ones] ?? 0))
}
