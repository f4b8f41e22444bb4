/** Format characters (bidirectional controls, zero-width characters, soft hyphens) and variation selectors: none belongs into an answer. */
const invisible = /\p{Cf}|\p{Variation_Selector}/gu

/** Full-width letters, digits and signs become plain (NFKC), invisible marks go, white space becomes single spaces. */
export function normaliseText(raw: string): string {
  return raw.normalize('NFKC').replace(invisible, '').replace(/\s+/gu, ' ').trim()
}
