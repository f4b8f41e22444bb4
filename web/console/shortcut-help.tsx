import { t } from '../room/texts.ts'
import { Dialog } from './dialog.tsx'

const keys = [
  ['j  ↓', 'key-down'],
  ['k  ↑', 'key-up'],
  ['1', 'result-passed'],
  ['2', 'result-failed'],
  ['3', 'result-not-reached'],
  ['1 – 3', 'key-answer'],
  ['n', 'key-note'],
  ['c', 'key-capture'],
  ['e', 'key-entry'],
  ['v', 'key-compare'],
  ['?', 'key-help'],
] as const

export function ShortcutHelp({ on, onToggle, onClose }: { on: boolean; onToggle(): void; onClose(): void }) {
  return (
    <Dialog title={t('shortcuts')} onClose={onClose}>
      <dl class="keys">
        {keys.map(([key, id]) => (
          <div key={id}>
            <dt>
              {key.split('  ').map(one => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{t(id)}</dd>
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
