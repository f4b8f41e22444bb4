import { messenger } from './messenger.ts'
import { sendText } from './send.ts'

/** An address fit to be opened: with a scheme, and never one that runs code. */
export function safeHref(raw: string): string | undefined {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(raw) ? raw : `https://${raw}`
  if (!URL.canParse(address)) return undefined
  return /^(https?|mailto|tel|tg):$/.test(new URL(address).protocol) ? address : undefined
}

/** The text that a deep link of our own bot sends, or undefined for any other address. */
function deepLinkText(address: string, botUsername: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const isMe = /^(www\.)?(t|telegram)\.(me|dog)$/.test(url.hostname)
  const name = url.protocol === 'tg:' ? url.searchParams.get('domain') : isMe ? url.pathname.slice(1) : undefined
  if (name?.toLowerCase() !== botUsername.toLowerCase()) return undefined
  const code = url.searchParams.get('start')
  return code ? `/start ${code}` : '/start'
}

/** Follows a link out of a chat. True: it was a deep link of our bot, and is dealt with; the browser must not follow it. */
export function followDeepLink(chatId: number, address: string): boolean {
  const text = deepLinkText(address, messenger.get().bot?.username ?? '')
  if (text === undefined) return false
  void sendText(chatId, text)
  return true
}

export function openLink(chatId: number, raw: string): void {
  const address = safeHref(raw)
  if (address && !followDeepLink(chatId, address)) window.open(address, '_blank', 'noopener')
}
