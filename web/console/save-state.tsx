import { t } from '../room/texts.ts'
import type { Save } from './check-saver.ts'

/** One line for all: is everything kept? */
export function SaveState({ saves }: { saves: Record<string, Save> }) {
  const all = Object.values(saves).map(save => save.status)
  const words = all.includes('failed')
    ? 'failed'
    : all.includes('refused')
      ? 'refused'
      : all.includes('incomplete')
        ? 'incomplete'
        : all.some(status => status === 'waiting' || status === 'saving')
          ? 'saving'
          : 'saved'
  return (
    <p class={`save-state ${words}`} role="status" data-testid="save-state" data-state={words}>
      {t(`all-${words}`)}
    </p>
  )
}
