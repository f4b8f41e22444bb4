import { useState } from 'preact/hooks'
import type { CaseFile, CheckState, Outcome } from '../../api/contract.ts'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { t } from '../room/texts.ts'
import { timeWithZone } from '../room/time.ts'
import { ProblemNote } from './problem-note.tsx'
import { useDecision } from './use-decision.ts'
import { VerdictFields } from './verdict-fields.tsx'

const outcomes: readonly Outcome[] = ['approved', 'conditional', 'retry', 'rejected', 'rejected-for-good']
type Way = 'confirm' | 'return' | 'overrule' | 'appeal'

interface Props {
  file: CaseFile
  checks: CheckState[]
  onDone(state: string): void
}

/** For the second reviewer, and for whoever decides an appeal: what was decided and why two are needed, and the ways on. */
export function VerdictLook({ file, checks, onDone }: Props) {
  const { look, verdict } = file
  const decision = useDecision(file, checks)
  const [way, setWay] = useState<Way | null>(null)
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  if (!look) return null
  const isAppeal = look.kind === 'appeal'
  const isEscalated = verdict?.outcome === 'escalated'

  const send = async (which: Way, body: object) => {
    setBusy(true)
    setError(null)
    try {
      const path = `/api/console/cases/${encodeURIComponent(file.caseCode)}/${which}`
      const { state } = await api<{ state: string }>(path, { method: 'POST', body: { version: look.version, ...body } })
      onDone(state)
    } catch (failure) {
      setError(asApiError(failure))
      setBusy(false)
    }
  }
  const decide = () => void send(isAppeal ? 'appeal' : 'overrule', decision.body())
  const needsNote = !isAppeal && !isEscalated
  const deciding = isAppeal || isEscalated || way === 'overrule'
  return (
    <section class="verdict look" aria-labelledby="look" data-testid="look" data-kind={look.kind}>
      <h3 id="look">{t(isAppeal ? 'look-appeal' : isEscalated ? 'look-escalated' : 'look-confirm')}</h3>
      <Summary file={file} />
      {!look.may && (
        <p class="why" data-testid="look-not-mine">
          {t('look-not-you')}
        </p>
      )}
      {look.may && look.mayConfirm && (
        <fieldset class="row look-ways" aria-label={t('look-ways')}>
          <button
            type="button"
            class="button primary"
            data-testid="look-confirm"
            disabled={busy}
            onClick={() => void send('confirm', {})}
          >
            {t('look-do-confirm')}
          </button>
          {(['return', 'overrule'] as const).map(one => (
            <button
              key={one}
              type="button"
              class="button"
              data-testid={`look-${one}`}
              aria-expanded={way === one}
              onClick={() => setWay(way === one ? null : one)}
            >
              {t(`look-do-${one}`)}
            </button>
          ))}
        </fieldset>
      )}
      {look.may && way === 'return' && (
        <form
          class="verdict"
          onSubmit={event => {
            event.preventDefault()
            void send('return', { note })
          }}
        >
          <label class="field">
            <span>{t('look-return-note')}</span>
            <textarea
              rows={3}
              required
              maxLength={2000}
              data-testid="return-note"
              value={note}
              onInput={event => setNote(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button primary" data-testid="return-submit" disabled={busy || !note.trim()}>
            {t('look-do-return')}
          </button>
        </form>
      )}
      {look.may && deciding && (
        <form
          class="verdict"
          onSubmit={event => {
            event.preventDefault()
            decide()
          }}
        >
          <VerdictFields
            file={file}
            decision={decision}
            outcomes={outcomes}
            noteLabel={t(needsNote ? 'look-overrule-note' : 'verdict-note')}
          />
          <button
            type="submit"
            class="button primary large"
            data-testid="look-submit"
            disabled={busy || !decision.complete || (needsNote && !decision.note.trim())}
          >
            {t(busy ? 'verdict-sending' : 'look-submit')}
          </button>
        </form>
      )}
      {error && <ProblemNote error={error} />}
    </section>
  )
}

/** What is there to look at: the decision, its reasons, the note between colleagues, the appeal's words, until when. */
function Summary({ file }: { file: CaseFile }) {
  const { look, verdict } = file
  const titles = verdict?.reasons.map(code => file.reasons.find(reason => reason.code === code)?.title ?? code) ?? []
  return (
    <dl class="facts">
      {look?.text && (
        <div>
          <dt>{t('look-text')}</dt>
          <dd class="prose" data-testid="appeal-text">
            {look.text}
          </dd>
        </div>
      )}
      {verdict && (
        <div>
          <dt>{t('look-decided', { by: verdict.by })}</dt>
          <dd>
            <strong>{t(`decided-${verdict.outcome}`)}</strong>
            {[...titles, ...(verdict.conditions ?? [])].map(line => (
              <span key={line} class="look-line">
                {line}
              </span>
            ))}
          </dd>
        </div>
      )}
      {verdict?.note && (
        <div>
          <dt>{t('verdict-note')}</dt>
          <dd class="prose">{verdict.note}</dd>
        </div>
      )}
      {look && look.why.length > 0 && (
        <div>
          <dt>{t('look-why')}</dt>
          <dd>
            {look.why.map(line => (
              <span key={line} class="look-line">
                {line}
              </span>
            ))}
          </dd>
        </div>
      )}
      {look?.dueAt && (
        <div>
          <dt>{t('look-due')}</dt>
          <dd>{timeWithZone(look.dueAt)}</dd>
        </div>
      )}
      {look?.assigned && (
        <div>
          <dt>{t('look-assigned')}</dt>
          <dd>{look.assigned}</dd>
        </div>
      )}
    </dl>
  )
}
