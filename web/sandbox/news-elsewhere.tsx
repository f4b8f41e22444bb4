import type { Seat } from '../../sandbox/contract.ts'
import { useStore } from '../shared/store.ts'
import { Badge } from './badge.tsx'
import { messenger } from './messenger.ts'
import { fullName } from './names.ts'
import { showPerson } from './session.ts'
import { useTexts } from './texts.ts'

/** Somebody else on this seat, not on screen, has been written to: one press away. */
export function NewsElsewhere({ seat, shown }: { seat: Seat; shown: number | undefined }) {
  const texts = useTexts()
  const { users, unread } = useStore(messenger)
  const other = users.find(user => user.seat === seat && user.id !== shown && (unread[user.id] ?? 0) > 0)
  if (!other) return null
  return (
    <button type="button" class="news" data-testid="news-elsewhere" onClick={() => void showPerson(seat, other.id)}>
      <span class="grow">{texts.newFor(fullName(other))}</span>
      <Badge count={unread[other.id] ?? 0} />
      <span class="news-show">{texts.show}</span>
    </button>
  )
}
