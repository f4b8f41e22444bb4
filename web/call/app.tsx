import { useEffect } from 'preact/hooks'
import { ProblemPage } from '../room/problem-page.tsx'
import { t, useTexts } from '../room/texts.ts'
import { ApplicantCall } from './applicant-call.tsx'
import { ReviewerDoor } from './reviewer-door.tsx'
import { useView } from './use-view.ts'

export function App({ code }: { code: string }) {
  const ready = useTexts()
  const { view, error, reload } = useView(code)
  useEffect(() => {
    if (ready) document.title = t('call-title')
  })
  if (!ready || (!view && !error)) return <main class="loading" aria-busy="true" />
  if (error && (!view || !error.passing)) {
    return <ProblemPage error={error} chatUrl={view?.chatUrl} onRetry={error.passing ? reload : undefined} />
  }
  if (!view) return null
  if (view.role === 'reviewer') return <ReviewerDoor code={code} view={view} />
  return <ApplicantCall code={code} view={view} reload={reload} />
}
