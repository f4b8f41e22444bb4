import { hkdfSync } from 'node:crypto'

/** Keys of the desk, each derived from MASTER_KEY for one purpose (HKDF-SHA256, RFC 5869). 32 bytes each. */
export interface Keys {
  /** wraps the cases' own keys */
  wrap: Buffer
  /** signs call links and room tickets */
  link: Buffer
  /** seals what passes through the room's frames */
  room: Buffer
  /** keyed hashes of console cookies */
  session: Buffer
  /** passphrases of evidence files */
  evidence: Buffer
}

export function deriveKeys(master: Buffer): Keys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `mianshen/${purpose}`, 32))
  return {
    wrap: derive('wrap'),
    link: derive('link'),
    room: derive('room'),
    session: derive('session'),
    evidence: derive('evidence'),
  }
}
