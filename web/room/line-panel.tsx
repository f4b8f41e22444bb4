import { useEffect, useRef, useState } from 'preact/hooks'
import type { Role } from '../../api/contract.ts'
import { useStore } from '../shared/store.ts'
import { Icon } from './icons.tsx'
import type { Room } from './room.ts'
import { t } from './texts.ts'
import { timeOfDay } from './time.ts'

const longest = 200

interface Props {
  room: Room
  self: Role
  /** ids of the texts that one press sends */
  quick: string[]
}

/** Written lines both ways, for when sound fails. */
export function LinePanel({ room, self, quick }: Props) {
  const { lines, peer, socket } = useStore(room.state)
  const [text, setText] = useState('')
  const log = useRef<HTMLDivElement>(null)
  const ready = peer !== null && socket === 'ready'
  useEffect(() => {
    if (lines.length > 0) log.current?.scrollTo({ top: log.current.scrollHeight })
  }, [lines])
  const send = (words: string) => {
    const line = words.trim().slice(0, longest)
    if (!line || !ready) return
    room.sendLine(line)
    setText('')
  }
  return (
    <section class="lines" aria-label={t('lines')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (Safari makes it so only with this) */}
      <div class="lines-log" ref={log} role="log" aria-label={t('lines')} tabIndex={0} data-empty={lines.length === 0}>
        <ol>
          {lines.map(line => (
            <li key={line.id} class={line.from === self ? 'own' : 'other'}>
              <span class="lines-from">{t(line.from === self ? 'lines-own' : 'lines-other', { peer: line.from })}</span>
              <time class="lines-at">{timeOfDay(line.at)}</time>
              <p>{line.text}</p>
            </li>
          ))}
        </ol>
      </div>
      {ready && (
        <div class="lines-quick">
          {quick.map(id => (
            <button key={id} type="button" class="chip" onClick={() => send(t(id))}>
              {t(id)}
            </button>
          ))}
        </div>
      )}
      <form
        class="lines-form"
        onSubmit={event => {
          event.preventDefault()
          send(text)
        }}
      >
        <input
          data-testid="line-input"
          value={text}
          maxLength={longest}
          aria-label={t('lines-write')}
          placeholder={t(ready ? 'lines-write' : 'lines-nobody')}
          autoComplete="off"
          onInput={event => setText(event.currentTarget.value)}
        />
        <button
          type="submit"
          class="button icon-only"
          data-testid="line-send"
          aria-label={t('lines-send')}
          disabled={!ready || !text.trim()}
        >
          <Icon name="send" size={20} />
        </button>
      </form>
    </section>
  )
}
