/** Enough to see what was done; what must be read on a card is a capture of its own. */
const width = 960
const height = 540
const own = { width: 192, height: 108, edge: 12 }

type Side = 'remote' | 'local'

/** Both pictures and both voices as one stream: the applicant large, the reviewer small, the time of day below. */
export class Film {
  readonly stream: MediaStream
  private readonly caption: () => string
  private readonly pictures = { remote: player(), local: player() }
  private readonly voices: Partial<Record<Side, MediaStreamAudioSourceNode>> = {}
  private readonly sound = new AudioContext()
  private readonly mix = this.sound.createMediaStreamDestination()
  private readonly ticker = new Worker(new URL('./ticker.ts', import.meta.url), { type: 'module' })
  private readonly wake = () => void this.sound.resume()

  constructor(caption: () => string) {
    this.caption = caption
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width, height })
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    this.ticker.onmessage = () => this.draw(pen)
    // after a reload nobody has touched the page yet, and the browser keeps it silent until then
    for (const touch of ['pointerdown', 'keydown']) document.addEventListener(touch, this.wake)
    this.stream = new MediaStream([...canvas.captureStream().getVideoTracks(), ...this.mix.stream.getAudioTracks()])
  }

  /** What is seen and heard from this side from now on. */
  show(side: Side, stream: MediaStream | null): void {
    if (this.pictures[side].srcObject === stream) return
    this.pictures[side].srcObject = stream
    if (stream) void this.pictures[side].play().catch(() => undefined)
    this.voices[side]?.disconnect()
    delete this.voices[side]
    if (!stream || stream.getAudioTracks().length === 0) return
    const voice = this.sound.createMediaStreamSource(stream)
    voice.connect(this.mix)
    this.voices[side] = voice
  }

  close(): void {
    this.ticker.terminate()
    for (const touch of ['pointerdown', 'keydown']) document.removeEventListener(touch, this.wake)
    for (const picture of Object.values(this.pictures)) picture.srcObject = null
    for (const track of this.stream.getTracks()) track.stop()
    void this.sound.close()
  }

  private draw(pen: CanvasRenderingContext2D): void {
    pen.fillStyle = '#000'
    pen.fillRect(0, 0, width, height)
    paint(pen, this.pictures.remote, { x: 0, y: 0, width, height })
    paint(pen, this.pictures.local, { x: width - own.width - own.edge, y: height - own.height - own.edge, ...own })
    pen.font = '16px sans-serif'
    pen.fillRect(own.edge, height - 38, pen.measureText(this.caption()).width + 20, 26)
    pen.fillStyle = '#fff'
    pen.fillText(this.caption(), own.edge + 10, height - 20)
  }
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Whole, not cut, in the middle of its box. */
function paint(pen: CanvasRenderingContext2D, picture: HTMLVideoElement, box: Box): void {
  const { videoWidth, videoHeight } = picture
  if (videoWidth === 0 || videoHeight === 0) return
  const scale = Math.min(box.width / videoWidth, box.height / videoHeight)
  const size = { width: videoWidth * scale, height: videoHeight * scale }
  pen.drawImage(picture, box.x + (box.width - size.width) / 2, box.y + (box.height - size.height) / 2, size.width, size.height)
}

/** Beside the page: only its pictures are wanted, the sound is mixed elsewhere. */
function player(): HTMLVideoElement {
  const element = document.createElement('video')
  return Object.assign(element, { muted: true, playsInline: true, autoplay: true })
}
