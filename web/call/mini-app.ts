import { setPageLink } from '../room/page-link.ts'
import { setWayToChat } from '../room/way-to-chat.ts'

/** What a messenger hands to the page that it opens, behind `#` (https://core.telegram.org/bots/webapps). */
const launched = new URLSearchParams(location.hash.slice(1))

/** Signed by the messenger for this launch; kept in memory only, and taken out of the address. Empty outside a messenger. */
export const initData = launched.get('tgWebAppData') ?? ''

export function hideLaunch(): void {
  if (initData) history.replaceState(null, '', location.pathname)
}

type Tell = (eventType: string, eventData?: object) => void

/** https://core.telegram.org/api/web-events: by the app's own bridge, or by a message to the page around this one; undefined without either. */
function findMessenger(): Tell | undefined {
  const bridge: unknown = Reflect.get(window, 'TelegramWebviewProxy')
  const post = typeof bridge === 'object' && bridge !== null ? Reflect.get(bridge, 'postEvent') : undefined
  if (typeof post === 'function') {
    return (eventType, eventData = {}) => Reflect.apply(post, bridge, [eventType, JSON.stringify(eventData)])
  }
  if (window.parent === window) return undefined
  // the page around it checks who speaks; there is nothing secret in these
  return (eventType, eventData = {}) => window.parent.postMessage(JSON.stringify({ eventType, eventData }), '*')
}

function tell(eventType: string, eventData?: object): void {
  findMessenger()?.(eventType, eventData)
}

/** The messenger takes its own waiting sign away, and gives the page all the room there is. */
export function sayReady(): void {
  tell('web_app_ready')
  tell('web_app_expand')
}

/** The plain link of the call, which works everywhere, in the person's own browser. */
export function openOutside(url: string): void {
  tell('web_app_open_link', { url })
}

/** Launched by a messenger that listens, this page goes back to the chat by being closed. Elsewhere the link to the chat stays. */
export function goBackByClosing(): void {
  if (initData && findMessenger()) setWayToChat(() => tell('web_app_close'))
}

/** From now on what is copied, drawn as a code or opened outside is the plain link. */
export function useCallLink(code: string): void {
  setPageLink(`${location.origin}/c/${encodeURIComponent(code)}`)
}
