import { useState } from 'preact/hooks'
import type { CheckState, EntryAnswer, EntryField } from '../../api/contract.ts'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { t } from '../room/texts.ts'
import { ProblemNote } from './problem-note.tsx'
import { keyOf } from './shortcuts.ts'

interface Props {
  code: string
  entry: CheckState['entry']
  /** the two are in the call, and the review is this person's */
  editable: boolean
  onSettled(): void
}

const fields: readonly EntryField[] = ['number', 'name']

/** Number and name typed from the card, before the application's own can be seen; the system compares. Two tries. */
export function BlindEntry({ code, entry, editable, onSettled }: Props) {
  const [typed, setTyped] = useState<Record<EntryField, string>>({ number: '', name: '' })
  const [answer, setAnswer] = useState<EntryAnswer | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [busy, setBusy] = useState(false)
  const compare = async () => {
    if (!editable || busy) return
    setBusy(true)
    setError(null)
    try {
      const path = `/api/console/cases/${encodeURIComponent(code)}/entry`
      setAnswer(await api<EntryAnswer>(path, { method: 'POST', body: typed }))
      onSettled()
    } catch (failure) {
      setError(asApiError(failure))
      if (asApiError(failure).code === 'stale') onSettled()
    }
    setBusy(false)
  }
  const newest = answer && { ...answer, settled: answer.matched || answer.triesLeft === 0 }
  // the file is read again after each try: until it is here, the answer is ahead of it
  const tried = !newest || (entry && entry.triesLeft <= newest.triesLeft) ? entry : newest
  return (
    <div class="entry" data-testid="entry" data-settled={tried?.settled ?? false}>
      {!tried?.settled && (
        <form
          class="entry-form"
          aria-label={t('entry-title')}
          onSubmit={event => {
            event.preventDefault()
            void compare()
          }}
        >
          <p class="soft small">{t('entry-how')}</p>
          {fields.map(field => (
            <label key={field} class="entry-field">
              <span>{t(`entry-${field}`)}</span>
              <input
                data-testid={`entry-${field}`}
                data-shortcut={field === 'number' ? keyOf('entry') : undefined}
                autoComplete="off"
                autoCapitalize="characters"
                spellcheck={false}
                maxLength={field === 'number' ? 20 : 100}
                required
                disabled={!editable}
                value={typed[field]}
                onInput={event => setTyped({ ...typed, [field]: event.currentTarget.value })}
              />
            </label>
          ))}
          <button type="submit" class="button" data-testid="entry-compare" disabled={!editable || busy}>
            {t('entry-compare')}
          </button>
        </form>
      )}
      <div role="status" data-testid="entry-answer">
        {tried && <Answer {...tried} />}
      </div>
      {error && <ProblemNote error={error} />}
    </div>
  )
}

function Answer({ differs, triesLeft, settled, typed, application }: NonNullable<CheckState['entry']>) {
  if (differs.length === 0) return settled ? <p class="entry-same">{t('entry-same')}</p> : null
  const which = differs.join('-')
  return (
    <>
      <p class="entry-differs">{t(settled ? 'entry-differs' : 'entry-try-again', { which, left: triesLeft })}</p>
      {typed && application && (
        <table class="entry-both">
          <thead>
            <tr>
              <td />
              <th scope="col">{t('entry-typed')}</th>
              <th scope="col">{t('entry-application')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(field => (
              <tr key={field} data-differs={differs.includes(field)}>
                <th scope="row">{t(`entry-${field}`)}</th>
                <td>{typed[field]}</td>
                <td>{application[field]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
