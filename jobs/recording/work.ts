import type { Ctx } from '../../core/context.ts'
import { finishEmpty, keepFinished, openChunks, takeRecording } from '../../core/recording/finish.ts'
import { finishFilm } from './remux.ts'

/** Makes every ended recording into a file that can be sought in. One that holds nothing to play is kept as it came. */
export async function finishRecordings(ctx: Ctx): Promise<void> {
  for (let recording = await takeRecording(ctx); recording; recording = await takeRecording(ctx)) {
    const chunks = await openChunks(ctx, recording)
    if (chunks.length === 0) {
      await finishEmpty(ctx, recording)
      continue
    }
    const { id, mime } = recording
    const finished = await finishFilm(chunks, mime).catch(err => {
      ctx.log.error({ err, recording: id }, 'a recording could not be made seekable')
      return { bytes: Buffer.concat(chunks), durationMs: null }
    })
    await keepFinished(ctx, recording, finished)
  }
}
