import { t } from '../room/texts.ts'
import { useStore } from '../shared/store.ts'
import type { Rehearsal } from './rehearsal.ts'

/** What was measured did not reach the desk. */
export function Trouble({ rehearsal }: { rehearsal: Rehearsal }) {
  const { trouble } = useStore(rehearsal.state)
  if (!trouble) return null
  return (
    <div class="notice warning" role="alert" data-testid="trouble" data-code={trouble.code}>
      <p>{t(trouble.code === 'link-over' ? 'rehearsal-over' : 'rehearsal-trouble')}</p>
      {trouble.passing && (
        <button type="button" class="button primary" onClick={() => void rehearsal.resend()}>
          {t('try-again')}
        </button>
      )}
    </div>
  )
}
