import { CopyLink } from './copy-link.tsx'
import type { CameraProblem } from './local-media.ts'
import { MenuDrawing } from './menu-drawing.tsx'
import { OtherDevice } from './other-device.tsx'
import { hasText, t } from './texts.ts'
import type { InApp } from './user-agent.ts'

interface Props {
  inApp: InApp
  /** what has failed already; absent: nothing was tried yet */
  problem?: CameraProblem
  onRetry?: () => void
}

/** The way out of an app's own browser: its menu, drawn; the link to copy; a code for another device. Nothing of the link is used up by it. */
export function OpenElsewhere({ inApp: { app, menu }, problem, onRetry }: Props) {
  const name = t(hasText(`in-app-name-${app}`) ? `in-app-name-${app}` : 'in-app-name-other')
  return (
    <section
      class={problem ? 'notice warning' : 'notice'}
      role={problem ? 'alert' : undefined}
      aria-labelledby="in-app"
      data-testid={problem ? 'camera-problem' : 'in-app'}
      data-app={app}
      data-problem={problem}
    >
      <h2 id="in-app">{t(problem ? `camera-${problem}-title` : 'in-app-title')}</h2>
      <p>{t('in-app-why', { app: name })}</p>
      <div class="in-app-way">
        <MenuDrawing menu={menu} />
        <ol>
          <li>{t(`in-app-menu-${menu}`)}</li>
          <li>{t('in-app-choose')}</li>
        </ol>
      </div>
      <p>{t('in-app-else')}</p>
      <div class="row">
        <CopyLink />
        {onRetry && (
          <button type="button" class="button" onClick={onRetry}>
            {t('try-again')}
          </button>
        )}
      </div>
      <OtherDevice />
    </section>
  )
}
