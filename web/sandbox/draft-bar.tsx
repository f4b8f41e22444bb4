import { useChat } from './chat-context.ts'
import type { Draft } from './draft.ts'
import { Icon } from './icon.tsx'
import { fullName } from './names.ts'
import { snippet } from './service-text.ts'
import { useTexts } from './texts.ts'

/** Above the text field: what is being edited or replied to. */
export function DraftBar({ draft, onCancel }: { draft: Draft; onCancel(): void }) {
  const texts = useTexts()
  const { bot, person } = useChat()
  const about = draft.editing ?? draft.replyTo
  if (!about) return null
  const author = about.from?.is_bot === false ? fullName(person) : bot.firstName
  return (
    <div class="draft-bar" data-testid="draft-bar">
      <Icon name={draft.editing ? 'pencil' : 'reply'} />
      <div class="grow">
        <span class="quote-name">{draft.editing ? texts.editing : texts.replyTo(author)}</span>
        <span class="quote-text">{snippet(texts, about)}</span>
      </div>
      <button type="button" class="icon-button" aria-label={texts.cancel} title={texts.cancel} onClick={onCancel}>
        <Icon name="close" size={20} />
      </button>
    </div>
  )
}
