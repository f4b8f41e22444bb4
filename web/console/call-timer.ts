import { deskNow } from '../room/clock.ts'

/** When the two first saw each other in this call, in desk time; kept for this tab, so that a reload goes on counting. */
export function beganAt(callId: string, connected: boolean): number | null {
  const key = `mianshen.began.${callId}`
  try {
    const known = Number(sessionStorage.getItem(key))
    if (known > 0) return known
    if (!connected) return null
    sessionStorage.setItem(key, String(deskNow()))
  } catch {
    // storage is blocked: the count begins with this page
  }
  return connected ? deskNow() : null
}
