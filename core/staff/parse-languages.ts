/** Languages as people write them, to primary tags. What the desk's own catalogues do not speak may still be spoken by a person. */
const names: Record<string, string> = {
  zh: 'zh',
  'zh-cn': 'zh',
  chinese: 'zh',
  mandarin: 'zh',
  中文: 'zh',
  汉语: 'zh',
  普通话: 'zh',
  en: 'en',
  english: 'en',
  英语: 'en',
  英文: 'en',
}

/** `zh en`, `中文、英语`; an empty list for `any`; undefined where a word is none of the languages. */
export function parseLanguages(text: string): string[] | undefined {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,、和]+/u)
    .filter(word => word !== '' && word !== 'and')
  if (words.length === 1 && ['any', 'none', '不限'].includes(words[0] ?? '')) return []
  const tags = words.map(word => names[word])
  return words.length > 0 && tags.every(tag => tag !== undefined) ? [...new Set(tags)] : undefined
}
