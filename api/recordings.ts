import { Hono } from 'hono'
import parseRange from 'range-parser'
import { z } from 'zod'
import type { Ctx } from '../core/context.ts'
import { endRecording } from '../core/recording/end.ts'
import { keepChunk } from '../core/recording/keep-chunk.ts'
import { type Film, openFilm, playRecording } from '../core/recording/play.ts'
import { recordedMime, startRecording } from '../core/recording/start.ts'
import { refuse } from '../core/refusal.ts'
import { jsonBody } from './body.ts'
import type { PlayResponse, StartedRecording } from './contract.ts'

const startBody = z.object({ mime: recordedMime })
const idOf = (text: string): string => {
  const parsed = z.uuid().safeParse(text)
  return parsed.success ? parsed.data : refuse('not-found', { what: 'file' })
}

/** Recording by the console, and playback for those entitled; part of the console's routes. */
export function recordingRoutes(): Hono<{ Variables: { ctx: Ctx } }> {
  const app = new Hono<{ Variables: { ctx: Ctx } }>()

  app.post('/cases/:code/recordings', jsonBody(startBody), async c => {
    const { id } = await startRecording(c.var.ctx, { code: c.req.param('code'), mime: c.req.valid('json').mime })
    const started: StartedRecording = { id }
    return c.json(started)
  })

  app.put('/recordings/:id/chunks/:number', async c => {
    const number = z.coerce.number().int().min(0).max(100_000).safeParse(c.req.param('number'))
    const bytes = Buffer.from(await c.req.arrayBuffer())
    if (!number.success || bytes.length === 0) return refuse('stale', {})
    await keepChunk(c.var.ctx, { recordingId: idOf(c.req.param('id')), number: number.data, bytes })
    return c.body(null, 204)
  })

  app.post('/recordings/:id/end', async c => {
    await endRecording(c.var.ctx, { recordingId: idOf(c.req.param('id')) })
    return c.body(null, 204)
  })

  app.post('/cases/:code/recordings/:id/play', async c => {
    const recordingId = idOf(c.req.param('id'))
    const { ticket } = await playRecording(c.var.ctx, { code: c.req.param('code'), recordingId, machineNow: Date.now() })
    const answer: PlayResponse = { url: `/api/console/recordings/${recordingId}/film?ticket=${encodeURIComponent(ticket)}` }
    return c.json(answer)
  })

  app.get('/recordings/:id/film', async c => {
    const ticket = c.req.query('ticket') ?? ''
    const film = await openFilm(c.var.ctx, { recordingId: idOf(c.req.param('id')), ticket, machineNow: Date.now() })
    const ranges = parseRange(film.size, c.req.header('range') ?? '')
    const headers = { 'content-type': film.mime, 'accept-ranges': 'bytes', 'cache-control': 'private, no-store' }
    if (ranges === -1) return c.body(null, 416, { ...headers, 'content-range': `bytes */${film.size}` })
    const range = typeof ranges === 'object' && ranges.type === 'bytes' ? ranges[0] : undefined
    const { start, end } = range ?? { start: 0, end: film.size - 1 }
    return c.body(streamOf(film, start, end), range ? 206 : 200, {
      ...headers,
      'content-length': String(end - start + 1),
      ...(range ? { 'content-range': `bytes ${start}-${end}/${film.size}` } : {}),
    })
  })

  return app
}

/** As fast as it is read, and no faster: a long call is never whole in memory. */
function streamOf(film: Film, start: number, end: number): ReadableStream<Uint8Array> {
  const pieces = film.read(start, end)
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })
}
