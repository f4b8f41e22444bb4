import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icons.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { t } from './texts.ts'
import { wayToChat } from './way-to-chat.ts'

interface Props {
  icon: IconName
  title: string
  children: ComponentChildren
  /** for tests and styles */
  kind: string
}

/** A page with one thing to say. */
export function FullPage({ icon, title, children, kind }: Props) {
  return (
    <div class="full-page">
      <header class="page-head">
        <span class="brand">{t('brand')}</span>
        <LanguageSwitch />
      </header>
      <main class="sheet" data-testid="page" data-kind={kind}>
        <span class="sheet-icon">
          <Icon name={icon} size={32} />
        </span>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}

interface ChatButtonProps {
  chatUrl: string | undefined
  primary?: boolean
  /** before or during the call: the chat is where to wait */
  waiting?: boolean
}

export function ChatButton({ chatUrl, primary = true, waiting = false }: ChatButtonProps) {
  const close = wayToChat()
  const kind = `button${primary ? ' primary' : ''}`
  const words = t(waiting ? 'wait-in-chat' : 'back-to-chat')
  if (close) {
    return (
      <button type="button" class={kind} data-testid="to-chat" onClick={close}>
        {words}
      </button>
    )
  }
  if (!chatUrl) return null
  return (
    <a class={kind} href={chatUrl} data-testid="to-chat">
      {words}
    </a>
  )
}
