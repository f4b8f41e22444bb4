import { useEffect, useState } from 'preact/hooks'
import { t } from '../room/texts.ts'
import { useStore } from '../shared/store.ts'
import { grab } from './grab.ts'
import { Improve } from './improve.tsx'
import type { PartProps } from './part-props.ts'
import { brightnessOf } from './picture.ts'

const everyMs = 200
const looks = 10
/** a camera needs a moment to find its exposure */
const settleMs = 1_200
const size = { width: 160, height: 90 }

/** Looks at the face for two seconds: is it lit? */
export function LightPart({ rehearsal, video }: PartProps) {
  const { results } = useStore(rehearsal.state)
  const [round, setRound] = useState(0)
  const [measured, setMeasured] = useState(false)
  useEffect(() => {
    const seen: { face: number; around: number }[] = []
    setMeasured(false)
    let timer: ReturnType<typeof setInterval> | undefined
    const finish = async () => {
      clearInterval(timer)
      const result = await rehearsal.record('light', {
        face: middle(seen.map(one => one.face)),
        around: middle(seen.map(one => one.around)),
      })
      setMeasured(true)
      if (result?.ok) rehearsal.goOn()
    }
    const look = () => {
      const grey = video.current && grab(video.current, undefined, size)
      if (grey) seen.push(brightnessOf(grey))
      if (seen.length === looks) void finish()
    }
    const settling = setTimeout(() => {
      timer = setInterval(look, everyMs)
    }, settleMs)
    return () => {
      clearTimeout(settling)
      clearInterval(timer)
    }
  }, [round, rehearsal])
  return (
    <>
      <p>{t('rehearsal-light-how')}</p>
      {!measured && <p role="status">{t('rehearsal-measuring')}</p>}
      {measured && results.light && <Improve rehearsal={rehearsal} part="light" onAgain={() => setRound(round + 1)} />}
    </>
  )
}

/** The middle value: one frame that went wrong does not count. */
function middle(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)
}
