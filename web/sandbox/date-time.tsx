import type { MessageEntity } from '@grammyjs/types'
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useSelected } from '../shared/store.ts'
import { useChat } from './chat-context.ts'
import { deskNow, messenger } from './messenger.ts'
import { drawDateTime, fullTime, localeOfClient } from './times.ts'

const REFRESH_MS = 15_000

/** `<tg-time>`: the moment in the reader's own zone and language; "in 3 hours" keeps counting, by the desk's clock. */
export function DateTime({ entity, children }: { entity: MessageEntity.DateTimeMessageEntity; children: ComponentChildren }) {
  const { person } = useChat()
  const clock = useSelected(messenger, now => now.clock)
  const [, refresh] = useState(0)
  const isRelative = entity.date_time_format === 'r'
  useEffect(() => {
    if (!isRelative) return
    const timer = setInterval(() => refresh(count => count + 1), REFRESH_MS)
    return () => clearInterval(timer)
  }, [isRelative])
  const locale = localeOfClient(person.languageCode)
  return (
    <time
      class="date-time"
      lang={locale}
      dateTime={new Date(entity.unix_time * 1000).toISOString()}
      title={fullTime(entity.unix_time, locale)}
    >
      {drawDateTime(entity, locale, deskNow(clock)) ?? children}
    </time>
  )
}
