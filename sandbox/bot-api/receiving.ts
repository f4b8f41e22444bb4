import { z } from 'zod'
import { checkLink, isLoopbackHost } from '../text/links.ts'
import type { World } from '../world.ts'
import { badRequest, conflict } from './errors.ts'
import { flag, integer, string, updateKinds } from './fields.ts'
import { type Method, method } from './method.ts'

const DEFAULT_CONNECTIONS = 40

const getUpdates = method(
  z.object({
    offset: integer.default(0),
    limit: integer.default(100),
    timeout: integer.default(0),
    allowed_updates: updateKinds.optional(),
  }),
  async ({ offset, limit, timeout, allowed_updates }, { world, signal }) => {
    if (world.settings.get('webhook'))
      throw conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
    await remember(world, allowed_updates)
    const bounded = limit >= 1 && limit <= 100 ? limit : 100
    return world.updates.poll({ offset, limit: bounded, timeoutSeconds: Math.max(timeout, 0) }, signal)
  },
)

/** Which kinds a bot wants is kept until it says otherwise. */
async function remember(world: World, allowed: string[] | undefined): Promise<void> {
  if (allowed && allowed.join() !== world.settings.get('allowed')?.join()) await world.settings.set('allowed', allowed)
}

const setWebhook = method(
  z.object({
    url: string.default(''),
    ip_address: string.optional(),
    max_connections: integer.default(DEFAULT_CONNECTIONS),
    allowed_updates: updateKinds.optional(),
    drop_pending_updates: flag.default(false),
    secret_token: string.optional(),
  }),
  async (input, { world }) => {
    if (input.secret_token && !/^[A-Za-z0-9_-]{1,256}$/.test(input.secret_token))
      throw badRequest(
        input.secret_token.length > 256 ? 'secret token is too long' : 'secret token contains unallowed characters',
      )
    if (input.drop_pending_updates) await world.log.clear()
    await remember(world, input.allowed_updates)
    if (input.url === '') await world.settings.remove('webhook')
    else {
      await world.settings.set('webhook', {
        url: checkWebhookUrl(input.url),
        maxConnections: Math.min(Math.max(input.max_connections, 1), 100),
        ...(input.secret_token ? { secretToken: input.secret_token } : {}),
        ...(input.ip_address ? { ipAddress: input.ip_address } : {}),
      })
      world.updates.endPoll(conflict('terminated by setWebhook request'))
    }
    world.webhook.changed()
    return true
  },
)

/** https, as Telegram wants it, or http to this machine. */
function checkWebhookUrl(url: string): string {
  const host = /^https?:\/\/(\[[^\]]*\]|[^/:?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? ''
  const loopback = isLoopbackHost(host)
  if (!/^https:/i.test(url) && !loopback) throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  if (!loopback && 'problem' in checkLink(url)) throw badRequest('bad webhook: Failed to resolve host: Name or service not known')
  return url
}

const deleteWebhook = method(z.object({ drop_pending_updates: flag.default(false) }), async (input, { world }) => {
  if (input.drop_pending_updates) await world.log.clear()
  await world.settings.remove('webhook')
  world.webhook.changed()
  return true
})

const getWebhookInfo = method(z.object({}), async (_input, { world }) => {
  const webhook = world.settings.get('webhook')
  const allowed = world.settings.get('allowed')
  const error = world.webhook.lastError()
  return {
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: await world.log.count(),
    ...(webhook ? { max_connections: webhook.maxConnections } : {}),
    ...(webhook?.ipAddress ? { ip_address: webhook.ipAddress } : {}),
    ...(webhook && error ? { last_error_date: error.date, last_error_message: error.message } : {}),
    ...(allowed?.length ? { allowed_updates: allowed } : {}),
  }
})

export const receiving: Record<string, Method> = { getUpdates, setWebhook, deleteWebhook, getWebhookInfo }
