import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { drawCard } from './draw-card.ts'

interface Film {
  /** Gaussian, in pixels */
  blur?: number
  /** 1: as drawn */
  light?: number
}

const [width, height] = [1280, 720]

/** A file that Chromium takes for a camera (motion JPEG, twelve frames): a card held into the frame of the rehearsal, lit and in focus, or not. */
export async function filmCard(path: string, { blur = 0, light = 1 }: Film = {}): Promise<string> {
  const card = await sharp(drawCard()).resize(900, 568, { fit: 'fill' }).toBuffer()
  const frames = Array.from({ length: 12 }, async (_, index) => {
    const scene = sharp({ create: { width, height, channels: 3, background: '#b7a894' } })
    const left = 188 + (index % 3)
    const held = await scene
      .composite([{ input: card, left, top: 76 }])
      .png()
      .toBuffer()
    const seen = blur === 0 ? held : await sharp(held).blur(blur).png().toBuffer()
    return sharp(seen).linear(light, 0).jpeg({ quality: 85 }).toBuffer()
  })
  await writeFile(path, Buffer.concat(await Promise.all(frames)))
  return path
}
