import { ChatButton, FullPage } from '../room/full-page.tsx'
import { t } from '../room/texts.ts'

/** The window is past: ended, missed, cancelled or moved; the chat knows which. */
export function Over({ chatUrl }: { chatUrl: string }) {
  return (
    <FullPage icon="clock" title={t('over-title')} kind="over">
      <p>{t('over-text')}</p>
      <ChatButton chatUrl={chatUrl} />
    </FullPage>
  )
}
