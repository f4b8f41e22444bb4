import type { RehearsalPing } from '../../api/contract.ts'

const pings = 6
const timeoutMs = 15_000
/** A piece that takes less cannot be timed well: the next one is larger. */
const longEnoughMs = 300
const pieces = { down: [64, 256, 512, 512, 512], up: [32, 96, 192, 192, 192] }
const mostKbps = 10_000_000

interface Network {
  downKbps: number
  upKbps: number
  roundTripMs: number
}
export interface LineMeasured {
  network: Network | { problem: 'unreachable' }
  /** absent when nobody answered */
  clock?: { offSeconds: number }
}

/** The line to the desk, both ways, by small timed transfers, and the device's clock against the desk's. */
export async function measureLine(code: string): Promise<LineMeasured> {
  const door = `/api/rehearsals/${encodeURIComponent(code)}`
  let clock: LineMeasured['clock']
  try {
    const { roundTripMs, offSeconds } = await measurePings(`${door}/ping`)
    clock = { offSeconds }
    const downKbps = await measurePieces(pieces.down, roundTripMs, async bytes => {
      const answer = await ask(`${door}/down?bytes=${bytes}`)
      return (await answer.arrayBuffer()).byteLength
    })
    const upKbps = await measurePieces(pieces.up, roundTripMs, async bytes => {
      await ask(`${door}/up`, noise(bytes))
      return bytes
    })
    return { network: { downKbps, upKbps, roundTripMs }, clock }
  } catch {
    return { network: { problem: 'unreachable' }, ...(clock ? { clock } : {}) }
  }
}

async function ask(path: string, body?: Uint8Array<ArrayBuffer>): Promise<Response> {
  const sent = body ? { method: 'POST', body, headers: { 'content-type': 'application/octet-stream' } } : {}
  const answer = await fetch(path, { ...sent, cache: 'no-store', signal: AbortSignal.timeout(timeoutMs) })
  if (!answer.ok) throw new Error(`status ${answer.status}`)
  return answer
}

/** The first one is not counted: it opens the connection. The clock is read where the answer came fastest. */
async function measurePings(path: string): Promise<{ roundTripMs: number; offSeconds: number }> {
  const seen: { tookMs: number; offMs: number }[] = []
  for (let count = 0; count < pings; count++) {
    const from = performance.now()
    const sentAt = Date.now()
    const { at } = (await (await ask(path)).json()) as RehearsalPing
    const tookMs = performance.now() - from
    seen.push({ tookMs, offMs: sentAt + tookMs / 2 - at })
  }
  const counted = seen.slice(1).sort((a, b) => a.tookMs - b.tookMs)
  const median = counted[Math.floor(counted.length / 2)]?.tookMs ?? 0
  return { roundTripMs: round(median), offSeconds: round((counted[0]?.offMs ?? 0) / 1000) }
}

/** kbit/s of the fastest piece, one round trip taken off; growing pieces, until one takes long enough to be timed. */
async function measurePieces(
  sizes: readonly number[],
  roundTripMs: number,
  carry: (bytes: number) => Promise<number>,
): Promise<number> {
  let fastest = 0
  for (const size of sizes) {
    const from = performance.now()
    const bytes = await carry(size * 1024)
    const tookMs = performance.now() - from
    fastest = Math.max(fastest, (bytes * 8) / Math.max(1, tookMs - roundTripMs))
    if (tookMs >= longEnoughMs) break
  }
  return round(Math.min(mostKbps, fastest))
}

const round = (value: number): number => Math.round(value * 10) / 10

/** getRandomValues gives 64 KiB at most at a time. */
function noise(bytes: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(bytes)
  for (let from = 0; from < bytes; from += 65_536) crypto.getRandomValues(all.subarray(from, from + 65_536))
  return all
}
