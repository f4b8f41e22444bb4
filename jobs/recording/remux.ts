import { ALL_FORMATS, BufferTarget, Conversion, CustomSource, Input, Mp4OutputFormat, Output, WebMOutputFormat } from 'mediabunny'

export interface Finished {
  bytes: Buffer
  durationMs: number
}

/**
 * What a browser's recorder wrote while it ran has no length and nothing to seek by. The same pictures and sound, not coded anew, go into a
 * file that has both, of the same container. Rejects when the chunks hold nothing that can be read.
 */
export async function finishFilm(chunks: readonly Buffer[], mime: string): Promise<Finished> {
  using input = new Input({ formats: ALL_FORMATS, source: sourceOf(chunks) })
  const format = mime.startsWith('video/mp4') ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat()
  const target = new BufferTarget()
  const conversion = await Conversion.init({ input, output: new Output({ format, target }), showWarnings: false })
  if (!conversion.isValid) throw new Error('nothing in the chunks can be played')
  await conversion.execute()
  if (!target.buffer) throw new Error('the conversion ended without a file')
  return { bytes: Buffer.from(target.buffer), durationMs: Math.round((await input.computeDuration()) * 1000) }
}

/** The chunks one after another, without a copy of the whole. */
function sourceOf(chunks: readonly Buffer[]): CustomSource {
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  const read = (start: number, end: number): Uint8Array => {
    const wanted = Buffer.alloc(end - start)
    let first = 0
    for (const chunk of chunks) {
      const from = Math.max(start, first)
      const to = Math.min(end, first + chunk.length)
      if (from < to) chunk.copy(wanted, from - start, from - first, to - first)
      first += chunk.length
    }
    return wanted
  }
  return new CustomSource({ getSize: () => size, read })
}
