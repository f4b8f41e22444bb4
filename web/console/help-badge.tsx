import { useEffect } from 'preact/hooks'
import type { LiveState } from '../../api/contract.ts'
import type { Room } from '../room/room.ts'
import { t } from '../room/texts.ts'
import { timeOfDay } from '../room/time.ts'
import { useAct } from './use-act.ts'

interface Props {
  code: string
  live: LiveState | undefined
  room: Room | null
  onHelp(): void
}

/** The applicant asked for help in silence: for the reviewer's eyes alone, and without a sound, since the room may hear it. */
export function HelpBadge({ code, live, room, onHelp }: Props) {
  useEffect(() => {
    if (!room) return
    let known = room.state.get().helpAt
    return room.state.subscribe(() => {
      const { helpAt } = room.state.get()
      if (helpAt !== known) onHelp()
      known = helpAt
    })
  }, [room])
  const { busy, act } = useAct(code, onHelp)
  const last = live?.help.at(-1)
  if (!last) return null
  if (last.seen)
    return (
      <p class="soft small" data-testid="help-seen">
        {t('help-badge', { at: timeOfDay(last.at) })}
      </p>
    )
  return (
    <div class="notice warning" data-testid="help-badge">
      <h3>{t('help-badge', { at: timeOfDay(last.at) })}</h3>
      <p>{t('help-badge-how')}</p>
      <button type="button" class="button" data-testid="see-help" disabled={busy} onClick={() => act('help-seen', {})}>
        {t('help-seen')}
      </button>
    </div>
  )
}

/** What the reviewer before wrote, and that this call continues one that broke off. */
export function CallStory({ live }: { live: LiveState | undefined }) {
  if (!live) return null
  return (
    <>
      {live.handed && (
        <div class="notice" data-testid="handed">
          <p class="soft small">{t('handed-by', { by: live.handed.by })}</p>
          <p>{live.handed.note}</p>
        </div>
      )}
      {live.calls > 1 && (
        <p class="soft small" data-testid="calls">
          {t('call-again', { calls: live.calls })}
        </p>
      )}
    </>
  )
}
