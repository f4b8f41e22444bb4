import type { PhotoSize } from '@grammyjs/types'
import sharp, { type Sharp } from 'sharp'
import { type Files, mintFileIds } from './store/files.ts'

/** Long sides of the sizes that a messenger keeps of a photo; the greatest is the picture itself, made smaller if need be. */
const LONG_SIDES = [90, 320, 800, 1280]
const JPEG_QUALITY = 87
const MAX_SIDES_SUM = 10_000
const MAX_RATIO = 20

export const MAX_PHOTO_BYTES = 10 * 1024 * 1024

export class NotAPhoto extends Error {
  readonly reason: 'unreadable' | 'dimensions'

  constructor(reason: NotAPhoto['reason']) {
    super(reason)
    this.reason = reason
  }
}

interface Size {
  width: number
  height: number
  bytes: Buffer
}

/** Stores a photo in its sizes, smallest first; throws NotAPhoto. */
export async function storePhoto(files: Files, bytes: Uint8Array): Promise<PhotoSize[]> {
  const sizes = (await makeSizes(bytes)).map(size => ({ ...size, ids: mintFileIds('photo', size.bytes) }))
  const photo = sizes.map(({ width, height, bytes, ids }) => ({
    file_id: ids.fileId,
    file_unique_id: ids.uniqueId,
    file_size: bytes.length,
    width,
    height,
  }))
  await Promise.all(sizes.map(size => files.save(size.ids, 'photo', '.jpg', size.bytes, photo)))
  return photo
}

/** One picture of at most 320 pixels, as a document shows it; none where the file is no picture. */
export async function makeThumbnail(bytes: Uint8Array): Promise<Size | undefined> {
  try {
    return await jpeg(sharp(bytes).autoOrient(), 320)
  } catch {
    return undefined
  }
}

async function makeSizes(bytes: Uint8Array): Promise<Size[]> {
  const { width, height } = await measure(bytes)
  const long = Math.max(width, height)
  if (width + height > MAX_SIDES_SUM || long / Math.min(width, height) > MAX_RATIO) throw new NotAPhoto('dimensions')
  const largest = await jpeg(sharp(bytes).autoOrient(), 1280)
  const smaller = LONG_SIDES.filter(side => side < Math.min(long, 1280))
  return [...(await Promise.all(smaller.map(side => jpeg(sharp(largest.bytes), side)))), largest]
}

async function measure(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  try {
    const { width, height } = await sharp(bytes).metadata()
    return { width, height }
  } catch {
    throw new NotAPhoto('unreadable')
  }
}

async function jpeg(image: Sharp, longSide: number): Promise<Size> {
  try {
    const { data, info } = await image
      .resize(longSide, longSide, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: JPEG_QUALITY })
      .toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, bytes: data }
  } catch {
    throw new NotAPhoto('unreadable')
  }
}
