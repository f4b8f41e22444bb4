import type { InlineKeyboardButton, InlineKeyboardMarkup } from '@grammyjs/types'
import type { Message } from '../../sandbox/contract.ts'
import { useStore } from '../shared/store.ts'
import { useChat } from './chat-context.ts'
import { copyText } from './copy.ts'
import { Icon } from './icon.tsx'
import { followDeepLink, safeHref } from './links.ts'
import { toast } from './notices.ts'
import { pressButton, presses, pressKey } from './presses.ts'
import { useTexts } from './texts.ts'

export function InlineKeyboard({ message, rows }: { message: Message; rows: InlineKeyboardMarkup['inline_keyboard'] }) {
  const texts = useTexts()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would ask for a form
    <div class="inline-keyboard" role="group" aria-label={texts.buttons}>
      {rows.map((row, at) => (
        <div class="inline-row" key={at}>
          {row.map((button, place) => (
            <InlineButton key={`${place} ${button.text}`} message={message} button={button} />
          ))}
        </div>
      ))}
    </div>
  )
}

function classOf(button: InlineKeyboardButton): string {
  return button.style ? `inline-button ${button.style}` : 'inline-button'
}

function InlineButton({ message, button }: { message: Message; button: InlineKeyboardButton }) {
  const texts = useTexts()
  const { chatId, openWebApp } = useChat()
  if ('url' in button) return <UrlButton button={button} />
  if ('callback_data' in button) return <CallbackButton message={message} button={button} />
  const press = () => {
    if ('web_app' in button) openWebApp(button.web_app.url)
    else if ('copy_text' in button) void copyText(button.copy_text.text, chatId)
    else toast(texts.unsupportedButton, chatId)
  }
  const icon = 'web_app' in button ? 'app' : 'copy_text' in button ? 'copy' : undefined
  return (
    <button type="button" class={classOf(button)} data-testid="inline-button" disabled={'disabled' in button} onClick={press}>
      <span class="inline-text">{button.text}</span>
      {icon && (
        <span class="corner">
          <Icon name={icon} size={13} />
        </span>
      )}
    </button>
  )
}

function UrlButton({ button }: { button: InlineKeyboardButton.UrlButton }) {
  const texts = useTexts()
  const { chatId } = useChat()
  const address = safeHref(button.url)
  return (
    <a
      class={classOf(button)}
      data-testid="inline-button"
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      title={button.url}
      onClick={event => {
        if (address && followDeepLink(chatId, address)) event.preventDefault()
      }}
    >
      <span class="inline-text">{button.text}</span>
      <span class="visually-hidden"> ({texts.opensTab})</span>
      <span class="corner">
        <Icon name="external" size={15} />
      </span>
    </a>
  )
}

function CallbackButton({ message, button }: { message: Message; button: InlineKeyboardButton.CallbackButton }) {
  const texts = useTexts()
  const { chatId } = useChat()
  const isWaiting = useStore(presses).has(pressKey(chatId, message.message_id, button.callback_data))
  return (
    <button
      type="button"
      class={classOf(button)}
      data-testid="inline-button"
      data-callback={button.callback_data}
      aria-busy={isWaiting}
      onClick={() => void pressButton(chatId, message.message_id, button.callback_data)}
    >
      <span class="inline-text">{button.text}</span>
      {isWaiting && (
        <span class="corner">
          <span class="spinner" aria-hidden="true" />
          <span class="visually-hidden">{texts.waiting}</span>
        </span>
      )}
    </button>
  )
}
