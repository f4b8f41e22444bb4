import { useEffect, useState } from 'preact/hooks'
import { useDeskNow } from '../room/clock.ts'
import { Controls } from '../room/controls.tsx'
import { Icon } from '../room/icons.tsx'
import { LinePanel } from '../room/line-panel.tsx'
import { RecordingMark } from '../room/recording-mark.tsx'
import { phaseOf } from '../room/room-state.ts'
import { Stage } from '../room/stage.tsx'
import { StateLine } from '../room/state-line.tsx'
import { t } from '../room/texts.ts'
import { stopwatch } from '../room/time.ts'
import { useWakeLock } from '../room/wake-lock.ts'
import { useStore } from '../shared/store.ts'
import { beganAt } from './call-timer.ts'
import type { Recorder } from './recorder.ts'
import { RecorderNote } from './recorder-note.tsx'
import type { DeskCall } from './use-desk-call.ts'

const quick = ['quick-no-sound', 'quick-card-closer', 'quick-light', 'quick-moment-please']

/** The call as the reviewer sees it. */
export function Running({ call, recorder }: { call: DeskCall; recorder: Recorder | null }) {
  const { room, local } = call
  const { mediaUnreachable, peerWasHere } = useStore(room.state)
  useWakeLock(true)
  return (
    <div class="running">
      <header class="running-head">
        <span class="code">{call.caseCode}</span>
        <StateLine room={room} peer="applicant" />
        <RecordingMark room={room} />
        <Timer call={call} />
      </header>
      <Stage
        room={room}
        local={local}
        peer="applicant"
        waiting={
          <>
            <Icon name="person" size={40} />
            <p>{t(peerWasHere ? 'desk-waiting-left' : 'desk-waiting-first')}</p>
          </>
        }
      />
      {mediaUnreachable && (
        <div class="notice warning" role="alert">
          <p>{t('media-unreachable')}</p>
          <button type="button" class="button primary" onClick={() => room.start()}>
            {t('try-again')}
          </button>
        </div>
      )}
      {recorder && <RecorderNote recorder={recorder} />}
      <Controls local={local} onLeave={() => room.leave()} />
      <LinePanel room={room} self="reviewer" quick={quick} />
    </div>
  )
}

function Timer({ call }: { call: DeskCall }) {
  const state = useStore(call.room.state)
  const now = useDeskNow()
  const [began, setBegan] = useState<number | null>(null)
  const connected = phaseOf(state) === 'connected'
  const callId = state.joined?.callId
  useEffect(() => {
    if (callId) setBegan(beganAt(callId, connected))
  }, [callId, connected])
  if (began === null) return null
  return (
    <span class="timer" role="timer" aria-label={t('call-timer')}>
      {stopwatch(now - began)}
    </span>
  )
}
