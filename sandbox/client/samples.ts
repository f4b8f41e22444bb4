import sharp from 'sharp'
import type { Content } from '../bot-api/deliver.ts'
import { type Files, mintFileIds } from '../store/files.ts'

const SIDE = 512

/** A thumb up, drawn here: any sticker will do where a text was asked. */
const STICKER = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}">
  <circle cx="256" cy="256" r="240" fill="#ffd54a" stroke="#e0a800" stroke-width="12"/>
  <circle cx="180" cy="210" r="26" fill="#5b4300"/><circle cx="332" cy="210" r="26" fill="#5b4300"/>
  <path d="M150 310 q106 110 212 0" fill="none" stroke="#5b4300" stroke-width="22" stroke-linecap="round"/>
</svg>`

export async function makeSticker(files: Files): Promise<Content> {
  const bytes = await sharp(Buffer.from(STICKER)).webp().toBuffer()
  const ids = mintFileIds('sticker', bytes)
  const sticker = {
    file_id: ids.fileId,
    file_unique_id: ids.uniqueId,
    file_size: bytes.length,
    type: 'regular' as const,
    width: SIDE,
    height: SIDE,
    is_animated: false,
    is_video: false,
    emoji: '🙂',
    set_name: 'SandboxSmiles',
  }
  await files.save(ids, 'sticker', '.webp', bytes, sticker)
  return { sticker }
}

const VOICE_SECONDS = 2

export async function makeVoice(files: Files): Promise<Content> {
  const bytes = silence(VOICE_SECONDS)
  const ids = mintFileIds('voice', bytes)
  const voice = {
    file_id: ids.fileId,
    file_unique_id: ids.uniqueId,
    duration: VOICE_SECONDS,
    mime_type: 'audio/ogg',
    file_size: bytes.length,
  }
  await files.save(ids, 'voice', '.oga', bytes, { voice })
  return { voice }
}

/** Silence as Ogg Opus (RFC 7845): a header, a comment and one page of 20 ms frames of 960 samples. */
function silence(seconds: number): Buffer {
  const head = Buffer.from('4f707573486561640101000080bb0000000000', 'hex')
  const tags = Buffer.concat([Buffer.from('OpusTags'), Buffer.alloc(8)])
  const frames = Array.from({ length: seconds * 50 }, () => Buffer.from([0xf8, 0xff, 0xfe]))
  return Buffer.concat([page(0, 2, 0, [head]), page(1, 0, 0, [tags]), page(2, 4, frames.length * 960, frames)])
}

function page(sequence: number, flags: number, position: number, packets: Buffer[]): Buffer {
  const header = Buffer.alloc(27 + packets.length)
  header.write('OggS', 0, 'latin1')
  header.writeUInt8(flags, 5)
  header.writeBigUInt64LE(BigInt(position), 6)
  header.writeUInt32LE(1, 14)
  header.writeUInt32LE(sequence, 18)
  header.writeUInt8(packets.length, 26)
  packets.forEach((packet, index) => {
    header.writeUInt8(packet.length, 27 + index)
  })
  const whole = Buffer.concat([header, ...packets])
  whole.writeUInt32LE(oggChecksum(whole), 22)
  return whole
}

/** CRC-32 with the polynomial 0x04c11db7, not reflected, as Ogg has it. */
function oggChecksum(bytes: Buffer): number {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte << 24
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000_0000 ? (crc << 1) ^ 0x04c1_1db7 : crc << 1
  }
  return crc >>> 0
}
