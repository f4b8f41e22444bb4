/** A token bucket on machine time: `perSecond` on the long run, `burst` at once. */
export function createBucket(perSecond: number, burst: number, now: () => number = Date.now) {
  let tokens = burst
  let at = now()
  return {
    /** Takes a token; returns how many milliseconds to wait before it may be used. */
    take(): number {
      const moment = now()
      tokens = Math.min(burst, tokens + ((moment - at) / 1000) * perSecond)
      at = moment
      tokens -= 1
      return tokens >= 0 ? 0 : (-tokens / perSecond) * 1000
    },
  }
}

/** Telegram's own limits: about 30 messages a second over all chats, one a second in a chat with a short burst. */
export function createPace() {
  const all = createBucket(28, 28)
  const chats = new Map<number, ReturnType<typeof createBucket>>()
  return {
    wait(chatId: number): number {
      if (chats.size > 5_000) chats.clear()
      const chat = chats.get(chatId) ?? createBucket(1, 4)
      chats.set(chatId, chat)
      return Math.max(all.take(), chat.take())
    },
  }
}
