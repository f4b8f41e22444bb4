import { useState } from 'preact/hooks'
import { recall, remember } from '../shared/remembered.ts'
import { Icon } from './icon.tsx'
import { useTexts } from './texts.ts'

const KEY = 'mianshen.sandbox.help-seen'

/** The hint is open until it was once understood, and whenever it is asked for. */
export function useHelp() {
  const [isOpen, setOpen] = useState(recall(KEY) === undefined)
  const close = () => {
    remember(KEY, 'yes')
    setOpen(false)
  }
  return { isOpen, close, toggle: () => (isOpen ? close() : setOpen(true)) }
}

export function HelpHint({ onClose }: { onClose(): void }) {
  const texts = useTexts()
  return (
    <aside class="help-hint" id="help-hint" aria-label={texts.helpTitle}>
      <Icon name="help" />
      <p>{texts.help}</p>
      <button type="button" class="button" onClick={onClose}>
        {texts.gotIt}
      </button>
    </aside>
  )
}
