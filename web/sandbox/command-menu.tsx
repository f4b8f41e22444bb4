import type { BotCommand } from '@grammyjs/types'
import { useEffect, useId, useState } from 'preact/hooks'
import { useTexts } from './texts.ts'

/** The command menu: all commands by its button, or those that begin with what is typed after "/". */
export function useCommandMenu(commands: BotCommand[], text: string, choose: (command: string) => void) {
  const listId = useId()
  const [byButton, setByButton] = useState(false)
  const [dismissed, setDismissed] = useState<string>()
  const [active, setActive] = useState(0)
  const typed = /^\/(\w*)$/.exec(text)?.[1]
  const found = byButton ? commands : commands.filter(({ command }) => typed !== undefined && command.startsWith(typed))
  const isOpen = byButton || (found.length > 0 && dismissed !== text)
  useEffect(() => setActive(0), [text, byButton])
  useEffect(() => {
    if (text !== '') setByButton(false)
  }, [text])
  const pick = (command: string) => {
    setByButton(false)
    choose(command)
  }
  const close = () => {
    setByButton(false)
    setDismissed(text)
  }
  /** True: the key was the menu's, and is used up. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (!isOpen) return false
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const command = found[active]?.command
    if (step !== 0 && found.length > 0) setActive((active + step + found.length) % found.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && command) pick(command)
    else if (event.key === 'Escape') close()
    else return false
    event.preventDefault()
    return true
  }
  return {
    isOpen,
    found,
    active,
    listId,
    activeId: isOpen && found[active] ? `${listId}-${active}` : undefined,
    toggle: () => setByButton(!isOpen),
    close,
    pick,
    onKey,
  }
}

export function CommandMenu({ menu }: { menu: ReturnType<typeof useCommandMenu> }) {
  const texts = useTexts()
  const { isOpen, found, active, listId, activeId, pick } = menu
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])
  if (!isOpen) return null
  if (found.length === 0) return <p class="command-menu panel-note">{texts.noCommands}</p>
  return (
    <div class="command-menu" id={listId} role="listbox" aria-label={texts.menuTitle} data-testid="command-menu">
      {found.map(({ command, description }, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text field's keys walk this list (aria-activedescendant)
        <div
          key={command}
          id={`${listId}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          class="command"
          onClick={() => pick(command)}
          onPointerDown={event => event.preventDefault()}
        >
          <span class="command-name">/{command}</span>
          <span class="command-about">{description}</span>
        </div>
      ))}
    </div>
  )
}
