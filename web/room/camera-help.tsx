import { useState } from 'preact/hooks'
import { browser, inAppBrowser } from './browser.ts'
import type { CameraProblem } from './local-media.ts'
import { t } from './texts.ts'

/** What went wrong with the camera, and how to mend it in this very browser. */
export function CameraHelp({ problem, onRetry }: { problem: CameraProblem; onRetry(): void }) {
  const inApp = inAppBrowser()
  const how = problem === 'denied' && inApp ? 'in-app' : problem === 'denied' ? browser() : undefined
  return (
    <div class="notice warning" role="alert" data-testid="camera-problem" data-problem={problem}>
      <h2>{t(`camera-${problem}-title`)}</h2>
      <p>{t(how ? `camera-denied-${how}` : `camera-${problem}-help`)}</p>
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

/** Before anything fails: this page stands in a messenger's own browser. */
export function InAppNotice() {
  const inApp = inAppBrowser()
  if (!inApp) return null
  return (
    <div class="notice" data-testid="in-app" data-app={inApp}>
      <h2>{t('in-app-title')}</h2>
      <p>{t(`in-app-${inApp}`)}</p>
      <CopyLink />
    </div>
  )
}

function CopyLink() {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href)
      setCopied('yes')
    } catch {
      setCopied('failed')
    }
  }
  return (
    <>
      <button type="button" class="button" onClick={copy}>
        {t(copied === 'yes' ? 'link-copied' : 'copy-link')}
      </button>
      {copied === 'failed' && (
        <input
          class="copy-by-hand"
          readOnly
          value={location.href}
          aria-label={t('copy-by-hand')}
          onFocus={event => event.currentTarget.select()}
        />
      )}
    </>
  )
}
