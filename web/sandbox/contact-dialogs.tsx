import { useStore } from '../shared/store.ts'
import { Avatar } from './avatar.tsx'
import { useChat } from './chat-context.ts'
import { Dialog } from './dialog.tsx'
import { messenger } from './messenger.ts'
import { fullName } from './names.ts'
import { sendContact } from './send.ts'
import { useTexts } from './texts.ts'

/** A messenger never gives one's number away without asking. */
export function ContactConfirm({ onClose }: { onClose(): void }) {
  const texts = useTexts()
  const { chatId, person, bot } = useChat()
  const share = () => {
    onClose()
    void sendContact(chatId)
  }
  const actions = (
    <>
      <button type="button" class="button" onClick={onClose}>
        {texts.cancel}
      </button>
      <button type="button" class="button primary" onClick={share} data-testid="share-contact">
        {texts.share}
      </button>
    </>
  )
  return (
    <Dialog title={texts.shareContactTitle} onClose={onClose} actions={actions} chatId={chatId}>
      <p>{texts.shareContact(bot.firstName, person.phone)}</p>
    </Dialog>
  )
}

/** Somebody else's card out of the address book. */
export function ContactPicker({ onClose }: { onClose(): void }) {
  const texts = useTexts()
  const { chatId } = useChat()
  return <PeoplePicker title={texts.chooseContact} onClose={onClose} onChoose={id => void sendContact(chatId, id)} />
}

/** Everybody else whom the messenger knows, one to be chosen. */
export function PeoplePicker({ title, onClose, onChoose }: { title: string; onClose(): void; onChoose(userId: number): void }) {
  const { chatId } = useChat()
  const others = useStore(messenger).users.filter(user => user.id !== chatId)
  return (
    <Dialog title={title} onClose={onClose} chatId={chatId}>
      <ul class="menu people-list">
        {others.map(user => (
          <li key={user.id}>
            <button
              type="button"
              class="menu-item"
              data-testid="choose-person"
              onClick={() => {
                onClose()
                onChoose(user.id)
              }}
            >
              <Avatar id={user.id} name={fullName(user)} small />
              <span class="grow">
                {fullName(user)}
                <span class="menu-note">{user.phone}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
