import { useCallback, useEffect, useState } from 'preact/hooks'
import type { SignedIn } from '../../api/contract.ts'
import { deviceId } from '../room/device-id.ts'
import { type ApiError, api, asApiError } from '../room/http.ts'

/** While the owner is asked in the chat whether this browser is his. */
const askAgainMs = 3_000

export interface DoorState {
  /** a code is in the address and was not handed over yet */
  shut: boolean
  busy: boolean
  error: ApiError | null
  /** what the link was about, once it was handed over */
  to: SignedIn | null
  enter(): Promise<void>
}

/**
 * The link of a card that asks for a decision carries its code behind `#`. It is gone from the address at once; handed over it is by a
 * press, or by itself where somebody is signed in already: a load alone, such as an in-app browser's, uses nothing up.
 */
export function useDoor(): DoorState {
  const [code] = useState(() => new URLSearchParams(location.hash.slice(1)).get('in'))
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const [to, setTo] = useState<SignedIn | null>(null)
  useEffect(() => {
    if (code !== null) history.replaceState(null, '', location.pathname)
  }, [code])
  const enter = useCallback(async () => {
    setBusy(true)
    try {
      setTo(await api<SignedIn>('/api/calls/desk-sign-in', { method: 'POST', body: { code, device: deviceId() } }))
      setError(null)
    } catch (failure) {
      setError(asApiError(failure))
    } finally {
      setBusy(false)
    }
  }, [code])
  const asked = error?.code === 'other-browser'
  useEffect(() => {
    if (!asked) return
    const timer = setInterval(() => void enter(), askAgainMs)
    return () => clearInterval(timer)
  }, [asked, enter])
  return { shut: code !== null && to === null, busy, error, to, enter }
}
