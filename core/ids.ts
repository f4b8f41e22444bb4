import type { Ctx } from './context.ts'

/** A random UUID (version 4, RFC 9562) from the context's own randomness. */
export function newId(ctx: Pick<Ctx, 'random'>): string {
  const bytes = ctx.random(16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** No 0 O 1 I L: what is read aloud must be heard right. */
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Short codes people say to each other: `length` characters. The bias of the modulo (256 % 31) is of no importance here. */
export function newCode(ctx: Pick<Ctx, 'random'>, length: number): string {
  return codeFrom(ctx.random(length))
}

/** One sign a byte. */
export function codeFrom(bytes: Buffer): string {
  return [...bytes].map(byte => codeAlphabet[byte % codeAlphabet.length]).join('')
}
