/** Grey values of a picture, row by row, 0 to 255. */
export interface Grey {
  width: number
  height: number
  luma: Uint8ClampedArray
}

export interface Frame {
  x: number
  y: number
  width: number
  height: number
}

/** Width to height of an ID card (ISO/IEC 7810, ID-1). */
export const cardRatio = 85.6 / 53.98
/** The frame for the card is scaled to this before it is measured, whatever the camera gives. */
export const cardSize = { width: 480, height: 303 }

/** Where on the camera's picture the card is to be held: as large as the hand can hold still. */
export function cardFrame(picture: { width: number; height: number }): Frame {
  const width = Math.min(picture.width * 0.86, picture.height * 0.8 * cardRatio)
  const height = width / cardRatio
  return { x: (picture.width - width) / 2, y: (picture.height - height) / 2, width, height }
}

/** BT.601, as cameras code it. */
export function greyOf({ data, width, height }: { data: Uint8ClampedArray; width: number; height: number }): Grey {
  const luma = new Uint8ClampedArray(width * height)
  for (let at = 0; at < luma.length; at++) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3)
    luma[at] = 0.299 * red + 0.587 * green + 0.114 * blue
  }
  return { width, height, luma }
}

/** How bright the middle is, where the face is, and what is around it: means of 255. */
export function brightnessOf({ width, height, luma }: Grey): { face: number; around: number } {
  const inside = (x: number, y: number) => ((x - width / 2) / (width * 0.2)) ** 2 + ((y - height / 2) / (height * 0.35)) ** 2 <= 1
  let [faceSum, faceCount, aroundSum, aroundCount] = [0, 0, 0, 0]
  for (let at = 0; at < luma.length; at++) {
    const value = luma[at] ?? 0
    if (inside(at % width, Math.floor(at / width))) {
      faceSum += value
      faceCount += 1
    } else {
      aroundSum += value
      aroundCount += 1
    }
  }
  return { face: faceSum / Math.max(1, faceCount), around: aroundSum / Math.max(1, aroundCount) }
}

/**
 * The variance of the Laplacian (Pech-Pacheco 2000) of the picture smoothed once by 1-2-1, so that a sensor's noise counts little:
 * edges in focus make it large, blur makes it small.
 */
export function sharpnessOf(grey: Grey): number {
  const { width, height, luma } = smooth(grey)
  let [sum, squares, count] = [0, 0, 0]
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      const around = (luma[at - 1] ?? 0) + (luma[at + 1] ?? 0) + (luma[at - width] ?? 0) + (luma[at + width] ?? 0)
      const edge = around - 4 * (luma[at] ?? 0)
      sum += edge
      squares += edge * edge
      count += 1
    }
  }
  const mean = sum / Math.max(1, count)
  return squares / Math.max(1, count) - mean * mean
}

/** Each value with its neighbours, 1-2-1 across and down; the outermost line is left out. */
function smooth({ width, height, luma }: Grey): { width: number; height: number; luma: Float32Array } {
  const smoothed = new Float32Array(Math.max(0, width - 2) * Math.max(0, height - 2))
  const across = (at: number) => (luma[at - 1] ?? 0) + 2 * (luma[at] ?? 0) + (luma[at + 1] ?? 0)
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      smoothed[(y - 1) * (width - 2) + x - 1] = (across(at - width) + 2 * across(at) + across(at + width)) / 16
    }
  }
  return { width: Math.max(0, width - 2), height: Math.max(0, height - 2), luma: smoothed }
}
