/** What a mini app asks of its messenger (https://core.telegram.org/api/web-events); anything else is ignored. */
export type WebAppEvent =
  | { type: 'ready' | 'close' | 'expand' | 'viewport' | 'theme' }
  | { type: 'open-link'; url: string }
  | { type: 'open-tg-link'; path: string }

/** Reads one postMessage of the frame. */
export function readWebAppEvent(data: unknown): WebAppEvent | undefined {
  const { eventType, eventData } = parsed(data)
  switch (eventType) {
    case 'iframe_ready':
    case 'web_app_ready':
      return { type: 'ready' }
    case 'web_app_close':
      return { type: 'close' }
    case 'web_app_expand':
      return { type: 'expand' }
    case 'web_app_request_viewport':
      return { type: 'viewport' }
    case 'web_app_request_theme':
      return { type: 'theme' }
    case 'web_app_open_link': {
      const url = field(eventData, 'url')
      return url === undefined ? undefined : { type: 'open-link', url }
    }
    case 'web_app_open_tg_link': {
      const path = field(eventData, 'path_full')
      return path === undefined ? undefined : { type: 'open-tg-link', path }
    }
    default:
      return undefined
  }
}

function parsed(data: unknown): { eventType?: unknown; eventData?: unknown } {
  if (typeof data !== 'string') return {}
  try {
    const value: unknown = JSON.parse(data)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

function field(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const found: unknown = Reflect.get(value, name)
  return typeof found === 'string' ? found : undefined
}

const THEME_TOKENS = {
  bg_color: '--surface',
  secondary_bg_color: '--ground',
  section_bg_color: '--surface',
  header_bg_color: '--surface',
  bottom_bar_bg_color: '--surface',
  text_color: '--text',
  hint_color: '--text-soft',
  subtitle_text_color: '--text-soft',
  section_header_text_color: '--accent',
  accent_text_color: '--link',
  link_color: '--link',
  button_color: '--accent',
  button_text_color: '--on-accent',
  destructive_text_color: '--danger',
}

/** The page's own colours, by the names that mini apps know. */
export function themeParams(): Record<string, string> {
  const style = getComputedStyle(document.documentElement)
  return Object.fromEntries(
    Object.entries(THEME_TOKENS).map(([name, token]) => [name, sixDigits(style.getPropertyValue(token).trim())]),
  )
}

/** Mini apps expect #rrggbb; the built css writes #rgb where it can. */
function sixDigits(colour: string): string {
  return /^#[0-9a-f]{3}$/i.test(colour) ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour
}

const PLATFORM = { tgWebAppVersion: '8.0', tgWebAppPlatform: 'weba' }

/** A launch address as web clients complete it: the server signs the data, the client knows its platform and its colours. */
export function launchUrl(signed: string): string {
  const url = new URL(signed, location.href)
  // Piece by piece, not through URLSearchParams: the signed data must reach the mini app byte for byte.
  const given = url.hash.slice(1).split('&')
  const kept = given.filter(part => part !== '' && !part.startsWith('tgWebAppThemeParams='))
  const missing = Object.entries({ ...PLATFORM, tgWebAppThemeParams: JSON.stringify(themeParams()) })
    .filter(([name]) => !kept.some(part => part.startsWith(`${name}=`)))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  url.hash = [...kept, ...missing].join('&')
  return url.href
}
