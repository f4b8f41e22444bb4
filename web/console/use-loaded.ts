import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { pageLanguage } from '../shared/language.ts'

interface Loaded<T> {
  value: T | null
  error: ApiError | null
  reload(): Promise<void>
  set(value: T): void
  /** changes what is there, until the next answer */
  update(change: (value: T) => T): void
}

/** GETs `path` now, every `everyMs` while the page is seen, and when it is seen again. A late answer never replaces a newer one. */
export function useLoaded<T>(path: string | null, everyMs?: number): Loaded<T> {
  const [state, setState] = useState<{ path: string | null; value: T | null; error: ApiError | null }>({
    path,
    value: null,
    error: null,
  })
  const asked = useRef(0)
  const reload = useCallback(async () => {
    if (!path) return
    asked.current += 1
    const mine = asked.current
    try {
      const value = await api<T>(path)
      if (mine === asked.current) setState({ path, value, error: null })
    } catch (failure) {
      const error = asApiError(failure)
      if (mine === asked.current) setState(now => ({ path, value: now.path === path ? now.value : null, error }))
    }
  }, [path])
  const update = useCallback(
    (change: (value: T) => T) => {
      asked.current += 1
      setState(now => (now.path === path && now.value !== null ? { path, value: change(now.value), error: null } : now))
    },
    [path],
  )
  const set = useCallback(
    (value: T) => {
      asked.current += 1
      setState({ path, value, error: null })
    },
    [path],
  )
  useEffect(() => void reload(), [reload])
  useEffect(() => {
    const again = () => document.visibilityState === 'visible' && void reload()
    const timer = everyMs ? setInterval(again, everyMs) : undefined
    document.addEventListener('visibilitychange', again)
    window.addEventListener('focus', again)
    const unsubscribe = pageLanguage.subscribe(again)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', again)
      window.removeEventListener('focus', again)
      unsubscribe()
    }
  }, [reload, everyMs])
  const current = state.path === path
  return { value: current ? state.value : null, error: current ? state.error : null, reload, set, update }
}
