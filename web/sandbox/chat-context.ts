import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Message, SandboxState, SandboxUser } from '../../sandbox/contract.ts'

/** What everything inside one column knows. In a private chat the chat's id is the person's. */
export interface ChatScope {
  chatId: number
  person: SandboxUser
  bot: SandboxState['bot']
  openWebApp(url: string): void
  openPhoto(fileId: string): void
  openMenu(message: Message, at: { x: number; y: number }): void
  jumpTo(messageId: number): void
}

export const ChatContext = createContext<ChatScope | undefined>(undefined)

export function useChat(): ChatScope {
  const scope = useContext(ChatContext)
  if (!scope) throw new Error('useChat outside a chat')
  return scope
}
