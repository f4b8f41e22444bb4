import { useState } from 'preact/hooks'
import { type ApiError, api, asApiError } from '../room/http.ts'

/** One POST at a time to a path of the case; what was refused stays to be shown. */
export function useAct(caseCode: string, onDone: () => void) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const act = async (path: string, body: unknown) => {
    setBusy(true)
    setError(null)
    try {
      await api(`/api/console/cases/${encodeURIComponent(caseCode)}/${path}`, { method: 'POST', body })
      onDone()
    } catch (failure) {
      setError(asApiError(failure))
    }
    setBusy(false)
  }
  return { busy, error, act: (path: string, body: unknown) => void act(path, body) }
}
