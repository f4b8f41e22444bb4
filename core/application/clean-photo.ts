import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { fingerprintOf, fingerprintSize } from '../lookup/fingerprint.ts'

export type CleanPhoto =
  | { ok: true; bytes: Buffer; mime: 'image/jpeg'; sha256: string; fingerprint: Buffer | undefined }
  | { ok: false; problem: PhotoProblem }
export type PhotoProblem = 'not-a-photo' | 'too-small' | 'too-big'

/** Telegram lets a bot download 20 MB. */
export const maxPhotoBytes = 20 * 1024 * 1024
const minShortSide = 400
const minLongSide = 600
const maxLongSide = 2400
/** A decompression bomb is refused before it is unpacked. */
const maxPixels = 80_000_000
const accepted = new Set(['jpeg', 'png', 'webp', 'heif', 'tiff', 'gif'])

/**
 * A picture as it may be kept: type told by content, not by name; turned upright; every piece of metadata (place, device) gone;
 * at most 2400 pixels a side. Pure: touches neither network nor database, so it runs outside any transaction.
 */
export async function cleanPhoto(raw: Buffer): Promise<CleanPhoto> {
  if (raw.length > maxPhotoBytes) return { ok: false, problem: 'too-big' }
  try {
    const image = sharp(raw, { limitInputPixels: maxPixels, failOn: 'error' })
    const { format, width, height } = await image.metadata()
    if (!accepted.has(format)) return { ok: false, problem: 'not-a-photo' }
    if (Math.min(width, height) < minShortSide || Math.max(width, height) < minLongSide)
      return { ok: false, problem: 'too-small' }
    const bytes = await image
      .rotate()
      .resize({ width: maxLongSide, height: maxLongSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 88 })
      .toBuffer()
    return { ok: true, bytes, mime: 'image/jpeg', ...(await markPhoto(bytes)) }
  } catch {
    return { ok: false, problem: 'not-a-photo' }
  }
}

/** What equal and like pictures are known by; of bytes as they are kept. */
export async function markPhoto(bytes: Buffer): Promise<{ sha256: string; fingerprint: Buffer | undefined }> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { sha256, fingerprint: fingerprintOf(await shrink(bytes)) }
}

function shrink(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes)
    .greyscale()
    .resize({ ...fingerprintSize, fit: 'fill' })
    .toColourspace('b-w')
    .raw()
    .toBuffer()
}
