import { createHmac } from 'node:crypto'
import type { LookupKind } from '../../db/values.ts'

export interface Lookup {
  kind: LookupKind
  hash: Buffer
}

/** 128 bits: no two values of one kind meet by chance, and a button has room for it. */
const hashBytes = 16

/** HMAC-SHA256 of kind and normalised value, cut to 16 bytes: equal values have equal hashes, and without the key nobody can try values. */
export function hashOf(key: Buffer, kind: LookupKind, value: string | Buffer): Lookup {
  return { kind, hash: createHmac('sha256', key).update(`${kind}\n`).update(value).digest().subarray(0, hashBytes) }
}

/** What `files.sha256` holds: the keyed hash of a file's SHA-256 (hex), hex. */
export const fileHash = (key: Buffer, sha256: string): string => hashOf(key, 'photo', sha256).hash.toString('hex')
