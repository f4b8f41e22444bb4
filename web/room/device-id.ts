import { recall, remember } from '../shared/remembered.ts'

const KEY = 'mianshen.device'

/** 128 random bits as hex; works where crypto.randomUUID does not (plain http in a local network). */
export function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

let forThisPage: string | undefined

/** Names this browser, not the person; a private window gets a new one. */
export function deviceId(): string {
  const known = recall(KEY) ?? forThisPage
  if (known) return known
  forThisPage = randomId()
  remember(KEY, forThisPage)
  return forThisPage
}

/** A version 4 UUID, also where crypto.randomUUID is withheld. */
export function randomUuid(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID()
  const hex = randomId()
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}
