import { useEffect, useState } from 'preact/hooks'
import type { MiniAppOpened } from '../../api/contract.ts'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { ProblemPage } from '../room/problem-page.tsx'
import { t, useTexts } from '../room/texts.ts'
import { App } from './app.tsx'
import { initData, openOutside, sayReady, useCallLink } from './mini-app.ts'

/** The call page inside a messenger: who opened it is proven by what the messenger signed; then it is the page of the link. */
export function MiniApp({ caseCode }: { caseCode: string }) {
  const ready = useTexts()
  const [code, setCode] = useState('')
  const [error, setError] = useState<ApiError | null>(null)
  const open = async () => {
    try {
      const opened = await api<MiniAppOpened>('/api/mini-app', { method: 'POST', body: { initData, caseCode } })
      useCallLink(opened.code)
      setCode(opened.code)
      setError(null)
    } catch (failure) {
      setError(asApiError(failure))
    }
  }
  useEffect(() => void open(), [caseCode])
  useEffect(() => {
    if (ready && (code || error)) sayReady()
  }, [ready, code, error])
  if (!ready || (!code && !error)) return <main class="loading" aria-busy="true" />
  if (error) return <ProblemPage error={error} onRetry={error.passing ? () => void open() : undefined} />
  return (
    <>
      <App code={code} />
      <p class="mini-app-out">
        <button
          type="button"
          class="link-button"
          data-testid="open-outside"
          onClick={() => openOutside(`${location.origin}/c/${encodeURIComponent(code)}`)}
        >
          {t('mini-app-outside')}
        </button>
      </p>
    </>
  )
}
