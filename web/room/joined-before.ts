const key = (code: string) => `mianshen.joined.${code}`

/** Was this tab in the call already? Then a reload goes back into it. Forgotten when the tab closes. */
export function joinedBefore(code: string): boolean {
  try {
    return sessionStorage.getItem(key(code)) !== null
  } catch {
    return false
  }
}

export function rememberJoined(code: string, joined: boolean): void {
  try {
    if (joined) sessionStorage.setItem(key(code), '1')
    else sessionStorage.removeItem(key(code))
  } catch {
    // storage is blocked: a reload then asks for one tap
  }
}
