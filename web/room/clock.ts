import { useEffect, useState } from 'preact/hooks'

let offsetMs = 0

/** Desk time: the sandbox may have moved it away from the browser's clock. */
export function setDeskTime(serverNow: string): void {
  const at = Date.parse(serverNow)
  if (!Number.isNaN(at)) offsetMs = at - Date.now()
}

export function deskNow(): number {
  return Date.now() + offsetMs
}

/** Desk time in ms, drawn again every `everyMs`. */
export function useDeskNow(everyMs = 1000): number {
  const [now, setNow] = useState(deskNow())
  useEffect(() => {
    const timer = setInterval(() => setNow(deskNow()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
