import type { World } from '../world.ts'

const HEARTBEAT_MS = 15_000

/** Server-sent events: everything that changes, until the page or the sandbox goes. */
export function streamEvents({ events, stopping }: World): Response {
  const encoder = new TextEncoder()
  let end: () => void = () => undefined
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text))
      const stopListening = events.listen(event => write(`data: ${JSON.stringify(event)}\n\n`))
      const heartbeat = setInterval(() => write(': here\n\n'), HEARTBEAT_MS)
      const close = () => {
        end()
        controller.close()
      }
      end = () => {
        stopListening()
        clearInterval(heartbeat)
        stopping.removeEventListener('abort', close)
      }
      write('retry: 500\n\n')
      stopping.addEventListener('abort', close)
      if (stopping.aborted) close()
    },
    cancel: () => end(),
  })
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  })
}
