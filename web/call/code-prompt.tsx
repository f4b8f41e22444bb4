import type { PagePrompt } from '../../api/contract.ts'
import { useReading } from '../room/reading.ts'
import { t } from '../room/texts.ts'
import { spanInWords } from '../room/time.ts'
import { PromptCard } from './page-prompt.tsx'

/** The code is in the chat: go and read it, nothing breaks meanwhile; then come back and say it. */
export function CodePrompt({ prompt, chatUrl }: { prompt: PagePrompt; chatUrl: string }) {
  const reading = useReading(prompt)
  return (
    <PromptCard icon="chat" kind="code" title={t('prompt-code')}>
      <p>{t('prompt-code-how')}</p>
      {reading > 0 && (
        <p class="soft small" aria-live="off">
          {t('prompt-code-time', { span: spanInWords(reading) })}
        </p>
      )}
      <a class="button" href={chatUrl} target="_blank" rel="noreferrer" data-testid="code-in-chat">
        {t('prompt-code-open')}
      </a>
    </PromptCard>
  )
}
