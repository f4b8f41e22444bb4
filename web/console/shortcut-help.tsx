import { t } from '../room/texts.ts'
import { Dialog } from './dialog.tsx'
import { shortcutList } from './shortcuts.ts'

export function ShortcutHelp({ on, onToggle, onClose }: { on: boolean; onToggle(): void; onClose(): void }) {
  return (
    <Dialog title={t('shortcuts')} onClose={onClose}>
      <dl class="keys">
        {shortcutList.map(({ keys, text }) => (
          <div key={text}>
            <dt>
              {keys.map(key => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
      <label class="tick">
        <input type="checkbox" checked={on} onChange={onToggle} />
        {t('shortcuts-on')}
      </label>
    </Dialog>
  )
}
