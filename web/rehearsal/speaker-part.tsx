import { useState } from 'preact/hooks'
import { Icon } from '../room/icons.tsx'
import { t } from '../room/texts.ts'
import { Improve } from './improve.tsx'
import { playTone } from './measure-sound.ts'
import type { PartProps } from './part-props.ts'

/** Only the person can say whether the tone was heard. */
export function SpeakerPart({ rehearsal }: PartProps) {
  const [played, setPlayed] = useState<'no' | 'now' | 'yes'>('no')
  const [answered, setAnswered] = useState(false)
  const play = async () => {
    setAnswered(false)
    setPlayed('now')
    await playTone()
    setPlayed('yes')
  }
  const answer = async (heard: 'yes' | 'no') => {
    const result = await rehearsal.record('speaker', { heard })
    setAnswered(true)
    if (result?.ok) rehearsal.goOn()
  }
  if (answered) return <Improve rehearsal={rehearsal} part="speaker" onAgain={() => void play()} />
  return (
    <>
      <p>{t('rehearsal-speaker-how')}</p>
      <button
        type="button"
        class={`button${played === 'no' ? ' primary' : ''}`}
        data-testid="play-tone"
        disabled={played === 'now'}
        onClick={() => void play()}
      >
        <Icon name="sound" />
        {t(played === 'no' ? 'rehearsal-play' : played === 'now' ? 'rehearsal-playing' : 'rehearsal-play-again')}
      </button>
      {played !== 'no' && (
        <div class="row">
          <span role="status">{t('rehearsal-heard')}</span>
          <button type="button" class="button primary" data-testid="heard" onClick={() => void answer('yes')}>
            {t('rehearsal-heard-yes')}
          </button>
          <button type="button" class="button" data-testid="unheard" onClick={() => void answer('no')}>
            {t('rehearsal-heard-no')}
          </button>
        </div>
      )}
    </>
  )
}
