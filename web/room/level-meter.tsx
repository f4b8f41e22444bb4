import { useId } from 'preact/hooks'
import { useSoundLevel } from './sound-level.ts'
import { t } from './texts.ts'

/** A bar that moves when somebody speaks. */
export function LevelMeter({ stream }: { stream: MediaStream | null }) {
  const level = useSoundLevel(stream)
  const label = useId()
  return (
    <div class="level">
      <span id={label}>{t('device-microphone')}</span>
      <meter class="visually-hidden" aria-labelledby={label} min={0} max={1} value={level} />
      <div class="level-bar" aria-hidden="true">
        <div class="level-fill" style={{ transform: `scaleX(${level.toFixed(2)})` }} />
      </div>
    </div>
  )
}
