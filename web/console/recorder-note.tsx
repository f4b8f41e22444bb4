import { t } from '../room/texts.ts'
import { useStore } from '../shared/store.ts'
import type { Recorder } from './recorder.ts'

/** What is wrong with the recording, while something is: the call goes on without it. */
export function RecorderNote({ recorder }: { recorder: Recorder }) {
  const state = useStore(recorder.state)
  if (state === 'off' || state === 'recording') return null
  return (
    <div class="notice warning" role="alert" data-testid="recorder" data-state={state}>
      <p>{t(`recorder-${state}`)}</p>
      {state === 'failed' && (
        <button type="button" class="button" onClick={() => void recorder.start()}>
          {t('recorder-again')}
        </button>
      )}
    </div>
  )
}
