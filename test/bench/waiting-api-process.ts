import { createApi } from '../../api/app.ts'
import { type DeskSettings, openDesk } from '../../start/desk.ts'
import { freePort, listen } from '../../start/http-server.ts'

/** The API alone, in a process of its own that says its port, and how much memory it holds whenever it is asked. */
const settings: DeskSettings = JSON.parse(process.argv[2] ?? '{}')
const complain = (fields: object, text: string) => void process.stderr.write(`${text} ${JSON.stringify(fields)}\n`)
const desk = await openDesk(settings, { info: () => undefined, warn: complain, error: complain })
const api = await createApi({
  ctxFor: actor => ({ ...desk.ctx, actor }),
  sql: desk.database.sql,
  media: { agora: undefined, iceServers: [] },
  chatUrl: () => 'https://t.me/bench_bot',
  secure: false,
})
const port = await freePort('127.0.0.1')
const server = await listen(api.app, '127.0.0.1', port)
process.on('message', async word => {
  if (word === 'measure') {
    global.gc?.()
    const { heapUsed, rss } = process.memoryUsage()
    process.send?.({ heapUsed, rss })
    return
  }
  await api.close()
  await server.stop()
  await desk.close()
  // hundreds that leave at once open connections again; the product ends in the same way
  process.exit(0)
})
process.send?.({ port })
