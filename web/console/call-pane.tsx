import { useEffect } from 'preact/hooks'
import type { CaseFile } from '../../api/contract.ts'
import { CameraHelp } from '../room/camera-help.tsx'
import { Icon } from '../room/icons.tsx'
import { joinedBefore } from '../room/joined-before.ts'
import { phaseOf } from '../room/room-state.ts'
import { t } from '../room/texts.ts'
import { timeWithZone } from '../room/time.ts'
import { useStore } from '../shared/store.ts'
import { Patience } from './patience.tsx'
import { ProblemNote } from './problem-note.tsx'
import type { Recorder } from './recorder.ts'
import { Running } from './running-call.tsx'
import type { DeskCall, DeskCalls } from './use-desk-call.ts'
import { useRecorder } from './use-recorder.ts'

interface Props {
  caseCode: string | null
  file: CaseFile | null
  present: boolean
  desk: DeskCalls
  onOpen(caseCode: string): void
}

/** The video of the case that is open, or of the one whose call is running. */
export function CallPane({ caseCode, file, present, desk, onOpen }: Props) {
  useEffect(() => {
    if (caseCode) desk.comeBack(caseCode)
  }, [caseCode])
  const recorder = useRecorder(desk.call, file)
  return (
    <section class="call-pane pane" aria-label={t('pane-call')}>
      <h2 class="visually-hidden">{t('pane-call')}</h2>
      {desk.call ? (
        <WithCall
          call={desk.call}
          recorder={recorder}
          caseCode={caseCode}
          file={file}
          present={present}
          desk={desk}
          onOpen={onOpen}
        />
      ) : (
        <Door caseCode={caseCode} file={file} present={present} desk={desk} />
      )}
    </section>
  )
}

function WithCall({ call, recorder, ...props }: Props & { call: DeskCall; recorder: Recorder | null }) {
  const state = useStore(call.room.state)
  const own = useStore(call.local.state)
  const { caseCode, desk, onOpen } = props
  const phase = phaseOf(state)
  const elsewhere = caseCode !== call.caseCode
  if (phase === 'ended' || phase === 'idle') {
    if (elsewhere) return <Door {...props} />
    if (own.problem) return <CameraHelp problem={own.problem} onRetry={() => desk.join(call.caseCode)} />
    if (state.refusal) return <ProblemNote error={state.refusal} onRetry={() => desk.join(call.caseCode)} />
    if (own.opening) return <p role="status">{t('camera-asking')}</p>
    return <Door {...props} ended={state.ending === 'replaced' ? 'replaced' : state.ending === 'left' ? 'left' : 'ended'} />
  }
  return (
    <>
      {elsewhere && (
        <div class="notice">
          <p>{t('call-elsewhere', { case: call.caseCode })}</p>
          <button type="button" class="button" onClick={() => onOpen(call.caseCode)}>
            {t('call-elsewhere-back')}
          </button>
        </div>
      )}
      <Running call={call} recorder={recorder} />
    </>
  )
}

interface DoorProps extends Pick<Props, 'caseCode' | 'file' | 'present' | 'desk'> {
  ended?: 'ended' | 'left' | 'replaced'
}

/** Before and after: what joining would do, and the button for it. */
function Door({ caseCode, file, present, desk, ended }: DoorProps) {
  if (!caseCode) return <Empty text={t('call-choose')} />
  if (!file) return <Empty text={t('loading')} />
  const returning = ended === 'left' || ended === 'replaced' || joinedBefore(caseCode)
  return (
    <div class="call-door">
      <Icon name="camera" size={44} />
      <h3>{t(ended ? `desk-${ended}-title` : 'desk-door-title', { case: caseCode })}</h3>
      {ended && <p>{t(`desk-${ended}-text`)}</p>}
      {present && !ended && <p class="present">{t('applicant-present')}</p>}
      {file.booking && !ended && (
        <p class="soft">
          {t('desk-window', { from: timeWithZone(file.booking.opensAt), to: timeWithZone(file.booking.closesAt) })}
        </p>
      )}
      {file.may.join ? (
        <button type="button" class="button primary large" data-testid="console-join" onClick={() => desk.join(caseCode)}>
          {t(returning ? 'rejoin' : present ? 'desk-admit' : 'desk-join')}
        </button>
      ) : (
        !ended && <p class="why">{file.may.why ?? t('desk-join-not-now')}</p>
      )}
      {present && !ended && file.state === 'booked' && file.booking?.mine && <Patience key={caseCode} caseCode={caseCode} />}
    </div>
  )
}

function Empty({ text }: { text: string }) {
  return (
    <div class="call-door">
      <Icon name="camera" size={44} />
      <p class="soft">{text}</p>
    </div>
  )
}
