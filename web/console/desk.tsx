import { useEffect, useState } from 'preact/hooks'
import type { AgendaEntry, BlindEntry, LookEntry, Me, SignedIn } from '../../api/contract.ts'
import { t } from '../room/texts.ts'
import { Agenda } from './agenda.tsx'
import { BlindReview } from './blind-review.tsx'
import { CallPane } from './call-pane.tsx'
import { CasePane } from './case-pane.tsx'
import { DeskHead } from './desk-head.tsx'
import { useRoute } from './route.ts'
import { useCase } from './use-case.ts'
import { useDeskCall } from './use-desk-call.ts'
import { useLoaded } from './use-loaded.ts'

const panes = ['agenda', 'call', 'case'] as const
type Pane = (typeof panes)[number]

interface Props {
  me: Me
  /** by the link of a card: a decision, where there is no call to go to, or a blind review */
  door: SignedIn | null
  onMe(me: Me): void
  onSignedOut(): void
}

/** The reviewer's desk: today's cases, the call, the case. On a narrow screen one at a time. */
export function Desk({ me, door, onMe, onSignedOut }: Props) {
  const [caseCode, go] = useRoute()
  const [pane, setPane] = useState<Pane>(caseCode ? (door ? 'case' : 'call') : 'agenda')
  const agenda = useLoaded<AgendaEntry[]>('/api/console/agenda', 5000)
  const looks = useLoaded<LookEntry[]>('/api/console/looks', 10_000)
  const blind = useLoaded<BlindEntry[]>('/api/console/blind', 60_000)
  const [reviewId, setReviewId] = useState(door?.reviewId ?? null)
  const theCase = useCase(caseCode)
  const settled = () => {
    void agenda.reload()
    void looks.reload()
    void theCase.reload()
  }
  // what may be done with the case changes when the two meet
  const desk = useDeskCall(settled)
  const signedOut = agenda.error?.problem.status === 401
  useEffect(() => {
    if (signedOut) onSignedOut()
  }, [signedOut])
  const open = (code: string) => {
    go(code)
    // a second look or an appeal has no call
    setPane(looks.value?.some(look => look.caseCode === code) ? 'case' : 'call')
  }
  return (
    <div class="desk" data-pane={pane} data-zone={me.timeZone}>
      <DeskHead me={me} onMe={onMe} onSignedOut={onSignedOut} />
      <nav class="desk-tabs" aria-label={t('desk-panes')}>
        {panes.map(one => (
          <button
            key={one}
            type="button"
            data-testid={`pane-${one}`}
            aria-current={one === pane ? 'page' : undefined}
            onClick={() => setPane(one)}
          >
            {t(`pane-${one}`)}
          </button>
        ))}
      </nav>
      <main class="desk-main">
        <Agenda
          entries={agenda.value}
          looks={looks.value ?? []}
          blind={blind.value ?? []}
          error={agenda.error}
          chosen={caseCode}
          onOpen={open}
          onOpenBlind={setReviewId}
        />
        <CallPane
          caseCode={caseCode}
          file={theCase.file}
          present={agenda.value?.find(entry => entry.caseCode === caseCode)?.applicantPresent ?? false}
          desk={desk}
          onOpen={open}
        />
        <CasePane key={caseCode} theCase={theCase} desk={desk} agenda={agenda.value ?? []} onOpen={open} onSettled={settled} />
      </main>
      {reviewId && (
        <BlindReview
          key={reviewId}
          id={reviewId}
          onClose={() => {
            setReviewId(null)
            void blind.reload()
          }}
        />
      )}
    </div>
  )
}
