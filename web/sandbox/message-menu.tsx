import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Message } from '../../sandbox/contract.ts'
import { useChat } from './chat-context.ts'
import { copyText } from './copy.ts'
import type { Draft } from './draft.ts'
import { Icon, type IconName } from './icon.tsx'
import { walkByArrows } from './popover.tsx'
import { useTexts } from './texts.ts'

interface MessageMenuProps {
  message: Message
  x: number
  y: number
  setDraft(draft: Draft): void
  onClose(): void
}

const EDGE_PX = 8

/** Reply, edit, copy: where the message was pressed, but never off the screen. */
export function MessageMenu({ message, x, y, setDraft, onClose }: MessageMenuProps) {
  const texts = useTexts()
  const { chatId } = useChat()
  const menu = useRef<HTMLDivElement>(null)
  const text = message.text ?? message.caption
  useLayoutEffect(() => {
    const element = menu.current
    if (!element) return
    const { width, height } = element.getBoundingClientRect()
    element.style.left = `${Math.max(EDGE_PX, Math.min(x, innerWidth - width - EDGE_PX))}px`
    element.style.top = `${Math.max(EDGE_PX, Math.min(y, innerHeight - height - EDGE_PX))}px`
    element.querySelector('button')?.focus()
  }, [x, y])
  useEffect(() => {
    const outside = (event: Event) => {
      if (!menu.current?.contains(event.target as Node)) onClose()
    }
    document.addEventListener('pointerdown', outside, true)
    document.addEventListener('wheel', outside, { capture: true, passive: true })
    return () => {
      document.removeEventListener('pointerdown', outside, true)
      document.removeEventListener('wheel', outside, { capture: true })
    }
  }, [onClose])
  const items: { icon: IconName; name: string; run(): void }[] = [
    { icon: 'reply', name: texts.reply, run: () => setDraft({ text: '', replyTo: message }) },
  ]
  if (message.from?.is_bot === false && message.text !== undefined) {
    items.push({ icon: 'pencil', name: texts.edit, run: () => setDraft({ text: message.text ?? '', editing: message }) })
  }
  if (text !== undefined) items.push({ icon: 'copy', name: texts.copy, run: () => void copyText(text, chatId) })
  return (
    <div
      class="message-menu popover-panel"
      ref={menu}
      role="menu"
      tabIndex={-1}
      aria-label={texts.messageMenu}
      onKeyDown={event => {
        if (event.key === 'Escape' || event.key === 'Tab') onClose()
        else walkByArrows(event, event.currentTarget)
      }}
    >
      {items.map(({ icon, name, run }) => (
        <button
          type="button"
          role="menuitem"
          class="menu-item"
          key={icon}
          onClick={() => {
            onClose()
            run()
          }}
        >
          <Icon name={icon} size={20} />
          {name}
        </button>
      ))}
    </div>
  )
}
