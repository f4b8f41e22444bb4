import { useEffect } from 'preact/hooks'
import { browser, inAppBrowser, onCameraAllowed } from './browser.ts'
import { CopyLink } from './copy-link.tsx'
import type { CameraProblem } from './local-media.ts'
import { OpenElsewhere } from './open-elsewhere.tsx'
import { t } from './texts.ts'

/** What went wrong with the camera, and how to mend it in this very browser. Once it is mended in the settings the page goes on by itself. */
export function CameraHelp({ problem, onRetry }: { problem: CameraProblem; onRetry(): void }) {
  const inApp = inAppBrowser()
  useEffect(() => (problem === 'denied' ? onCameraAllowed(onRetry) : undefined), [problem])
  // what an app's own browser refuses is hardly ever mended inside it
  if (inApp && problem !== 'busy' && problem !== 'missing')
    return <OpenElsewhere inApp={inApp} problem={problem} onRetry={onRetry} />
  const how = problem === 'denied' ? `camera-denied-${browser()}` : `camera-${problem}-help`
  return (
    <div class="notice warning" role="alert" data-testid="camera-problem" data-problem={problem}>
      <h2>{t(`camera-${problem}-title`)}</h2>
      <p>{t(how)}</p>
      <div class="row">
        {problem !== 'insecure' && problem !== 'unsupported' && (
          <button type="button" class="button primary" onClick={onRetry}>
            {t('try-again')}
          </button>
        )}
        <CopyLink />
      </div>
    </div>
  )
}

/** Before anything fails: this page stands in an app's own browser. */
export function InAppNotice() {
  const inApp = inAppBrowser()
  return inApp ? <OpenElsewhere inApp={inApp} /> : null
}
