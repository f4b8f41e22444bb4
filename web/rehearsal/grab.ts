import { type Frame, type Grey, greyOf } from './picture.ts'

/** A part of what the camera shows now, scaled; undefined while it shows nothing. */
export function grab(
  video: HTMLVideoElement,
  frame: Frame | undefined,
  size: { width: number; height: number },
): Grey | undefined {
  const { videoWidth, videoHeight } = video
  if (videoWidth === 0 || videoHeight === 0) return undefined
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return undefined
  const from = frame ?? { x: 0, y: 0, width: videoWidth, height: videoHeight }
  context.drawImage(video, from.x, from.y, from.width, from.height, 0, 0, size.width, size.height)
  return greyOf(context.getImageData(0, 0, size.width, size.height))
}
