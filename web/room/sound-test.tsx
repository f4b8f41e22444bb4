import { useState } from 'preact/hooks'
import { Icon } from './icons.tsx'
import { t } from './texts.ts'

/** Three notes from this device's own speaker: whoever hears them hears the other, too. Loaded when it is first used. */
export function SoundTest() {
  const [state, setState] = useState<'idle' | 'playing' | 'played'>('idle')
  const play = async () => {
    setState('playing')
    const { playTone } = await import('../rehearsal/measure-sound.ts')
    await playTone()
    setState('played')
  }
  return (
    <button type="button" class="control" data-testid="sound-test" disabled={state === 'playing'} onClick={() => void play()}>
      <span class="control-disc">
        <Icon name="sound" />
      </span>
      <span class="control-label" role="status">
        {t(`sound-test-${state}`)}
      </span>
    </button>
  )
}
