import type { RefObject } from 'preact'
import type { Message, Seat } from '../../sandbox/contract.ts'
import { localeOf, pageLanguage } from '../shared/language.ts'
import { useStore } from '../shared/store.ts'
import { Avatar } from './avatar.tsx'
import { Badge } from './badge.tsx'
import { useChat } from './chat-context.ts'
import { Icon } from './icon.tsx'
import { MessageRow } from './message-row.tsx'
import { messenger } from './messenger.ts'
import { serviceText } from './service-text.ts'
import { useStickToEnd } from './stick-to-end.ts'
import { useTexts } from './texts.ts'
import { dayKey, longDay } from './times.ts'

const GROUP_SECONDS = 300

/** Do two neighbours form one group, so that only the last of them has a tail? */
function areTogether(one: Message | undefined, other: Message | undefined): boolean {
  if (!one || !other) return false
  return (
    one.from?.id === other.from?.id &&
    Math.abs(other.date - one.date) < GROUP_SECONDS &&
    dayKey(one.date * 1000) === dayKey(other.date * 1000)
  )
}

interface MessageListProps {
  seat: Seat
  messages: Message[]
  listRef: RefObject<HTMLDivElement | null>
}

export function MessageList({ seat, messages, listRef }: MessageListProps) {
  const texts = useTexts()
  const { chatId, bot } = useChat()
  const { unread } = useStore(messenger)
  const { isAtEnd, toEnd } = useStickToEnd(chatId, messages, listRef)
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 'nextElementSibling' : event.key === 'ArrowUp' ? 'previousElementSibling' : undefined
    const row = (event.target as Element).closest('[data-message-id]')
    if (!step || (event.target !== row && event.target !== listRef.current)) return
    const rows = [...(listRef.current?.querySelectorAll<HTMLElement>('[data-message-id]') ?? [])]
    const at = rows.findIndex(other => other.isSameNode(row))
    const next = at === -1 ? rows.at(-1) : rows[at + (step === 'nextElementSibling' ? 1 : -1)]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <div class="messages-frame wallpaper">
      <div
        class="messages"
        ref={listRef}
        role="log"
        aria-live="polite"
        aria-label={texts.messages}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        data-testid="messages"
        onKeyDown={walk}
      >
        <div class="messages-inner">
          {messages.length === 0 && (
            <div class="empty-card">
              <Avatar id={bot.id} name={bot.firstName} />
              <h3>{texts.emptyTitle}</h3>
              <p>{texts.emptyBody}</p>
            </div>
          )}
          {messages.map((message, at) => (
            <Entry key={message.message_id} before={messages[at - 1]} message={message} after={messages[at + 1]} />
          ))}
        </div>
      </div>
      {!isAtEnd && (
        <button type="button" class="to-end" aria-label={texts.toBottom} title={texts.toBottom} onClick={toEnd} data-seat={seat}>
          <Icon name="down" />
          <Badge count={unread[chatId] ?? 0} />
        </button>
      )}
    </div>
  )
}

interface EntryProps {
  before: Message | undefined
  message: Message
  after: Message | undefined
}

function Entry({ before, message, after }: EntryProps) {
  const texts = useTexts()
  const language = useStore(pageLanguage)
  const at = message.date * 1000
  const isNewDay = !before || dayKey(before.date * 1000) !== dayKey(at)
  const service = serviceText(texts, message)
  return (
    <>
      {isNewDay && <p class="pill day">{longDay(at, localeOf(language))}</p>}
      {service ? (
        <p class="pill service" data-testid="message" data-message-id={message.message_id} tabIndex={-1}>
          {service}
        </p>
      ) : (
        <MessageRow message={message} isFirst={!areTogether(before, message)} isLast={!areTogether(message, after)} />
      )}
    </>
  )
}
