import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../room/icons.tsx'
import type { LocalMedia } from '../room/local-media.ts'
import type { Room } from '../room/room.ts'
import { t } from '../room/texts.ts'
import { useStore } from '../shared/store.ts'
import { CodePrompt } from './code-prompt.tsx'
import { RoomShown } from './room-shown.tsx'

/** What the reviewer asks for at this moment; it is read aloud, and goes by itself once it was noted. */
export function PagePrompt({ room, local, chatUrl }: { room: Room; local: LocalMedia; chatUrl: string }) {
  const { prompt } = useStore(room.state)
  if (!prompt) return null
  if (prompt.kind === 'code') return <CodePrompt prompt={prompt} chatUrl={chatUrl} />
  if (prompt.kind === 'room') return <RoomShown local={local} />
  return <PromptCard icon="person" kind="movement" title={t(`prompt-movement-${prompt.detail ?? ''}`)} />
}

interface Props {
  icon: IconName
  kind: string
  title: string
  children?: ComponentChildren
}

export function PromptCard({ icon, kind, title, children }: Props) {
  return (
    <section class="notice prompt" role="status" data-testid="prompt" data-kind={kind}>
      <p class="prompt-title">
        <Icon name={icon} />
        <strong>{title}</strong>
      </p>
      {children}
    </section>
  )
}
