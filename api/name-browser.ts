import Bowser from 'bowser'

/** `Chrome · Windows` for a person to recognise a sign-in by, from the user agent header; empty when that says nothing. */
export function nameBrowser(userAgent: string | undefined): string {
  if (!userAgent) return ''
  const parser = Bowser.getParser(userAgent.slice(0, 500))
  return [parser.getBrowserName(), parser.getOSName()].filter(Boolean).join(' · ').slice(0, 60)
}
