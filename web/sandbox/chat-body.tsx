import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ChatState, Message, SandboxState, SandboxUser, Seat } from '../../sandbox/contract.ts'
import { ChatContext, type ChatScope } from './chat-context.ts'
import { Composer } from './composer.tsx'
import type { Draft, SetDraft } from './draft.ts'
import { useFileDrop } from './file-drop.ts'
import { MessageList } from './message-list.tsx'
import { MessageMenu } from './message-menu.tsx'
import { Toasts } from './notice-views.tsx'
import { PhotoViewer } from './photo-viewer.tsx'
import { sendText, setBlocked } from './send.ts'
import { SendFileDialog } from './send-file-dialog.tsx'
import { useTexts } from './texts.ts'
import { WebAppPanel } from './web-app-panel.tsx'

interface ChatBodyProps {
  seat: Seat
  person: SandboxUser
  bot: SandboxState['bot']
  chat: ChatState
}

interface Outgoing {
  file: File
  asDocument: boolean
}

interface MenuPlace {
  message: Message
  x: number
  y: number
}

/** Messages and composer of one person's chat with the bot. */
export function ChatBody({ seat, person, bot, chat }: ChatBodyProps) {
  const texts = useTexts()
  const [draft, setDraft] = useState<Draft>({ text: '' })
  const [webApp, setWebApp] = useState<string>()
  const [photo, setPhoto] = useState<string>()
  const [menu, setMenu] = useState<MenuPlace>()
  const [outgoing, setOutgoing] = useState<Outgoing>()
  const takeFile = (file: File, asDocument = false) => setOutgoing({ file, asDocument })
  const canSend = chat.messages.length > 0 && !chat.blocked
  const drop = useFileDrop(canSend, takeFile)
  const list = useRef<HTMLDivElement>(null)
  const chatId = person.id
  const scope = useMemo<ChatScope>(
    () => ({
      chatId,
      person,
      bot,
      openWebApp: setWebApp,
      openPhoto: setPhoto,
      openMenu: (message, at) => setMenu({ message, ...at }),
      jumpTo: id => flash(list.current?.querySelector(`[data-message-id="${id}"]`)),
    }),
    [chatId, person, bot],
  )
  useEffect(() => {
    if (draft.editing && !chat.messages.some(message => message.message_id === draft.editing?.message_id)) setDraft({ text: '' })
  }, [chat.messages, draft.editing])
  return (
    <ChatContext.Provider value={scope}>
      <div class="chat-body" {...drop.handlers}>
        <MessageList seat={seat} messages={chat.messages} listRef={list} />
        <Toasts chatId={chatId} />
        <Foot chat={chat} chatId={chatId} draft={draft} setDraft={setDraft} onFile={takeFile} />
        {drop.isOver && <div class="drop-here">{texts.dropHere}</div>}
        {webApp !== undefined && <WebAppPanel key={webApp} url={webApp} onClose={() => setWebApp(undefined)} />}
      </div>
      {photo !== undefined && <PhotoViewer fileId={photo} onClose={() => setPhoto(undefined)} />}
      {outgoing && <SendFileDialog {...outgoing} onClose={() => setOutgoing(undefined)} />}
      {menu && <MessageMenu {...menu} setDraft={setDraft} onClose={() => setMenu(undefined)} />}
    </ChatContext.Provider>
  )
}

interface FootProps {
  chat: ChatState
  chatId: number
  draft: Draft
  setDraft: SetDraft
  onFile(file: File, asDocument?: boolean): void
}

/** As in a real client: START before the first message, "unblock" after a block, else the composer. */
function Foot({ chat, chatId, draft, setDraft, onFile }: FootProps) {
  const texts = useTexts()
  if (chat.blocked) {
    return (
      <div class="chat-foot">
        <p class="foot-note">{texts.blockedNote}</p>
        <button type="button" class="foot-button" data-testid="unblock-button" onClick={() => void setBlocked(chatId, false)}>
          {texts.unblock}
        </button>
      </div>
    )
  }
  if (chat.messages.length === 0) {
    return (
      <div class="chat-foot">
        <button
          type="button"
          class="foot-button start"
          data-testid="start-button"
          onClick={() => void sendText(chatId, '/start')}
        >
          {texts.start}
        </button>
      </div>
    )
  }
  return <Composer chat={chat} draft={draft} setDraft={setDraft} onFile={onFile} />
}

function flash(element: Element | null | undefined): void {
  if (!element) return
  element.scrollIntoView({ block: 'center', behavior: 'smooth' })
  element.classList.add('flash')
  setTimeout(() => element.classList.remove('flash'), 1500)
}
