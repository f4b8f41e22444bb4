import { useStore } from '../shared/store.ts'
import { Badge } from './badge.tsx'
import { messenger, SEATS, update } from './messenger.ts'
import { useTexts } from './texts.ts'

/** One chat at a time on a phone. The columns stay mounted, so a call inside one goes on. */
export function SeatTabs() {
  const texts = useTexts()
  const { tab, users, unread } = useStore(messenger)
  return (
    <nav class="seat-tabs" aria-label={texts.seatTabs}>
      {SEATS.map(seat => {
        const count = users.filter(user => user.seat === seat).reduce((sum, user) => sum + (unread[user.id] ?? 0), 0)
        return (
          <button
            type="button"
            key={seat}
            class="seat-tab"
            data-seat={seat}
            data-testid={`tab-${seat}`}
            aria-current={tab === seat ? 'page' : undefined}
            onClick={() => update({ tab: seat })}
          >
            {texts.seat[seat]}
            <Badge count={count} />
          </button>
        )
      })}
    </nav>
  )
}
