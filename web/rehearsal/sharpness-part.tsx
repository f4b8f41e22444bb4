import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../room/icons.tsx'
import { t } from '../room/texts.ts'
import { useStore } from '../shared/store.ts'
import { grab } from './grab.ts'
import { Improve } from './improve.tsx'
import type { PartProps } from './part-props.ts'
import { cardFrame, cardSize, sharpnessOf } from './picture.ts'

const everyMs = 250
/** what counts is the least of so many looks in a row: held still, not swept past */
const looks = 4
const longestMs = 30_000

/** A card is held into the frame: can its print be read? */
export function SharpnessPart({ rehearsal, video }: PartProps) {
  const { cameras } = useStore(rehearsal.local.state)
  const [round, setRound] = useState(0)
  const [share, setShare] = useState(0)
  const [measured, setMeasured] = useState(false)
  const stop = useRef<() => void>(() => undefined)
  const { blurred } = rehearsal.view.limits.sharpness
  useEffect(() => {
    setMeasured(false)
    const last: number[] = []
    let best = 0
    let over = false
    const finish = async () => {
      if (over) return
      over = true
      clearInterval(timer)
      const result = await rehearsal.record('sharpness', { variance: Math.round(best) })
      setMeasured(true)
      if (result?.ok) rehearsal.goOn()
    }
    const from = performance.now()
    const timer = setInterval(() => {
      const seen = video.current
      const grey = seen && grab(seen, cardFrame({ width: seen.videoWidth, height: seen.videoHeight }), cardSize)
      const value = grey ? sharpnessOf(grey) : 0
      last.push(value)
      if (last.length > looks) last.shift()
      if (last.length === looks) best = Math.max(best, Math.min(...last))
      setShare(Math.min(1, value / blurred))
      if (best >= blurred || performance.now() - from > longestMs) void finish()
    }, everyMs)
    stop.current = () => void finish()
    return () => {
      over = true
      clearInterval(timer)
    }
  }, [round, rehearsal, blurred])
  if (measured) return <Improve rehearsal={rehearsal} part="sharpness" onAgain={() => setRound(round + 1)} />
  return (
    <>
      <p>{t('rehearsal-sharpness-how')}</p>
      <div class="level">
        <span id="sharpness-now">{t('rehearsal-sharpness-now')}</span>
        <meter class="visually-hidden" aria-labelledby="sharpness-now" min={0} max={1} value={share} />
        <div class="level-bar" aria-hidden="true">
          <div class="level-fill" style={{ transform: `scaleX(${share.toFixed(2)})` }} />
        </div>
      </div>
      <div class="row">
        {cameras.length > 1 && (
          <button type="button" class="button" onClick={() => void rehearsal.local.switchCamera()}>
            <Icon name="switch" size={18} />
            {t('control-switch-camera')}
          </button>
        )}
        <button type="button" class="button" data-testid="sharpness-stop" onClick={() => stop.current()}>
          {t('rehearsal-cannot')}
        </button>
      </div>
    </>
  )
}
