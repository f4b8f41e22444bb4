import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../../core/rehearsal/rules.ts'
import { brightnessOf, cardFrame, cardRatio, cardSize, type Grey, greyOf, sharpnessOf } from '../../web/rehearsal/picture.ts'
import { drawCard } from '../support/draw-card.ts'

let card: Buffer
beforeAll(() => {
  card = drawCard()
})

interface Seen {
  size: { width: number; height: number }
  /** Gaussian, in pixels of a picture 1280 wide */
  blur?: number
  light?: number
}

/** What the page would measure of a camera that sees the card in its frame. */
async function seen({ size, blur = 0, light = 1 }: Seen): Promise<number> {
  const frame = cardFrame(size)
  const at = { left: Math.round(frame.x), top: Math.round(frame.y) }
  const [width, height] = [Math.round(frame.width), Math.round(frame.height)]
  const held = await sharp(card).resize(width, height, { fit: 'fill' }).toBuffer()
  const scene = sharp({ create: { ...size, channels: 3, background: '#7a6a5a' } }).composite([{ input: held, ...at }])
  const sharpScene = await scene.png().toBuffer()
  const blurred = blur === 0 ? sharp(sharpScene) : sharp(sharpScene).blur((blur * size.width) / 1280)
  const lit = await sharp(await blurred.png().toBuffer())
    .linear(light, 0)
    .jpeg({ quality: 85 })
    .toBuffer()
  const cut = sharp(lit)
    .extract({ ...at, width, height })
    .resize(cardSize.width, cardSize.height, { fit: 'fill' })
  const { data, info } = await cut.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return sharpnessOf(greyOf({ data: new Uint8ClampedArray(data), width: info.width, height: info.height }))
}

const sizes = [
  { width: 1280, height: 720 },
  { width: 640, height: 480 },
  { width: 720, height: 1280 },
]

describe.each(sizes)('G10: sharpness tells a card that can be read from one that cannot, on $width × $height', size => {
  test('in focus, also in half the light', async () => {
    expect(await seen({ size })).toBeGreaterThan(limits.sharpness.blurred * 5)
    expect(await seen({ size, light: 0.5 })).toBeGreaterThan(limits.sharpness.blurred)
  })
  test('out of focus', async () => {
    expect(await seen({ size, blur: 4 })).toBeLessThan(limits.sharpness.blurred)
    expect(await seen({ size, blur: 6 })).toBeLessThan(limits.sharpness.blurred)
  })
  test('the frame has the form of a card and lies within the picture', () => {
    const { x, y, width, height } = cardFrame(size)
    expect(width / height).toBeCloseTo(cardRatio)
    expect([x > 0, y > 0, x + width < size.width, y + height < size.height]).toEqual([true, true, true, true])
  })
})

/** A picture by a rule, without a camera. */
function paint(width: number, height: number, value: (x: number, y: number) => number): Grey {
  const luma = new Uint8ClampedArray(width * height)
  for (let at = 0; at < luma.length; at++) luma[at] = value(at % width, Math.floor(at / width))
  return { width, height, luma }
}

test('a bare wall is not sharp, whatever the noise of the sensor', () => {
  let state = 7
  const noise = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648 - 0.5
  }
  const wall = paint(cardSize.width, cardSize.height, () => 120 + 12 * noise())
  expect(sharpnessOf(wall)).toBeLessThan(limits.sharpness.blurred / 5)
})

test('G10: the light is measured where the face is, and around it', () => {
  const isFace = (x: number, y: number) => Math.abs(x - 80) < 25 && Math.abs(y - 45) < 25
  const backlit = brightnessOf(paint(160, 90, (x, y) => (isFace(x, y) ? 40 : 220)))
  expect(backlit.around - backlit.face).toBeGreaterThan(limits.light.backlit)
  const even = brightnessOf(paint(160, 90, () => 128))
  expect(even).toEqual({ face: 128, around: 128 })
  expect(brightnessOf(paint(160, 90, () => 20)).face).toBeLessThan(limits.light.darkest)
})
