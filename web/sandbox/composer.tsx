import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ChatState } from '../../sandbox/contract.ts'
import { useStore } from '../shared/store.ts'
import { AttachMenu } from './attach-menu.tsx'
import { useChat } from './chat-context.ts'
import { CommandMenu, useCommandMenu } from './command-menu.tsx'
import type { Draft, SetDraft } from './draft.ts'
import { DraftBar } from './draft-bar.tsx'
import { Icon } from './icon.tsx'
import { activeKeyboard, forcedReply } from './markup.ts'
import { ReplyKeyboard } from './reply-keyboard.tsx'
import { editText, sendText, uploads } from './send.ts'
import { useTexts } from './texts.ts'

interface ComposerProps {
  chat: ChatState
  draft: Draft
  setDraft: SetDraft
  onFile(file: File, asDocument?: boolean): void
}

/** A finger on glass has no Shift+Enter: there the key makes a line and the button sends. */
const isTouch = matchMedia('(pointer: coarse) and (hover: none)')

export function Composer({ chat, draft, setDraft, onFile }: ComposerProps) {
  const texts = useTexts()
  const { chatId } = useChat()
  const field = useRef<HTMLTextAreaElement>(null)
  const keyboard = useMemo(() => activeKeyboard(chat.messages), [chat.messages])
  const forced = useMemo(() => forcedReply(chat.messages), [chat.messages])
  const [declined, setDeclined] = useState<number>()
  const [keyboardHidden, setKeyboardHidden] = useState(false)
  const upload = useStore(uploads)[chatId]
  const writes = draft.replyTo === undefined && forced && forced.message.message_id !== declined ? forced.message : draft.replyTo
  const current: Draft = writes && !draft.editing ? { ...draft, replyTo: writes } : draft

  useEffect(() => setKeyboardHidden(keyboard?.used ?? false), [keyboard?.messageId, keyboard?.used])
  useEffect(() => {
    if (draft.editing || draft.replyTo) field.current?.focus()
  }, [draft.editing, draft.replyTo])
  useEffect(() => growToFit(field.current), [draft.text])

  const send = async (text = draft.text) => {
    const trimmed = text.trim()
    if (!trimmed) return
    setDraft({ text: '' })
    const isSent = draft.editing
      ? await editText(chatId, draft.editing.message_id, trimmed)
      : await sendText(chatId, trimmed, current.replyTo?.message_id)
    // A refused text comes back to be mended, unless something new has been begun.
    if (!isSent) setDraft(now => (now.text === '' ? draft : now))
  }
  const commands = useCommandMenu(chat.commands, draft.text, command => {
    void sendText(chatId, `/${command}`)
    setDraft({ text: '' })
    field.current?.focus()
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || commands.onKey(event)) return
    if (event.key === 'Enter' && !event.shiftKey && !isTouch.matches) {
      event.preventDefault()
      void send()
    } else if (event.key === 'Escape' && (draft.editing || draft.replyTo)) setDraft({ text: '' })
    else if (event.key === 'ArrowUp' && draft.text === '') {
      const own = chat.messages.findLast(message => message.from?.is_bot === false && message.text !== undefined)
      if (!own) return
      event.preventDefault()
      setDraft({ text: own.text ?? '', editing: own })
    }
  }
  const onPaste = (event: ClipboardEvent) => {
    const file = event.clipboardData?.files[0]
    if (!file) return
    event.preventDefault()
    onFile(file)
  }
  const decline = () => {
    if (forced) setDeclined(forced.message.message_id)
    setDraft({ text: draft.editing ? '' : draft.text })
  }
  const placeholder =
    forced?.placeholder ?? (keyboardHidden ? undefined : keyboard?.markup.input_field_placeholder) ?? texts.placeholder

  return (
    <div class="chat-foot composer">
      {upload && (
        <div class="upload" role="status">
          <span class="upload-text">{texts.uploading(upload.percent)}</span>
          <progress max={100} value={upload.percent} aria-label={texts.uploading(upload.percent)} />
        </div>
      )}
      <CommandMenu menu={commands} />
      <DraftBar draft={current} onCancel={decline} />
      <div class="composer-row">
        <button
          type="button"
          class="menu-button"
          aria-label={texts.menu}
          title={texts.menuTitle}
          aria-expanded={commands.isOpen}
          data-testid="composer-menu"
          onClick={() => commands.toggle()}
        >
          <Icon name={commands.isOpen ? 'close' : 'menu'} size={20} />
          <span class="label">{texts.menu}</span>
        </button>
        <textarea
          ref={field}
          rows={1}
          aria-label={texts.composer}
          aria-autocomplete="list"
          aria-controls={commands.isOpen ? commands.listId : undefined}
          aria-activedescendant={commands.activeId}
          placeholder={placeholder}
          value={draft.text}
          data-testid="composer-input"
          onInput={event => setDraft({ ...draft, text: event.currentTarget.value })}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        {keyboard && (
          <button
            type="button"
            class="icon-button"
            aria-label={keyboardHidden ? texts.showKeyboard : texts.hideKeyboard}
            title={keyboardHidden ? texts.showKeyboard : texts.hideKeyboard}
            aria-expanded={!keyboardHidden}
            data-testid="keyboard-toggle"
            onClick={() => setKeyboardHidden(!keyboardHidden)}
          >
            <Icon name={keyboardHidden ? 'keyboard' : 'chevron'} />
          </button>
        )}
        <AttachMenu onFile={onFile} />
        <button
          type="button"
          class="send-button"
          aria-label={draft.editing ? texts.save : texts.send}
          title={draft.editing ? texts.save : texts.send}
          disabled={!draft.text.trim()}
          data-testid="composer-send"
          onClick={() => {
            void send()
            field.current?.focus()
          }}
        >
          <Icon name={draft.editing ? 'check' : 'send'} />
        </button>
      </div>
      {keyboard && !keyboardHidden && <ReplyKeyboard markup={keyboard.markup} />}
    </div>
  )
}

/** Grows with its text, up to the height that css allows; for browsers that do not know `field-sizing`. */
function growToFit(field: HTMLTextAreaElement | null): void {
  if (!field || CSS.supports('field-sizing', 'content')) return
  field.style.height = 'auto'
  if (field.scrollHeight > 0) field.style.height = `${field.scrollHeight}px`
}
