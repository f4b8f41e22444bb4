import { useEffect } from 'preact/hooks'
import { useStore } from '../shared/store.ts'
import { Chat } from './chat.tsx'
import { HelpHint, useHelp } from './help-hint.tsx'
import { messenger, SEATS } from './messenger.ts'
import { AlertDialog, Toasts } from './notice-views.tsx'
import { SeatTabs } from './seat-tabs.tsx'
import { useTexts } from './texts.ts'
import { TopBar } from './top-bar.tsx'

export function App() {
  const texts = useTexts()
  const { line, tab, shown, users } = useStore(messenger)
  const help = useHelp()
  useEffect(() => {
    document.title = texts.title
  }, [texts])
  return (
    <>
      <TopBar onHelp={help.toggle} helpOpen={help.isOpen} />
      {line === 'cut' && (
        <div class="line-cut" role="status">
          <span class="spinner" aria-hidden="true" />
          {texts.reconnecting}
        </div>
      )}
      {help.isOpen && <HelpHint onClose={help.close} />}
      <SeatTabs />
      <main class="desk" data-tab={tab}>
        {SEATS.map(seat => (
          <Chat key={seat} seat={seat} person={users.find(user => user.id === shown[seat])} />
        ))}
      </main>
      <Toasts />
      <AlertDialog />
    </>
  )
}
