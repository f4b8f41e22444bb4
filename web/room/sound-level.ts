import { useEffect, useState } from 'preact/hooks'

/** How loud the microphone is, 0 to 1, ten times a second; 0 without a stream. */
export function useSoundLevel(stream: MediaStream | null): number {
  const [level, setLevel] = useState(0)
  useEffect(() => {
    const [track] = stream?.getAudioTracks() ?? []
    if (!track) return setLevel(0)
    const context = new AudioContext()
    const meter = context.createAnalyser()
    meter.fftSize = 1024
    context.createMediaStreamSource(new MediaStream([track])).connect(meter)
    const samples = new Float32Array(meter.fftSize)
    const timer = setInterval(() => {
      if (context.state === 'suspended') void context.resume().catch(() => undefined)
      meter.getFloatTimeDomainData(samples)
      setLevel(loudness(samples))
    }, 100)
    return () => {
      clearInterval(timer)
      void context.close().catch(() => undefined)
    }
  }, [stream])
  return level
}

/** From -50 dB (0) to -10 dB (1): where speech in a room lies. */
function loudness(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
  const decibel = 10 * Math.log10(power + 1e-10)
  return Math.min(1, Math.max(0, (decibel + 50) / 40))
}
