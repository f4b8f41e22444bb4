import { memo } from 'preact/compat'
import { useRef } from 'preact/hooks'
import type { Message } from '../../sandbox/contract.ts'
import { useChat } from './chat-context.ts'
import { Icon } from './icon.tsx'
import { InlineKeyboard } from './inline-keyboard.tsx'
import { inlineKeyboardOf } from './markup.ts'
import { MessageContent } from './message-content.tsx'
import { fullName } from './names.ts'
import { snippet } from './service-text.ts'
import { useTexts } from './texts.ts'
import { timeOfDay } from './times.ts'

interface MessageRowProps {
  message: Message
  isFirst: boolean
  isLast: boolean
}

const LONG_PRESS_MS = 500

/** Opens the message's menu by right button, long press, or the keyboard's menu key. */
function useMenuGestures(message: Message) {
  const { openMenu } = useChat()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const cancel = () => clearTimeout(timer.current)
  return {
    onContextMenu: (event: MouseEvent) => {
      if ((event.target as Element).closest('a, img')) return
      event.preventDefault()
      cancel()
      openMenu(message, placeOf(event))
    },
    onPointerDown: (event: PointerEvent) => {
      if (event.pointerType === 'mouse' || (event.target as Element).closest('button, a')) return
      const at = { x: event.clientX, y: event.clientY }
      timer.current = setTimeout(() => openMenu(message, at), LONG_PRESS_MS)
    },
    onPointerUp: cancel,
    onPointerCancel: cancel,
    onPointerMove: cancel,
  }
}

/** Opened by a key the event has no useful place: then the menu stands at the bubble. */
function placeOf(event: MouseEvent): { x: number; y: number } {
  if (event.clientX > 0 || event.clientY > 0) return { x: event.clientX, y: event.clientY }
  const box = (event.currentTarget as Element).getBoundingClientRect()
  return { x: box.left + 24, y: box.top + 24 }
}

export const MessageRow = memo(function MessageRow({ message, isFirst, isLast }: MessageRowProps) {
  const { openMenu } = useChat()
  const gestures = useMenuGestures(message)
  const isOut = message.from?.is_bot === false
  const keyboard = inlineKeyboardOf(message)
  const isBare = message.sticker !== undefined
  const classes = [
    'message',
    isOut ? 'out' : 'in',
    isFirst && 'first',
    isLast && 'last',
    isBare && 'bare',
    keyboard.length && 'keyed',
  ]
  return (
    <article
      class={classes.filter(Boolean).join(' ')}
      data-testid="message"
      data-message-id={message.message_id}
      data-from={isOut ? 'person' : 'bot'}
      tabIndex={-1}
      {...gestures}
      onKeyDown={event => {
        if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== 'ContextMenu')) return
        event.preventDefault()
        const box = event.currentTarget.getBoundingClientRect()
        openMenu(message, { x: box.left + 24, y: box.top + 24 })
      }}
    >
      <div class="bubble-and-keys">
        <div class="bubble">
          <Sender message={message} />
          {message.reply_to_message && <Quote message={message.reply_to_message} />}
          <MessageContent message={message} meta={<Meta message={message} isOut={isOut} />} />
        </div>
        {keyboard.length > 0 && <InlineKeyboard message={message} rows={keyboard} />}
      </div>
    </article>
  )
})

/** Sides and colours tell a sighted reader who speaks; others are told. */
function Sender({ message }: { message: Message }) {
  const texts = useTexts()
  const { bot } = useChat()
  return <span class="visually-hidden">{message.from?.is_bot === false ? texts.you : bot.firstName}: </span>
}

function Quote({ message }: { message: Message }) {
  const texts = useTexts()
  const { jumpTo, bot, person } = useChat()
  return (
    <button type="button" class="quote" onClick={() => jumpTo(message.message_id)}>
      <span class="quote-name">{message.from?.is_bot === false ? fullName(person) : bot.firstName}</span>
      <span class="quote-text">{snippet(texts, message)}</span>
    </button>
  )
}

function Meta({ message, isOut }: { message: Message; isOut: boolean }) {
  const texts = useTexts()
  const at = message.date * 1000
  return (
    <span class="meta">
      {message.edit_date !== undefined && <span class="edited">{texts.edited}</span>}
      <time dateTime={new Date(at).toISOString()}>{timeOfDay(at)}</time>
      {isOut && (
        <>
          <Icon name="checks" size={16} />
          <span class="visually-hidden">{texts.sent}</span>
        </>
      )}
    </span>
  )
}
