import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

interface PopoverProps {
  /** names the panel, and the button too unless its content `names` it */
  label: string
  names?: boolean
  class?: string
  button: ComponentChildren
  /** where the panel hangs; `up-*` opens above the button */
  place?: 'down-right' | 'down-left' | 'up-left'
  testId?: string
  onOpen?(): void
  children(close: () => void): ComponentChildren
}

/** Up and down walk through what can be pressed, as in a menu. */
export function walkByArrows(event: KeyboardEvent, within: HTMLElement): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return
  const stops = [...within.querySelectorAll<HTMLElement>('button:not(:disabled)')]
  const at = stops.findIndex(stop => stop.matches(':focus'))
  event.preventDefault()
  stops.at((at + step) % stops.length)?.focus()
}

/** A button with a panel: closes on Escape, on a press elsewhere, and gives the focus back. */
export function Popover({
  label,
  names = false,
  class: className = '',
  button,
  place = 'down-right',
  testId,
  onOpen,
  children,
}: PopoverProps) {
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const trigger = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const close = () => {
    setOpen(false)
    trigger.current?.focus()
  }
  useEffect(() => {
    if (!isOpen) return
    panel.current?.focus()
    const outside = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside, true)
    window.addEventListener('blur', leaveToFrame)
    return () => {
      document.removeEventListener('pointerdown', outside, true)
      window.removeEventListener('blur', leaveToFrame)
    }
    // A press inside an iframe never reaches this document; the window only loses its focus.
    function leaveToFrame() {
      if (document.activeElement instanceof HTMLIFrameElement) setOpen(false)
    }
  }, [isOpen])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    } else if (panel.current) walkByArrows(event, panel.current)
  }
  return (
    <div class={`popover ${place}`} ref={root}>
      <button
        type="button"
        ref={trigger}
        class={className}
        aria-label={names ? undefined : label}
        title={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        data-testid={testId}
        onClick={() => {
          setOpen(!isOpen)
          if (!isOpen) onOpen?.()
        }}
      >
        {button}
      </button>
      {isOpen && (
        <div class="popover-panel" role="dialog" aria-label={label} tabIndex={-1} ref={panel} onKeyDown={onKeyDown}>
          {children(close)}
        </div>
      )}
    </div>
  )
}
