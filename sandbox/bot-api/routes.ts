import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type Context, Hono } from 'hono'
import type { World } from '../world.ts'
import { callMethod } from './call.ts'
import { type ApiAnswer, asAnswer, BotApiError } from './errors.ts'
import { readParams } from './params.ts'

type Env = { Bindings: HttpBindings }

/** `<root>/bot<token>/<method>` and `<root>/file/bot<token>/<file_path>`, as at api.telegram.org. */
export function botApiRoutes(world: World, root: string): Hono<Env> {
  const app = new Hono<Env>()
  const refusal = (token: string): ApiAnswer | undefined => {
    if (token === `bot${world.token}`) return undefined
    return asAnswer(/^bot\d+:/.test(token) ? new BotApiError(401, 'Unauthorized') : new BotApiError(404, 'Not Found'))
  }

  app.get(`${root}/file/:token/:path{.+}`, async c => {
    const refused = refusal(c.req.param('token'))
    if (refused) return send(refused)
    const file = await world.files.findByPath(c.req.param('path'))
    if (!file) return send(asAnswer(new BotApiError(404, 'Not Found')))
    return c.body(await world.files.read(file.fileId), 200, { 'content-type': 'application/octet-stream' })
  })

  app.on(['GET', 'POST'], `${root}/:token/:method`, async c => {
    const refused = refusal(c.req.param('token'))
    if (refused) return send(refused)
    const outcome = await answer(world, c)
    if (outcome !== 'cut') return send(outcome)
    c.env.incoming.socket.destroy()
    return RESPONSE_ALREADY_SENT
  })

  app.all(`${root}/*`, () => send(asAnswer(new BotApiError(404, 'Not Found'))))
  return app
}

async function answer(world: World, c: Context<Env>) {
  try {
    const params = await readParams(c.req.raw)
    return await callMethod(world, c.req.param('method') ?? '', params, c.req.raw.signal)
  } catch (error) {
    if (error instanceof BotApiError) return asAnswer(error)
    if (world.stopping.aborted) return asAnswer(new BotApiError(500, 'Internal Server Error: restart'))
    throw error
  }
}

function send({ status, body }: ApiAnswer): Response {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  const parameters = body.parameters
  if (typeof parameters === 'object' && parameters !== null && 'retry_after' in parameters)
    headers['retry-after'] = String(parameters.retry_after)
  return new Response(JSON.stringify(body), { status, headers })
}
