import { useCallback, useEffect, useState } from 'preact/hooks'
import type { CallView } from '../../api/contract.ts'
import { deskNow, setDeskTime } from '../room/clock.ts'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { adoptLocale } from '../room/texts.ts'
import { adoptZone } from '../room/time.ts'

const lookAgainMs = 15_000
const longestTimerMs = 2 ** 31 - 1

interface Viewed {
  view: CallView | null
  error: ApiError | null
  reload(): void
}

/** What the link says now. Before its window it asks again by itself: the booking may move, and the window opens. */
export function useView(code: string): Viewed {
  const [view, setView] = useState<CallView | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const reload = useCallback(async () => {
    try {
      const found = await api<CallView>(`/api/calls/${encodeURIComponent(code)}`)
      setDeskTime(found.serverNow)
      adoptLocale(found.locale)
      adoptZone(found.timeZone)
      setView(found)
      setError(null)
    } catch (failure) {
      setError(asApiError(failure))
    }
  }, [code])
  useEffect(() => void reload(), [reload])
  useEffect(() => {
    if (view?.window !== 'early') return
    const again = () => document.visibilityState === 'visible' && void reload()
    const opening = setTimeout(reload, Math.min(longestTimerMs, Math.max(500, Date.parse(view.opensAt) - deskNow() + 250)))
    const looking = setInterval(again, lookAgainMs)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearTimeout(opening)
      clearInterval(looking)
      document.removeEventListener('visibilitychange', again)
    }
  }, [view, reload])
  return { view, error, reload: () => void reload() }
}
