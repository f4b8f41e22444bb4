import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A Bot API in which nobody ever writes: long polls stay empty, every other call succeeds. `called` lists the methods. */
export async function startQuietBotApi() {
  const called: string[] = []
  const bot = { id: 123456789, is_bot: true, first_name: 'Test', username: 'mianshen_test_bot', can_join_groups: false }
  const results: Record<string, unknown> = { getMe: bot, getUpdates: [] }
  const server = createServer((request, response) => {
    const method = request.url?.split('/').at(-1)?.split('?')[0] ?? ''
    called.push(method)
    const answer = () => response.end(JSON.stringify({ ok: true, result: results[method] ?? true }))
    response.setHeader('content-type', 'application/json')
    request.resume()
    if (method !== 'getUpdates') answer()
    // a long poll: held until the caller goes, which is what a stop has to cope with
    else response.flushHeaders()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    called,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
