import { useEffect, useMemo, useState } from 'preact/hooks'
import type { RehearsalView } from '../../api/contract.ts'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { LocalMedia } from '../room/local-media.ts'
import { ProblemPage } from '../room/problem-page.tsx'
import { adoptLocale, t, useTexts } from '../room/texts.ts'
import { adoptZone } from '../room/time.ts'
import { useStore } from '../shared/store.ts'
import { Guide } from './guide.tsx'
import { Intro } from './intro.tsx'
import { Rehearsal } from './rehearsal.ts'
import { Summary } from './summary.tsx'

/** The rehearsal before the call: what it is, part by part, and what came of it. */
export function App({ code }: { code: string }) {
  const ready = useTexts()
  const { view, error, load } = useRehearsalView(code)
  useEffect(() => {
    if (ready) document.title = t('rehearsal-title')
  })
  if (!ready || (!view && !error)) return <main class="loading" aria-busy="true" />
  if (error) return <ProblemPage error={error} onRetry={error.passing ? load : undefined} />
  return view && <Page code={code} view={view} />
}

function Page({ code, view }: { code: string; view: RehearsalView }) {
  const rehearsal = useMemo(() => new Rehearsal(code, view, new LocalMedia()), [code])
  const { on } = useStore(rehearsal.state)
  useEffect(() => {
    if (on === 'done') rehearsal.local.close()
  }, [on, rehearsal])
  if (on === 'intro') return <Intro rehearsal={rehearsal} />
  return on === 'done' ? <Summary rehearsal={rehearsal} /> : <Guide rehearsal={rehearsal} part={on} />
}

function useRehearsalView(code: string) {
  const [view, setView] = useState<RehearsalView | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const load = async () => {
    try {
      const found = await api<RehearsalView>(`/api/rehearsals/${encodeURIComponent(code)}`)
      adoptLocale(found.locale)
      adoptZone(found.timeZone)
      setView(found)
      setError(null)
    } catch (failure) {
      setError(asApiError(failure))
    }
  }
  useEffect(() => void load(), [code])
  return { view, error, load: () => void load() }
}
