import { useState } from 'preact/hooks'
import type { CaseFile, PlayResponse, Stretch } from '../../api/contract.ts'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { Icon } from '../room/icons.tsx'
import { t } from '../room/texts.ts'
import { stopwatch, whenInWords } from '../room/time.ts'
import { Dialog } from './dialog.tsx'
import { ProblemNote } from './problem-note.tsx'

/** What was recorded of this case. Each playback is asked for, and written down. */
export function Recordings({ file }: { file: CaseFile }) {
  const { stretches } = file.recording
  const [playing, setPlaying] = useState<{ stretch: Stretch; url: string } | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const play = async (stretch: Stretch) => {
    setError(null)
    const path = `/api/console/cases/${encodeURIComponent(file.caseCode)}/recordings/${stretch.id}/play`
    await api<PlayResponse>(path, { method: 'POST' }).then(({ url }) => setPlaying({ stretch, url }), fail)
  }
  const fail = (failure: unknown) => setError(asApiError(failure))
  if (stretches.length === 0) return null
  return (
    <section class="recordings" aria-labelledby="recordings" data-testid="recordings">
      <h3 id="recordings">{t('recordings')}</h3>
      <ul>
        {stretches.map(stretch => (
          <li key={stretch.id} data-status={stretch.status}>
            <span>{whenInWords(stretch.startedAt)}</span>
            {stretch.seconds !== undefined && stretch.seconds > 0 && (
              <span class="soft">{stopwatch(stretch.seconds * 1000)}</span>
            )}
            {stretch.status === 'ready' ? (
              <button type="button" class="button" data-testid="recording-play" onClick={() => void play(stretch)}>
                <Icon name="camera" size={18} />
                <span>{t('recording-play')}</span>
              </button>
            ) : (
              <span class="soft small">{t(`recording-${stretch.status}`)}</span>
            )}
          </li>
        ))}
      </ul>
      {error && <ProblemNote error={error} />}
      {playing && (
        <Dialog title={whenInWords(playing.stretch.startedAt)} wide onClose={() => setPlaying(null)}>
          {/* biome-ignore lint/a11y/useMediaCaption: a recorded talk; what came of it stands in the checks */}
          <video class="recording-film" data-testid="recording-film" src={playing.url} controls autoPlay playsInline />
          <p class="soft small">{t('recording-noted')}</p>
        </Dialog>
      )}
    </section>
  )
}
