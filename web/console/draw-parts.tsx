import type { CheckState, LiveState, PartInput, PartState } from '../../api/contract.ts'
import { t } from '../room/texts.ts'
import type { Save } from './check-saver.ts'
import { AskOnPage } from './liveness-ask.tsx'
import { LivenessCode } from './liveness-code.tsx'
import { PartRow } from './part-row.tsx'

interface Props {
  caseCode: string
  check: CheckState
  live: LiveState | undefined
  saves: Record<string, Save>
  editable: boolean
  onNote(part: PartState, input: PartInput): void
  onRetry(part: string): void
  onDone(): void
}

/** Everything that is to be noted at one check. Questions are asked above, one at a time; here stands what came of them. */
export function CheckParts({ caseCode, check, live, saves, editable, onNote, onRetry, onDone }: Props) {
  const { parts } = check
  if (parts.length === 0) return null
  const questions = parts.filter(({ kind }) => kind === 'question')
  if (questions.length > 0) return <Asked questions={questions} />
  return (
    <div class="parts">
      {parts.map(part => {
        const row = {
          part,
          save: saves[part.key],
          editable,
          onNote: (input: PartInput) => onNote(part, input),
          onRetry: () => onRetry(part.key),
        }
        if (part.kind === 'code') return <LivenessCode key={part.key} {...row} caseCode={caseCode} live={live} onDone={onDone} />
        const asks = part.kind === 'movement' ? 'movement' : part.kind === 'place' ? 'room' : undefined
        return (
          <PartRow key={part.key} {...row}>
            {asks && editable && live && <AskOnPage caseCode={caseCode} kind={asks} live={live} onDone={onDone} />}
          </PartRow>
        )
      })}
    </div>
  )
}

function Asked({ questions }: { questions: PartState[] }) {
  return (
    <ul class="parts asked">
      {questions.map(({ key, label, value, note, values }) => (
        <li key={key} data-testid={`asked-${key}`} data-value={value ?? 'open'}>
          <span>{label}</span> <strong>{values.find(one => one.value === value)?.label ?? t('question-open')}</strong>
          {note && <q class="part-hint">{note}</q>}
        </li>
      ))}
    </ul>
  )
}
