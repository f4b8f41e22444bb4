import { useEffect, useState } from 'preact/hooks'
import { LevelMeter } from '../room/level-meter.tsx'
import { t } from '../room/texts.ts'
import { useStore } from '../shared/store.ts'
import { Improve } from './improve.tsx'
import { listen } from './measure-sound.ts'
import type { PartProps } from './part-props.ts'

const longestMs = 12_000
/** so many loud tenths of a second are speech, one is a knock on the table */
const loudTenths = 4

/** Is a voice heard, and loud enough? */
export function MicrophonePart({ rehearsal }: PartProps) {
  const { stream } = useStore(rehearsal.local.state)
  const [round, setRound] = useState(0)
  const [measured, setMeasured] = useState(false)
  const { quietest } = rehearsal.view.limits.microphone
  useEffect(() => {
    if (!stream) return
    setMeasured(false)
    let loud = 0
    let over = false
    const finish = async () => {
      if (over) return
      over = true
      listening.stop()
      clearTimeout(timer)
      const result = await rehearsal.record('microphone', { loudest: Math.round(listening.loudest()) })
      setMeasured(true)
      if (result?.ok) rehearsal.goOn()
    }
    const listening = listen(stream, level => {
      if (level >= quietest) loud += 1
      if (loud >= loudTenths) void finish()
    })
    const timer = setTimeout(() => void finish(), longestMs)
    return () => {
      over = true
      listening.stop()
      clearTimeout(timer)
    }
  }, [stream, round, rehearsal, quietest])
  return (
    <>
      <p>{t('rehearsal-microphone-how')}</p>
      <LevelMeter stream={stream} />
      {measured ? (
        <Improve rehearsal={rehearsal} part="microphone" onAgain={() => setRound(round + 1)} />
      ) : (
        <p role="status">{t('rehearsal-listening')}</p>
      )}
    </>
  )
}
