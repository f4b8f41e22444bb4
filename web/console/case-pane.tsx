import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { AgendaEntry, CaseFile } from '../../api/contract.ts'
import { hasText, t } from '../room/texts.ts'
import { CaseWork } from './case-work.tsx'
import { Dossier } from './dossier.tsx'
import { Evidence } from './evidence.tsx'
import { Presence } from './presence.tsx'
import { ProblemNote } from './problem-note.tsx'
import { Recordings } from './recordings.tsx'
import type { OpenCase } from './use-case.ts'
import type { DeskCalls } from './use-desk-call.ts'
import { VerdictCard } from './verdict-card.tsx'
import { VerdictForm } from './verdict-form.tsx'
import { VerdictLook } from './verdict-look.tsx'

interface Props {
  theCase: OpenCase
  desk: DeskCalls
  agenda: AgendaEntry[]
  onOpen(caseCode: string): void
  /** something was decided: ask again for all that depends on it */
  onSettled(): void
}

/** One case: what the applicant said, what was seen, what is decided. */
export function CasePane({ theCase, desk, agenda, onOpen, onSettled }: Props) {
  const { code, file, error } = theCase
  const [decided, setDecided] = useState<{ state: string; file: CaseFile } | null>(null)
  if (!code) return <CaseShell>{<p class="soft">{t('case-choose')}</p>}</CaseShell>
  if (!file) {
    return (
      <CaseShell>
        {error ? <ProblemNote error={error} onRetry={() => void theCase.reload()} /> : <p class="soft">{t('loading')}</p>}
      </CaseShell>
    )
  }
  const done = (state: string) => {
    setDecided({ state, file })
    desk.end(code)
    onSettled()
  }
  // Until the file is read again it still says what was possible before.
  const stale = decided?.file === file
  const looking = !stale && file.look !== undefined && (file.look.may || file.look.kind === 'appeal')
  const over = looking || stale || (!file.may.decide && !file.may.check && (decided !== null || file.verdict !== undefined))
  return (
    <CaseShell>
      <CaseHead file={file} />
      {error && <ProblemNote error={error} onRetry={() => void theCase.reload()} />}
      {looking && <VerdictLook file={file} checks={theCase.checks} onDone={done} />}
      {over && !looking && (
        <VerdictCard
          file={file}
          state={stale ? decided.state : file.state}
          agenda={agenda}
          fresh={decided !== null}
          onOpen={onOpen}
        />
      )}
      <Dossier file={file} open={!over || looking} />
      <Recordings file={file} />
      <Presence records={file.presence} />
      <CaseWork theCase={theCase} file={file} desk={desk} over={over} onEnded={onSettled}>
        <Evidence flags={file.flags} onOpen={onOpen} />
        {!over && <VerdictForm code={code} file={file} checks={theCase.checks} onDone={done} />}
      </CaseWork>
    </CaseShell>
  )
}

function CaseShell({ children }: { children: ComponentChildren }) {
  return (
    <section class="case pane" aria-label={t('pane-case')} data-testid="case">
      <h2 class="visually-hidden">{t('pane-case')}</h2>
      {children}
    </section>
  )
}

function CaseHead({ file }: { file: CaseFile }) {
  const state = `case-state-${file.state}`
  const { device } = file
  return (
    <header class="case-head">
      <p class="case-title">
        <span class="code">{file.caseCode}</span>
        <span class="tag" data-testid="case-state" data-state={file.state}>
          {hasText(state) ? t(state) : file.state}
        </span>
        {file.attempt > 1 && <span class="tag">{t('attempt', { attempt: file.attempt })}</span>}
      </p>
      <p class="case-device">{device.name}</p>
      <p class="soft small">
        {t('case-terms', { months: device.termMonths, rent: device.monthlyRent, deposit: device.deposit, value: device.value })}
      </p>
    </header>
  )
}
