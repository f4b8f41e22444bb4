import { tooManyRequests } from './bot-api/errors.ts'

/** Telegram's published limits: about 30 messages a second over all, one a second in a chat, with a lenient burst there. */
const OVERALL = { perSecond: 30, burst: 30 }
const ONE_CHAT = { perSecond: 1, burst: 20 }

interface Bucket {
  tokens: number
  at: number
}

/** Counts a send, or refuses it with the seconds to wait. `now` in milliseconds. */
export function createFloodGate(now: () => number) {
  const overall: Bucket = { tokens: OVERALL.burst, at: now() }
  const chats = new Map<number, Bucket>()

  return (chatId: number): void => {
    const chat = chats.get(chatId) ?? { tokens: ONE_CHAT.burst, at: now() }
    chats.set(chatId, chat)
    refill(overall, OVERALL, now())
    refill(chat, ONE_CHAT, now())
    const wait = Math.max((1 - overall.tokens) / OVERALL.perSecond, (1 - chat.tokens) / ONE_CHAT.perSecond)
    if (wait > 0) throw tooManyRequests(Math.ceil(wait))
    overall.tokens--
    chat.tokens--
  }
}

function refill(bucket: Bucket, limit: { perSecond: number; burst: number }, at: number): void {
  bucket.tokens = Math.min(limit.burst, bucket.tokens + ((at - bucket.at) / 1000) * limit.perSecond)
  bucket.at = at
}
