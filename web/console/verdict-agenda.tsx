import type { LookEntry } from '../../api/contract.ts'
import { deskNow } from '../room/clock.ts'
import { t } from '../room/texts.ts'
import { spanInWords } from '../room/time.ts'

interface Props {
  looks: LookEntry[]
  chosen: string | null
  onOpen(caseCode: string): void
}

/** What waits for a second look, and appeals: above the day's calls, since somebody is waiting for each. */
export function VerdictAgenda({ looks, chosen, onOpen }: Props) {
  return (
    <>
      {(['confirm', 'appeal'] as const).map(kind => {
        const own = looks.filter(look => look.kind === kind)
        if (own.length === 0) return null
        return (
          <section key={kind} data-testid={`looks-${kind}`}>
            <h3>{t(`agenda-${kind}`, { count: own.length })}</h3>
            <ul>
              {own.map(look => (
                <li key={look.caseCode}>
                  <button
                    type="button"
                    class="agenda-entry"
                    data-testid="look-entry"
                    data-case={look.caseCode}
                    aria-current={look.caseCode === chosen ? 'true' : undefined}
                    onClick={() => onOpen(look.caseCode)}
                  >
                    <span class="agenda-time">{dueInWords(look.dueAt)}</span>
                    {look.mine && <span class="tag">{t('look-mine')}</span>}
                    <span class="code">{look.caseCode}</span>
                    <span class="agenda-device">{look.device}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

function dueInWords(dueAt: string | undefined): string {
  if (!dueAt) return ''
  const leftMs = Date.parse(dueAt) - deskNow()
  return leftMs > 0 ? t('look-due-in', { span: spanInWords(leftMs) }) : t('look-late')
}
