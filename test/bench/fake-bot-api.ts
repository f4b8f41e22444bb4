import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const sent = { message_id: 1, date: 0, chat: { id: 1, type: 'private' } }

/**
 * Answers every Bot API call with success (`results` by method, else a message) and tells when it arrived: `arrived(mark)` resolves
 * with the moment a body with that mark came.
 */
export async function startFakeBotApi(results: Readonly<Record<string, unknown>> = {}) {
  const waiting = new Map<string, (at: number) => void>()
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', chunk => {
      body += chunk
    })
    request.on('end', () => {
      const at = performance.now()
      for (const [mark, resolve] of waiting) {
        if (!body.includes(mark)) continue
        waiting.delete(mark)
        resolve(at)
      }
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ ok: true, result: results[request.url?.split('/').at(-1) ?? ''] ?? sent }))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived: (mark: string) => new Promise<number>(resolve => waiting.set(mark, resolve)),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
