const frameWithinMs = 5000

/**
 * One frame of the other person's picture as it is decoded, not as it is shown: in full size, as JPEG. A video element of its own plays
 * the same stream, so it does not matter what the page shows at this moment. Rejects when no frame comes.
 */
export async function grabStill(stream: MediaStream): Promise<Blob> {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = stream
  try {
    await video.play()
    await nextFrame(video)
    const canvas = document.createElement('canvas')
    canvas.width = video.videoWidth
    canvas.height = video.videoHeight
    canvas.getContext('2d')?.drawImage(video, 0, 0)
    return await toJpeg(canvas)
  } finally {
    video.srcObject = null
  }
}

/** Firefox before 132 has no frame callback: a playing video with a size has a frame. */
function nextFrame(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('no frame came')), frameWithinMs)
    const done = () => {
      clearTimeout(late)
      resolve()
    }
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(done)
    else done()
  })
}

function toJpeg(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('the frame is empty'))), 'image/jpeg', 0.95),
  )
}
