/** Weekday words of both languages: 1 Monday … 7 Sunday. */
const dayNames: Record<string, number> = {
  ...Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((name, index) => [name, index + 1])),
  ...Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((name, index) => [name, index + 1]),
  ),
  tues: 2,
  weds: 3,
  thur: 4,
  thurs: 4,
}
const chineseDays = '一二三四五六日'
const allDays = [1, 2, 3, 4, 5, 6, 7]
const sets: Record<string, readonly number[]> = {
  daily: allDays,
  everyday: allDays,
  每天: allDays,
  每日: allDays,
  weekdays: [1, 2, 3, 4, 5],
  工作日: [1, 2, 3, 4, 5],
  weekend: [6, 7],
  weekends: [6, 7],
  周末: [6, 7],
}

/** One day's word: `mon`, `周一`, `星期天`, and within a list that began so also a bare `三`. */
function dayOf(word: string, bare: boolean): number | undefined {
  const known = Object.hasOwn(dayNames, word) ? dayNames[word] : undefined
  if (known) return known
  const [, prefix, sign = ''] = /^(周|星期|礼拜)?([一二三四五六日天])$/u.exec(word) ?? []
  if (sign === '' || (!prefix && !bare)) return undefined
  return sign === '天' ? 7 : chineseDays.indexOf(sign) + 1
}

/**
 * Weekdays as people write them: `mon-fri`, `sat,sun`, `周一至周五`, `周一、三、五`, `daily`, `周末`. In order, each once; undefined when
 * any part is not understood. A range may run over Sunday: `sat-mon`.
 */
export function parseWeekdays(word: string): number[] | undefined {
  const days = new Set<number>()
  const isChinese = /^(周|星期|礼拜)/u.test(word)
  for (const part of word.split(/[,、]/u)) {
    const set = Object.hasOwn(sets, part) ? sets[part] : undefined
    const [first = '', last, ...more] = part.split(/[-~]/u)
    const from = dayOf(first, isChinese)
    const to = last === undefined ? from : dayOf(last, isChinese)
    if (!set && (from === undefined || to === undefined || more.length > 0)) return undefined
    for (const day of set ?? rangeOf(from ?? 0, to ?? 0)) days.add(day)
  }
  return [...days].sort()
}

function rangeOf(from: number, to: number): number[] {
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, index) => ((from - 1 + index) % 7) + 1)
}
