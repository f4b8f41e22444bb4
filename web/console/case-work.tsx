import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { CaseFile, CheckState, Step } from '../../api/contract.ts'
import type { Room } from '../room/room.ts'
import { t } from '../room/texts.ts'
import { CallActions } from './call-actions.tsx'
import { CheckProof } from './check-proof.tsx'
import { CheckRow } from './check-row.tsx'
import { CheckParts } from './draw-parts.tsx'
import { CameraNote } from './environment-camera.tsx'
import { CallStory, HelpBadge } from './help-badge.tsx'
import { QuestionsPanel } from './questions-panel.tsx'
import { SaveState } from './save-state.tsx'
import { ShortcutHelp } from './shortcut-help.tsx'
import { type CheckStep, countDone, NextStep, StepBar, stepDone, steps } from './step-bar.tsx'
import type { OpenCase } from './use-case.ts'
import { asking, useCheckKeys } from './use-check-keys.ts'
import type { DeskCalls } from './use-desk-call.ts'
import { useQuestions } from './use-questions.ts'

interface Props {
  theCase: OpenCase
  file: CaseFile
  desk: DeskCalls
  over: boolean
  /** it was handed over or broken off: ask again for all that depends on it */
  onEnded(): void
  /** the verdict form, below the checks */
  children: ComponentChildren
}

/** The guided list: where the cursor stands is the step that both see. */
export function CaseWork({ theCase, file, desk, over, onEnded, children }: Props) {
  const { checks, saves, save, note, retry } = theCase
  const [cursor, setCursor] = useState<string | null>(null)
  const [step, setStep] = useState<Step>(() => desk.call?.room.state.get().step ?? 'waiting')
  const [help, setHelp] = useState(false)
  const root = useRef<HTMLDivElement | null>(null)
  const room = desk.call?.caseCode === file.caseCode ? desk.call.room : null
  useFollowRoom(room, setStep)

  const goStep = (next: Step) => {
    setStep(next)
    room?.setStep(next)
  }
  const stand = (check: CheckState) => {
    setCursor(check.key)
    if (check.step !== step) goStep(check.step)
  }
  const editable = file.may.check && !over
  const questions = useQuestions(checks, note)
  const choose = (next: CheckStep | 'verdict') => {
    const ofStep = checks.filter(check => check.step === next)
    const first = ofStep.find(check => !check.result) ?? ofStep[0]
    if (next === 'questions' && questions.open) setCursor(asking)
    else if (first) setCursor(first.key)
    goStep(next)
    root.current?.querySelector(`[data-step="${next}"]`)?.scrollIntoView({ block: 'start' })
  }
  const keys = useCheckKeys({
    active: file.may.check && !over && !help,
    checks,
    cursor,
    root,
    onStand: stand,
    onSet: (check, input) => save(check.key, input),
    onHelp: () => setHelp(true),
    onAnswer: questions.answer,
  })
  return (
    <div class="work" ref={root}>
      <StepBar checks={checks} step={step} over={over} onChoose={choose} />
      <div class="work-head">
        <SaveState saves={saves} />
        {room && step === 'waiting' && file.may.check && (
          <button type="button" class="button primary" data-testid="begin" onClick={() => choose('identity')}>
            {t('begin-identity')}
          </button>
        )}
        <button type="button" class="link-button" data-testid="shortcuts" onClick={() => setHelp(true)}>
          {t('shortcuts')}
        </button>
      </div>
      {!file.may.check && !over && file.may.why && <p class="why">{file.may.why}</p>}
      <HelpBadge code={file.caseCode} live={file.live} room={room} onHelp={() => void theCase.reload()} />
      <CallStory live={file.live} />
      <CameraNote live={file.live} />
      {editable && <CallActions file={file} onChanged={() => void theCase.reload()} onEnded={onEnded} />}
      {steps.map(one => (
        <section key={one} class="work-step" data-step={one} aria-labelledby={`step-${one}`}>
          <h3 id={`step-${one}`}>
            {t(`step-${one}`)} <span class="soft small">{countDone(checks, one)}</span>
          </h3>
          {one === 'questions' && questions.list.length > 0 && !over && (
            <div onFocusCapture={() => cursor !== asking && setCursor(asking)}>
              <QuestionsPanel
                questions={questions.list}
                at={questions.at}
                saves={saves}
                editable={editable}
                current={cursor === asking}
                onGo={questions.go}
                onNote={questions.note}
                onRetry={retry}
              />
            </div>
          )}
          <ol class="checks">
            {checks
              .filter(check => check.step === one)
              .map(check => (
                <CheckRow
                  key={check.key}
                  check={check}
                  save={saves[check.key]}
                  reasons={file.reasons}
                  editable={editable}
                  current={cursor === check.key}
                  onStand={working => (working ? stand(check) : setCursor(check.key))}
                  onChange={(input, afterMs) => save(check.key, input, afterMs)}
                  onRetry={() => retry(check.key)}
                >
                  <CheckParts
                    caseCode={file.caseCode}
                    check={check}
                    live={file.live}
                    saves={saves}
                    editable={editable}
                    onNote={(part, input) => {
                      stand(check)
                      note(part.key, input)
                    }}
                    onRetry={retry}
                    onDone={() => void theCase.reload()}
                  />
                  <CheckProof check={check} file={file} room={room} editable={editable} onChanged={() => void theCase.reload()} />
                </CheckRow>
              ))}
          </ol>
          {!over && <NextStep from={one} done={stepDone(checks, one)} current={step === one} onChoose={choose} />}
        </section>
      ))}
      <section
        class="work-step"
        data-step="verdict"
        onFocusCapture={() => step !== 'verdict' && checks.every(check => check.result) && goStep('verdict')}
      >
        {children}
      </section>
      {help && <ShortcutHelp on={keys.on} onToggle={keys.toggle} onClose={() => setHelp(false)} />}
    </div>
  )
}

/** After a rejoin the room knows the step. */
function useFollowRoom(room: Room | null, follow: (step: Step) => void): void {
  useEffect(() => {
    if (!room) return
    return room.state.subscribe(() => follow(room.state.get().step))
  }, [room])
}
