const offWords = new Set(['off', 'closed', 'none', 'away', 'holiday', '休息', '休', '放假', '休假', '请假'])
const usualWords = new Set(['usual', 'normal', 'reset', 'clear', 'as usual', '照常', '恢复', '正常', '照常 上班'])
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

export const isOffWord = (word: string): boolean => offWords.has(word)
export const isUsualWord = (words: string): boolean => usualWords.has(words)

/** One form of signs, and a space wherever two words meet that Chinese writes without one. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/\s+(?:to|until|till|through)\s+|\.{2,}|…|[至到~〜]/gu, '~')
    .replace(/\b(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?,?(?:\s+(\d{4}))?(?![\d:])/gu, dateInFigures)
    .replace(/\b([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?(?![\d:~-])/gu, (all, month, day, year) =>
      dateInFigures(all, day, month, year),
    )
    .replace(/(休息|放假|休假|请假|照常|恢复|正常|上班|补班)/gu, ' $1')
    .replace(/(?<=\d)\s*([年月])\s*(?=\d)/gu, '$1')
    .replace(/(?<=\d)\s+([日号])(?=[\s~-]|$)/gu, '$1')
    .replace(/\s*([-~,、;])\s*/gu, '$1')
    .replace(/(上班|补班)(?=周|星期|按)/gu, '$1 ')
    .replace(/([一二三四五六日号天末多限])(?=\d|上午|早上|中午|下午|晚上)/gu, '$1 ')
  return plain.split(/\s+/u).filter(word => word !== '')
}

/** `24 dec 2026` → `2026-12-24`; whatever is no month stays. */
function dateInFigures(all: string, day: string, month: string, year: string | undefined): string {
  const number = months.indexOf(month) + 1
  if (number === 0) return all
  return `${year === undefined ? '' : `${year}-`}${number}-${day}`
}
