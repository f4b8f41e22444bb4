import type { Quality } from './media.ts'

interface Counts {
  received: number
  lost: number
}

/** Reads a connection's statistics every two seconds; loss and delay by what a talk still bears. */
export function watchQuality(pc: RTCPeerConnection, report: (quality: Quality) => void): () => void {
  let before: Counts | undefined
  const timer = setInterval(async () => {
    if (pc.connectionState !== 'connected') return
    const stats = [...(await pc.getStats()).values()]
    const counts = inboundCounts(stats)
    if (before) report(grade(lossBetween(before, counts), roundTrip(stats)))
    before = counts
  }, 2000)
  return () => clearInterval(timer)
}

function inboundCounts(stats: unknown[]): Counts {
  const counts = { received: 0, lost: 0 }
  for (const entry of stats) {
    if (field(entry, 'type') !== 'inbound-rtp') continue
    counts.received += number(entry, 'packetsReceived')
    counts.lost += number(entry, 'packetsLost')
  }
  return counts
}

function lossBetween(before: Counts, now: Counts): number {
  const lost = Math.max(0, now.lost - before.lost)
  const all = lost + Math.max(0, now.received - before.received)
  return all === 0 ? 0 : lost / all
}

/** Seconds there and back, the worst of the pairs in use. */
function roundTrip(stats: unknown[]): number {
  const pairs = stats.filter(entry => field(entry, 'type') === 'candidate-pair' && field(entry, 'nominated') === true)
  return Math.max(0, ...pairs.map(pair => number(pair, 'currentRoundTripTime')))
}

function grade(loss: number, seconds: number): Quality {
  if (loss > 0.08 || seconds > 0.6) return 'poor'
  if (loss > 0.02 || seconds > 0.3) return 'fair'
  return 'good'
}

function field(entry: unknown, name: string): unknown {
  return typeof entry === 'object' && entry !== null ? Reflect.get(entry, name) : undefined
}

function number(entry: unknown, name: string): number {
  const value = field(entry, name)
  return typeof value === 'number' ? value : 0
}
