import { createHash } from 'node:crypto'
import sharp from 'sharp'

export type StillProblem = 'not-a-still' | 'too-small' | 'too-big'
export type CleanStill =
  | { ok: true; bytes: Buffer; mime: 'image/jpeg'; width: number; height: number; sha256: string }
  | { ok: false; problem: StillProblem }

/** A frame of 1280×720 has about 300 kB as JPEG, 2 MB as PNG. */
export const maxStillBytes = 8 * 1024 * 1024
/** Below it neither a face nor a line of a card can be told; a poor connection sends such frames at its beginning. */
const minShortSide = 180
const maxLongSide = 4096

/**
 * A still as it may be kept: JPEG or PNG by content, whole, within the sizes of a camera's frame; drawn anew, so that nothing but the
 * picture is in it. It is not scaled. Pure, as `cleanPhoto` is.
 */
export async function cleanStill(raw: Buffer): Promise<CleanStill> {
  if (raw.length > maxStillBytes) return { ok: false, problem: 'too-big' }
  try {
    const image = sharp(raw, { limitInputPixels: maxLongSide * maxLongSide, failOn: 'error' })
    const { format, width, height } = await image.metadata()
    if (format !== 'jpeg' && format !== 'png') return { ok: false, problem: 'not-a-still' }
    if (Math.min(width, height) < minShortSide) return { ok: false, problem: 'too-small' }
    if (Math.max(width, height) > maxLongSide) return { ok: false, problem: 'too-big' }
    const { data, info } = await image
      .rotate()
      .flatten({ background: '#000000' })
      .jpeg({ quality: 94, chromaSubsampling: '4:4:4' })
      .toBuffer({ resolveWithObject: true })
    const sha256 = createHash('sha256').update(data).digest('hex')
    return { ok: true, bytes: data, mime: 'image/jpeg', width: info.width, height: info.height, sha256 }
  } catch {
    return { ok: false, problem: 'not-a-still' }
  }
}
