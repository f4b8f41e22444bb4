import { useState } from 'preact/hooks'
import type { HeardCode, LiveState, PartInput, PartState } from '../../api/contract.ts'
import { useDeskNow } from '../room/clock.ts'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { t } from '../room/texts.ts'
import { spanInWords } from '../room/time.ts'
import type { Save } from './check-saver.ts'
import { PartRow } from './part-row.tsx'
import { ProblemNote } from './problem-note.tsx'

interface Props {
  caseCode: string
  part: PartState
  live: LiveState | undefined
  save: Save | undefined
  editable: boolean
  onNote(input: PartInput): void
  onRetry(): void
  /** something happened that the case file tells */
  onDone(): void
}

/** A code goes to the applicant's own chat; what is heard is typed here and compared by the desk. The reviewer never sees it. */
export function LivenessCode({ caseCode, live, onDone, ...row }: Props) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const [heard, setHeard] = useState<HeardCode | null>(null)
  const ask = async (act: () => Promise<unknown>) => {
    setBusy(true)
    setError(null)
    try {
      await act()
    } catch (failure) {
      setError(asApiError(failure))
    }
    setBusy(false)
    onDone()
  }
  const path = `/api/console/cases/${encodeURIComponent(caseCode)}`
  const send = () =>
    ask(async () => {
      await api<LiveState>(`${path}/code`, { method: 'POST', body: {} })
      setHeard(null)
    })
  const compare = (digits: string) =>
    ask(async () => setHeard(await api<HeardCode>(`${path}/heard`, { method: 'POST', body: { digits } })))
  const code = live?.code
  const isOpen = code?.expiresAt !== undefined && row.part.value !== 'right'
  return (
    <PartRow {...row}>
      {code && row.editable && row.part.value !== 'right' && (
        <div class="part-ask">
          {isOpen && <Heard busy={busy} onCompare={digits => void compare(digits)} />}
          <button
            type="button"
            class={`button small${isOpen ? '' : ' primary'}`}
            data-testid="send-code"
            disabled={busy || code.left === 0}
            onClick={() => void send()}
          >
            {t(code.sent === 0 ? 'code-send' : 'code-send-again', { left: code.left })}
          </button>
        </div>
      )}
      {isOpen && <Wait until={code.expiresAt} reading={live?.prompt?.kind === 'code' ? live.prompt.until : undefined} />}
      {heard?.result === 'wrong' && (
        <p class="part-hint" role="status" data-testid="code-wrong">
          {t('code-wrong', { left: heard.triesLeft })}
        </p>
      )}
      {error && <ProblemNote error={error} />}
    </PartRow>
  )
}

function Heard({ busy, onCompare }: { busy: boolean; onCompare(digits: string): void }) {
  const [digits, setDigits] = useState('')
  const whole = digits.replace(/\D/g, '').length === 6
  return (
    <form
      class="part-ask"
      onSubmit={event => {
        event.preventDefault()
        if (!whole) return
        onCompare(digits)
        setDigits('')
      }}
    >
      <input
        class="code-heard"
        data-testid="code-heard"
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        value={digits}
        aria-label={t('code-heard')}
        placeholder={t('code-heard')}
        onInput={event => setDigits(event.currentTarget.value)}
      />
      <button type="submit" class="button small primary" data-testid="code-compare" disabled={busy || !whole}>
        {t('code-compare')}
      </button>
    </form>
  )
}

function Wait({ until, reading }: { until: string | undefined; reading: string | undefined }) {
  const now = useDeskNow()
  const left = until ? Date.parse(until) - now : 0
  if (left <= 0) return <p class="part-hint">{t('code-over')}</p>
  const away = reading ? Date.parse(reading) - now : 0
  return (
    <p class="part-hint" data-testid="code-wait">
      {t(away > 0 ? 'code-reading' : 'code-waits', { span: spanInWords(away > 0 ? away : left) })}
    </p>
  )
}
