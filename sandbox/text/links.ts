/** Why Telegram would refuse a link, in its words; or the link as it keeps it. */
export type CheckedLink = { url: string } | { problem: string }

export interface LinkRules {
  /** `web_app` and the like take https only; here http on a loopback address too, as Telegram's test environment does */
  httpsOnly?: boolean
}

const OTHER_SCHEMES = /^(tg|ton|tonsite):/i

export function checkLink(raw: string, { httpsOnly = false }: LinkRules = {}): CheckedLink {
  const text = raw.trim()
  if (text === '') return { problem: 'URL is empty' }
  if (OTHER_SCHEMES.test(text)) {
    if (httpsOnly) return { problem: 'Only HTTPS links are allowed' }
    return /^\w+:\/{0,2}[^\s/?#]/.test(text) ? { url: text } : { problem: 'Wrong tg URL' }
  }
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase()
  if (scheme === undefined && /^(mailto|tel|javascript|data):/i.test(text)) return { problem: 'Unsupported URL protocol' }
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return { problem: 'Unsupported URL protocol' }
  const rest = scheme === undefined ? text : text.slice(scheme.length + 3)
  const [, authority = '', tail = ''] = /^([^/?#]*)(.*)$/s.exec(rest) ?? []
  const host = hostOf(authority)
  if (host === undefined || /\s/.test(tail)) return { problem: 'Wrong HTTP URL' }
  if (httpsOnly && scheme !== 'https' && !isLoopbackHost(host)) return { problem: 'Only HTTPS links are allowed' }
  return { url: `${scheme ?? 'http'}://${authority.toLowerCase()}${tail.startsWith('/') ? tail : `/${tail}`}` }
}

/** A host as a button may name it: with a dot or IPv6, so `localhost` is none. */
function hostOf(authority: string): string | undefined {
  const [, host = '', port] = /^(\[[0-9a-f:.]+\]|[^:@[\]]*)(?::(\d{1,5}))?$/i.exec(authority) ?? []
  if (port !== undefined && (Number(port) === 0 || Number(port) > 65_535)) return undefined
  if (host.startsWith('[')) return host.toLowerCase()
  const labels = host.replace(/\.$/, '').split('.')
  const wellFormed = labels.length > 1 && labels.every(label => /^[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?$/u.test(label))
  return wellFormed ? host.toLowerCase() : undefined
}

export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)
}
