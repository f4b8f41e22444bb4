import type { ChatState, Message, SandboxEvent } from '../../sandbox/contract.ts'

export type ChatEvent = Extract<SandboxEvent, { type: 'message' | 'edited' | 'deleted' }>

/** Puts a message where its id belongs; the same id again replaces what is there, so that nothing is drawn twice. */
export function withMessage(messages: Message[], message: Message): Message[] {
  const at = messages.findIndex(other => other.message_id >= message.message_id)
  if (at === -1) return [...messages, message]
  const replaces = messages[at]?.message_id === message.message_id
  return [...messages.slice(0, at), message, ...messages.slice(replaces ? at + 1 : at)]
}

export function applyChatEvent(chat: ChatState, event: ChatEvent): ChatState {
  switch (event.type) {
    case 'deleted':
      return { ...chat, messages: chat.messages.filter(message => message.message_id !== event.messageId) }
    case 'edited':
      // An edit of a message older than those loaded must not draw it out of its context.
      if (!chat.messages.some(message => message.message_id === event.message.message_id)) return chat
      return { ...chat, messages: withMessage(chat.messages, event.message) }
    case 'message':
      return { ...chat, messages: withMessage(chat.messages, event.message) }
  }
}
