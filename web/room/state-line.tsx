import type { Role } from '../../api/contract.ts'
import { useStore } from '../shared/store.ts'
import { useReading } from './reading.ts'
import type { Room } from './room.ts'
import { phaseOf } from './room-state.ts'
import { t } from './texts.ts'

/** How the call stands, in words, said aloud when it changes; and how the network does. */
export function StateLine({ room, peer }: { room: Room; peer: Role }) {
  const state = useStore(room.state)
  const phase = phaseOf(state)
  const reading = useReading(state.prompt)
  const away = phase === 'waiting' && state.peerWasHere
  const words = reading && (away || phase === 'reconnecting') ? 'reading' : away ? 'left' : phase
  const quality = phase === 'connected' ? state.quality : 'unknown'
  return (
    <div class="state-line">
      <p class="state-words" role="status" data-testid="call-state" data-state={phase === 'idle' ? 'connecting' : phase}>
        <span class={`state-dot ${phase}`} aria-hidden="true" />
        {t(`state-${words}`, { peer })}
      </p>
      {quality !== 'unknown' && (
        <span class="quality" data-testid="quality" data-quality={quality}>
          <span class={`quality-bars ${quality}`} aria-hidden="true" />
          {t(`quality-${quality}`)}
        </span>
      )}
      {phase === 'connected' && state.peerQuality && (
        <span class="quality" data-testid="peer-quality" data-quality={state.peerQuality}>
          <span class={`quality-bars ${state.peerQuality}`} aria-hidden="true" />
          {t(`peer-quality-${state.peerQuality}`, { peer })}
        </span>
      )}
    </div>
  )
}
