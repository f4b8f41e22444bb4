import { isUrl } from './shape.ts'

const shapeWords = [
  ['phone', '手机'],
  ['fold', '折叠屏'],
  ['tablet', '平板'],
  ['laptop', '笔记本'],
  ['other', '其他'],
] as const

/**
 * What one cell of the catalogue may hold, in a file as in `/devices <id> <field> <value>`; full-width signs are taken for plain ones.
 * Undefined: it does not fit.
 */
const plain = (text: string): string => text.normalize('NFKC').trim()

/** Small letters, digits and hyphens: it stands in commands, buttons and orders. */
export function readId(text: string): string | undefined {
  const id = plain(text).toLowerCase()
  return /^[a-z0-9][a-z0-9-]{1,31}$/.test(id) ? id : undefined
}

/** A cell that a spreadsheet would run as a formula is no name. */
export function readName(text: string): string | undefined {
  const name = text.trim()
  return /^[^=+\-@\p{Cc}][^\p{Cc}]{0,59}$/u.test(name) ? name : undefined
}

/** `1499`, `¥1,499.50`, `1499 元` as fen. */
export function readMoney(text: string): number | undefined {
  const [, yuan, fraction = ''] = /^¥?\s*(\d{1,7}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d{1,2}))?\s*元?$/.exec(plain(text)) ?? []
  return yuan === undefined ? undefined : Number(yuan.replaceAll(',', '')) * 100 + Number(fraction.padEnd(2, '0'))
}

/** `6 12 24`, `6/12/24`, `6、12 个月`: months from 1 to 60, each once, in order. */
export function readTerms(text: string): number[] | undefined {
  const parts = plain(text)
    .replace(/个?月|months?/gi, ' ')
    .split(/[\s/、,;|]+/)
    .filter(part => part !== '')
  const terms = parts.map(part => (/^\d{1,2}$/.test(part) ? Number(part) : 0))
  const fits = terms.length > 0 && terms.length <= 8 && terms.every(months => months >= 1 && months <= 60)
  return fits ? [...new Set(terms)].sort((a, b) => a - b) : undefined
}

export function readActive(text: string): boolean | undefined {
  const said = plain(text)
  if (/^(yes|y|true|1|on|是|上架)$/i.test(said)) return true
  return /^(no|n|false|0|off|否|下架)$/i.test(said) ? false : undefined
}

/** A device's picture: an address, a shape to draw, one that was sent before; null, empty or `auto`: drawn by its name. */
export function readPicture(text: string): string | null | undefined {
  const said = plain(text)
  if (/^(auto|none|自动|无)?$/i.test(said)) return null
  const shape = shapeWords.find(words => words.some(word => word === said.toLowerCase()))?.[0]
  if (shape) return shape
  if (/^sent:[0-9a-f]{64}$/.test(said)) return said
  return said.length <= 500 && isUrl(said) && URL.canParse(said) ? said : undefined
}
