import { useStore } from '../shared/store.ts'
import { Dialog } from './dialog.tsx'
import { messenger } from './messenger.ts'
import { alerts, dismissAlert, toasts } from './notices.ts'
import { useTexts } from './texts.ts'

/** Those of one chat stand inside it; those of the page at its foot. */
export function Toasts({ chatId }: { chatId?: number }) {
  const mine = useStore(toasts).filter(one => one.chatId === chatId)
  return (
    <div class={chatId === undefined ? 'toasts page-toasts' : 'toasts'} role="status" aria-live="polite">
      {mine.map(one => (
        <div key={one.id} class="toast" data-testid="toast">
          {one.text}
        </div>
      ))}
    </div>
  )
}

export function AlertDialog() {
  const texts = useTexts()
  const alert = useStore(alerts)[0]
  const { bot } = useStore(messenger)
  if (!alert) return null
  const ok = (
    <button type="button" class="button primary" onClick={dismissAlert} data-testid="alert-ok">
      {texts.ok}
    </button>
  )
  return (
    <Dialog title={bot?.firstName ?? texts.bot} onClose={dismissAlert} actions={ok} chatId={alert.chatId}>
      <p class="alert-text" role="alert">
        {alert.text}
      </p>
    </Dialog>
  )
}
