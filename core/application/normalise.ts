/**
 * Format characters (bidirectional controls, zero-width characters, soft hyphens), variation selectors and fillers that count as
 * letters but show nothing: none belongs into an answer.
 */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
/** The Braille blank is no white space to Unicode, but to whoever looks at it. */
const blank = /[\s\u2800]+/gu

const fullWidth = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/gu

/** Sentences as they were written: full-width digits and letters become plain, punctuation stays Chinese; invisible marks go. */
export function normaliseProse(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(fullWidth, sign => sign.normalize('NFKC'))
    .replace(invisible, '')
    .replace(blank, ' ')
    .trim()
}

/** Full-width letters, digits and signs become plain (NFKC), invisible marks go, white space becomes single spaces. */
export function normaliseText(raw: string): string {
  return raw.normalize('NFKC').replace(invisible, '').replace(blank, ' ').trim()
}
