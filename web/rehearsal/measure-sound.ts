import { sendToChosenSpeaker } from '../room/chosen-devices.ts'

const windowMs = 100
const floor = -120

export interface Listening {
  /** dBFS of the loudest tenth of a second so far */
  loudest(): number
  stop(): void
}

/** Listens to the microphone from now on. */
export function listen(stream: MediaStream, onLevel: (decibel: number) => void): Listening {
  const [track] = stream.getAudioTracks()
  let loudest = floor
  if (!track) return { loudest: () => loudest, stop: () => undefined }
  const context = new AudioContext()
  const meter = context.createAnalyser()
  meter.fftSize = 4096
  context.createMediaStreamSource(new MediaStream([track])).connect(meter)
  const samples = new Float32Array(meter.fftSize)
  const timer = setInterval(() => {
    if (context.state === 'suspended') void context.resume().catch(() => undefined)
    meter.getFloatTimeDomainData(samples)
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
    const decibel = Math.max(floor, Math.min(0, 10 * Math.log10(power + 1e-12)))
    loudest = Math.max(loudest, decibel)
    onLevel(decibel)
  }, windowMs)
  return {
    loudest: () => loudest,
    stop() {
      clearInterval(timer)
      void context.close().catch(() => undefined)
    },
  }
}

const notes = [523.25, 659.25, 783.99]
const noteSeconds = 0.35

/** Three rising notes; resolves when they have been played. */
export async function playTone(): Promise<void> {
  const context = new AudioContext()
  await sendToChosenSpeaker(context)
  const volume = context.createGain()
  volume.gain.value = 0
  volume.connect(context.destination)
  notes.forEach((frequency, index) => {
    const from = context.currentTime + 0.05 + index * noteSeconds
    const tone = context.createOscillator()
    tone.frequency.value = frequency
    tone.connect(volume)
    volume.gain.setValueAtTime(0, from)
    volume.gain.linearRampToValueAtTime(0.35, from + 0.04)
    volume.gain.linearRampToValueAtTime(0, from + noteSeconds - 0.02)
    tone.start(from)
    tone.stop(from + noteSeconds)
  })
  await new Promise(resolve => setTimeout(resolve, 1000 * notes.length * noteSeconds + 200))
  await context.close()
}
