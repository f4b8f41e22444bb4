import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** How old the data of a launch may be. A page that stands open longer is launched again from the chat. */
const freshSeconds = 3600
/** A clock that runs ahead of ours by so much is forgiven. */
const aheadSeconds = 60
const longest = 4096

const signedUser = z.object({ id: z.number().int().positive() })

/**
 * Who opened a mini-app, from the `initData` that Telegram hands to its page: signed by HMAC-SHA-256 with the key
 * HMAC-SHA-256("WebAppData", bot token) over all fields but `hash`, sorted, one `key=value` a line
 * (https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app). Undefined for what Telegram did not sign for this bot, what is
 * older than an hour, and what names nobody.
 */
export function readInitData(initData: string, token: string, now: Date): { telegramId: number } | undefined {
  if (token === '' || initData.length > longest) return undefined
  const fields = [...new URLSearchParams(initData)]
  const hash = fields.find(([key]) => key === 'hash')?.[1] ?? ''
  const signed = fields
    .filter(([key]) => key !== 'hash')
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join('\n')
  const key = createHmac('sha256', 'WebAppData').update(token).digest()
  const expected = createHmac('sha256', key).update(signed).digest()
  const given = Buffer.from(/^[0-9a-f]{64}$/i.test(hash) ? hash : '', 'hex')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  const values = new Map(fields)
  // a key that stands twice was signed, but means two things
  if (values.size !== fields.length) return undefined
  const ageSeconds = now.getTime() / 1000 - Number(values.get('auth_date'))
  if (!(ageSeconds <= freshSeconds && ageSeconds >= -aheadSeconds)) return undefined
  const user = parseUser(values.get('user') ?? '')
  return user && { telegramId: user.id }
}

function parseUser(text: string): z.output<typeof signedUser> | undefined {
  try {
    return signedUser.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
