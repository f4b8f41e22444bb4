import { useEffect, useState } from 'preact/hooks'
import { type ApiError, api, asApiError } from '../room/http.ts'

/** The answer of one POST, made once. */
export function useOpened<T>(path: string): { value: T | null; error: ApiError | null } {
  const [state, setState] = useState<{ value: T | null; error: ApiError | null }>({ value: null, error: null })
  useEffect(() => {
    let isWanted = true
    api<T>(path, { method: 'POST', body: {} }).then(
      value => isWanted && setState({ value, error: null }),
      failure => isWanted && setState({ value: null, error: asApiError(failure) }),
    )
    return () => {
      isWanted = false
    }
  }, [path])
  return state
}
