import { createHmac, randomBytes } from 'node:crypto'
import type { Person } from './store/people.ts'

const THEME = {
  bg_color: '#ffffff',
  text_color: '#222222',
  hint_color: '#999999',
  link_color: '#2481cc',
  button_color: '#2481cc',
  button_text_color: '#ffffff',
  secondary_bg_color: '#f1f1f1',
}

/**
 * The URL as a messenger opens it: with `initData` signed as core.telegram.org/bots/webapps documents it, by HMAC-SHA-256
 * with the key HMAC-SHA-256("WebAppData", token) over the sorted fields.
 */
export function openWebApp(url: string, person: Person, token: string, at: Date): string {
  const initData = signInitData(person, token, at)
  const launch = new URLSearchParams({
    tgWebAppData: initData,
    tgWebAppVersion: '8.0',
    tgWebAppPlatform: 'web',
    tgWebAppThemeParams: JSON.stringify(THEME),
  })
  return `${url}${url.includes('#') ? '&' : '#'}${launch.toString().replaceAll('+', '%20')}`
}

function signInitData(person: Person, token: string, at: Date): string {
  const fields: Record<string, string> = {
    query_id: `AAH${randomBytes(15).toString('base64url')}`,
    user: JSON.stringify({
      id: person.id,
      first_name: person.firstName,
      last_name: person.lastName ?? '',
      ...(person.username ? { username: person.username } : {}),
      language_code: person.languageCode,
      allows_write_to_pm: person.started && !person.blocked,
    }),
    auth_date: String(Math.floor(at.getTime() / 1000)),
  }
  const checkString = Object.keys(fields)
    .sort()
    .map(key => `${key}=${fields[key]}`)
    .join('\n')
  const key = createHmac('sha256', 'WebAppData').update(token).digest()
  const hash = createHmac('sha256', key).update(checkString).digest('hex')
  return new URLSearchParams({ ...fields, hash }).toString().replaceAll('+', '%20')
}
