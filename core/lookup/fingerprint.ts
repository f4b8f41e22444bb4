/**
 * A picture's fingerprint is its difference hash: 9 by 8 grey pixels, one bit for each pair of
 * neighbours in a row, 64 in all: set where it grows darker.
 * Compression, size and light change a few bits; another picture differs in about half.
 */
const width = 9
const height = 8
const bits = width * height - height

/** At most so many bits differ between two versions of one picture. One part fewer than there are bands, so that one band agrees whole. */
const alikeBits = 4
const bandSizes = [13, 13, 13, 13, 12]

/** Below this number of bits, or above its counterpart, a picture is too plain to tell from another (a wall, a black frame). */
const fewestBits = 8

/** Of 256 shades: what differs by less is flat, where compression would throw dice. */
const leastStep = 4

/** Size of the grey picture that `fingerprintOf` wants. */
export const fingerprintSize = { width, height }

/** From 72 grey pixels, row by row: 64 bits as 8 bytes; undefined where the picture is too plain. */
export function fingerprintOf(grey: Buffer): Buffer | undefined {
  const found = Buffer.alloc(bits / 8)
  let set = 0
  for (let bit = 0; bit < bits; bit++) {
    const at = Math.floor(bit / (width - 1)) * width + (bit % (width - 1))
    if ((grey[at] ?? 0) - (grey[at + 1] ?? 0) < leastStep) continue
    found.writeUInt8(found.readUInt8(bit >> 3) | (1 << (bit & 7)), bit >> 3)
    set++
  }
  return set < fewestBits || set > bits - fewestBits ? undefined : found
}

/** The parts to look for: two pictures that look alike share at least one, with its number (pigeonhole). */
export function bandsOf(fingerprint: Buffer): string[] {
  const all = Array.from({ length: bits }, (_, bit) => (fingerprint.readUInt8(bit >> 3) >> (bit & 7)) & 1).join('')
  let from = 0
  return bandSizes.map((size, number) => {
    from += size
    return `${number}:${all.slice(from - size, from)}`
  })
}

export function looksAlike(one: Buffer, other: Buffer): boolean {
  let different = 0
  for (const [index, byte] of one.entries()) {
    for (let rest = byte ^ (other[index] ?? 0); rest > 0; rest >>= 1) different += rest & 1
  }
  return different <= alikeBits
}
