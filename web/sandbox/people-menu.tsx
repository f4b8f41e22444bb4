import type { SandboxUser, Seat } from '../../sandbox/contract.ts'
import { useStore } from '../shared/store.ts'
import { Avatar } from './avatar.tsx'
import { Badge } from './badge.tsx'
import { Icon } from './icon.tsx'
import { messenger } from './messenger.ts'
import { fullName } from './names.ts'
import { setBlocked } from './send.ts'
import { newApplicant, setPersonLanguage, showPerson } from './session.ts'
import { useTexts } from './texts.ts'

interface PeopleMenuProps {
  seat: Seat
  person: SandboxUser | undefined
  close(): void
}

/** Who sits on this seat; below, the settings of that person's own client. */
export function PeopleMenu({ seat, person, close }: PeopleMenuProps) {
  const texts = useTexts()
  const { users, unread } = useStore(messenger)
  const people = users.filter(user => user.seat === seat)
  const ordered = seat === 'applicant' ? people.reverse() : people
  return (
    <div class="people">
      <h2 class="panel-head">{texts.peopleList}</h2>
      <ul class="menu people-list">
        {ordered.map(user => (
          <li key={user.id}>
            <button
              type="button"
              class="menu-item"
              aria-pressed={user.id === person?.id}
              data-testid="person"
              data-user-id={user.id}
              onClick={() => {
                close()
                void showPerson(seat, user.id)
              }}
            >
              <Avatar id={user.id} name={fullName(user)} small />
              <span class="grow">
                {fullName(user)}
                <span class="menu-note">{user.username ? `@${user.username}` : user.phone}</span>
              </span>
              <Badge count={unread[user.id] ?? 0} />
              {user.id === person?.id && <Icon name="check" size={18} />}
            </button>
          </li>
        ))}
      </ul>
      {seat === 'applicant' && (
        <button
          type="button"
          class="menu-item accent"
          onClick={() => {
            close()
            void newApplicant()
          }}
        >
          <Icon name="person-add" />
          {texts.newApplicant}
        </button>
      )}
      {person && <ClientSettings person={person} close={close} />}
    </div>
  )
}

const LANGUAGES = [
  { code: 'zh-hans', name: '中文', lang: 'zh-CN' },
  { code: 'en', name: 'English', lang: 'en' },
]

function ClientSettings({ person, close }: { person: SandboxUser; close(): void }) {
  const texts = useTexts()
  const isBlocked = useStore(messenger).chats[person.id]?.blocked ?? false
  return (
    <div class="client-settings">
      <h2 class="panel-head">{texts.clientLanguage}</h2>
      <div class="segmented">
        {LANGUAGES.map(({ code, name, lang }) => (
          <button
            type="button"
            key={code}
            lang={lang}
            aria-pressed={person.languageCode.slice(0, 2) === code.slice(0, 2)}
            onClick={() => void setPersonLanguage(person.id, code)}
          >
            {name}
          </button>
        ))}
      </div>
      <button
        type="button"
        class={isBlocked ? 'menu-item' : 'menu-item danger'}
        data-testid="block"
        onClick={() => {
          close()
          void setBlocked(person.id, !isBlocked)
        }}
      >
        <Icon name="block" />
        {isBlocked ? texts.unblock : texts.block}
      </button>
    </div>
  )
}
