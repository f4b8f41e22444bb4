/** What was typed somewhere, and under which name it is reported: a leak is told without the value itself. */
export interface Needle {
  what: string
  value: string
}

type Encode = (value: string) => Buffer[]

/** How a value might have been written down. Base64 begins at any of three places of the text around it. */
const encodings: Record<string, Encode> = {
  plain: value => [Buffer.from(value)],
  hex: value => [Buffer.from(Buffer.from(value).toString('hex')), Buffer.from(Buffer.from(value).toString('hex').toUpperCase())],
  base64: value => [0, 1, 2].map(shift => Buffer.from(inBase64(value, shift))),
  base64url: value => [0, 1, 2].map(shift => Buffer.from(inBase64(value, shift).replaceAll('+', '-').replaceAll('/', '_'))),
  'UTF-16': value => [Buffer.from(value, 'utf16le'), Buffer.from(value, 'utf16le').swap16()],
  'JSON escapes': value => [Buffer.from(value.replace(/[^ -~]/gu, sign => escapes(sign)))],
  'URL escapes': value => [Buffer.from(encodeURIComponent(value))],
}

const escapes = (sign: string) =>
  [...sign]
    .flatMap(one => one.split(''))
    .map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')

/** The signs that the value alone decides, whatever stands before and behind it. */
function inBase64(value: string, shift: number): string {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(value)])
  const from = Math.ceil((shift * 8) / 6)
  return bytes.toString('base64').slice(from, Math.floor((bytes.length * 8) / 6))
}

interface Pattern {
  what: string
  encoding: string
  bytes: Buffer
}

const shortest = 6

/**
 * Searches bytes for thousands of values in every encoding at once: the first four bytes of each, by a table, then the rest. Values
 * so short that they stand in anything by chance are refused, so that a test cannot pass for want of meaning.
 */
export function createSearch(needles: readonly Needle[]) {
  const byHead = new Map<number, Pattern[]>()
  const heads = new Uint8Array(1 << 16)
  for (const { what, value } of needles) {
    if (Buffer.byteLength(value) < shortest) throw new Error(`${what} is too short to be searched for`)
    for (const [encoding, encode] of Object.entries(encodings)) {
      for (const bytes of encode(value)) {
        const head = bytes.readUInt32BE(0)
        byHead.set(head, [...(byHead.get(head) ?? []), { what, encoding, bytes }])
        heads[slotOf(head)] = 1
      }
    }
  }
  return {
    /** what was found, as `what (encoding) in place`, each once */
    find(bytes: Buffer, place: string): string[] {
      const found = new Set<string>()
      let head = 0
      for (let at = 0; at < bytes.length; at++) {
        head = ((head << 8) | (bytes[at] ?? 0)) >>> 0
        if (at < 3 || heads[slotOf(head)] === 0) continue
        for (const pattern of byHead.get(head) ?? []) {
          if (pattern.bytes.equals(bytes.subarray(at - 3, at - 3 + pattern.bytes.length)))
            found.add(`${pattern.what} (${pattern.encoding}) in ${place}`)
        }
      }
      return [...found]
    },
  }
}
export type Search = ReturnType<typeof createSearch>

const slotOf = (head: number): number => Math.imul(head, 0x9e3779b1) >>> 16
