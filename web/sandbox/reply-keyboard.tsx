import type { ReplyKeyboardMarkup } from '@grammyjs/types'
import { useState } from 'preact/hooks'
import { useChat } from './chat-context.ts'
import { ContactConfirm, PeoplePicker } from './contact-dialogs.tsx'
import { LocationDialog } from './location-dialog.tsx'
import { buttonOf, type CustomKeyboardButton } from './markup.ts'
import { toast } from './notices.ts'
import { sendText, shareUsers } from './send.ts'
import { useTexts } from './texts.ts'

export function ReplyKeyboard({ markup }: { markup: ReplyKeyboardMarkup }) {
  const texts = useTexts()
  const { chatId, openWebApp } = useChat()
  const [asking, setAsking] = useState<'contact' | 'location' | { request: number }>()
  const press = (button: CustomKeyboardButton) => {
    if ('request_contact' in button && button.request_contact) setAsking('contact')
    else if ('request_location' in button && button.request_location) setAsking('location')
    else if ('request_users' in button) setAsking({ request: button.request_users.request_id })
    else if ('web_app' in button) openWebApp(button.web_app.url)
    else if (Object.keys(button).some(key => key.startsWith('request_'))) toast(texts.unsupportedButton, chatId)
    else void sendText(chatId, button.text)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would ask for a form
    <div
      class={markup.resize_keyboard ? 'reply-keyboard' : 'reply-keyboard tall'}
      role="group"
      aria-label={texts.keyboard}
      data-testid="reply-keyboard"
    >
      {markup.keyboard.map((row, at) => (
        <div class="reply-row" key={at}>
          {row.map(buttonOf).map(button => (
            <button
              type="button"
              key={button.text}
              class={button.style ? `reply-button ${button.style}` : 'reply-button'}
              data-testid="reply-button"
              onClick={() => press(button)}
            >
              {button.text}
            </button>
          ))}
        </div>
      ))}
      {asking === 'contact' && <ContactConfirm onClose={() => setAsking(undefined)} />}
      {typeof asking === 'object' && (
        <PeoplePicker
          title={texts.choosePerson}
          onClose={() => setAsking(undefined)}
          onChoose={id => void shareUsers(chatId, asking.request, [id])}
        />
      )}
      {asking === 'location' && <LocationDialog onClose={() => setAsking(undefined)} />}
    </div>
  )
}
