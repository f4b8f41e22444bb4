/** Format characters (bidirectional controls, zero-width characters, soft hyphens) and variation selectors: none belongs into an answer. */
const invisible = /\p{Cf}|\p{Variation_Selector}/gu

const fullWidth = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/gu

/** Sentences as they were written: full-width digits and letters become plain, punctuation stays Chinese; invisible marks go. */
export function normaliseProse(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(fullWidth, sign => sign.normalize('NFKC'))
    .replace(invisible, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Full-width letters, digits and signs become plain (NFKC), invisible marks go, white space becomes single spaces. */
export function normaliseText(raw: string): string {
  return raw.normalize('NFKC').replace(invisible, '').replace(/\s+/gu, ' ').trim()
}
