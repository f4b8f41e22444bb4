import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'

/** The newest entry of a chain: as many entries as its number, and the hash that holds all of them. */
export interface Head {
  chain: string
  number: number
  /** SHA-256, hex */
  hash: string
}

/** Signs heads with the desk's Ed25519 key, which is kept outside the database. Signatures are base64url. */
export interface HeadSigner {
  /** the first 16 hex digits of the SHA-256 of the public key (SPKI) */
  keyId: string
  /** PEM, for auditors */
  publicKey: string
  sign(head: Head): string
  verify(head: Head, signature: string): boolean
}

/** PKCS #8 of an Ed25519 key is these bytes and then its seed (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The very bytes that are signed. No time is among them: a head is the same whenever it is signed, and so is its signature. */
function headText({ chain, number, hash }: Head): Buffer {
  return Buffer.from(`mianshen-audit-head-1\n${chain}\n${number}\n${hash}`)
}

/** `seed`: 32 bytes. */
export function createHeadSigner(seed: Buffer): HeadSigner {
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey)
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  return {
    keyId: createHash('sha256').update(spki).digest('hex').slice(0, 16),
    publicKey: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    sign: head => sign(null, headText(head), privateKey).toString('base64url'),
    verify: (head, signature) => verify(null, headText(head), publicKey, Buffer.from(signature, 'base64url')),
  }
}
