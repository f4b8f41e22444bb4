import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { useTexts } from './texts.ts'

interface DialogProps {
  title: string
  onClose(): void
  children: ComponentChildren
  actions?: ComponentChildren
  /** stands over this chat's column instead of the middle of the page */
  chatId?: number
  class?: string
}

/** Three chats stand side by side: what is asked in one of them is asked there. */
function placeOver(dialog: HTMLDialogElement, chatId: number): void {
  const column = document.querySelector(`[data-chat-id="${chatId}"]`)?.getBoundingClientRect()
  if (!column || column.width === 0) return
  const shift = column.left + column.width / 2 - innerWidth / 2
  const room = (innerWidth - dialog.offsetWidth) / 2 - 12
  dialog.style.translate = `${Math.max(-room, Math.min(room, shift))}px 0`
}

/** A modal dialog of the browser's own: it traps the focus, closes on Escape and on a press beside it. */
export function Dialog({ title, onClose, children, actions, chatId, class: className = '' }: DialogProps) {
  const texts = useTexts()
  const titleId = useId()
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = element.current
    const before = document.activeElement
    dialog?.showModal()
    if (dialog && chatId !== undefined) placeOver(dialog, chatId)
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the press beside the dialog has a key already, Escape
    <dialog
      ref={element}
      class={`dialog ${className}`}
      aria-labelledby={titleId}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
      onClick={event => {
        if (event.target === element.current) onClose()
      }}
    >
      <div class="dialog-body">
        <header class="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <button type="button" class="icon-button" aria-label={texts.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {children}
        {actions && <footer class="dialog-actions">{actions}</footer>}
      </div>
    </dialog>
  )
}
