import { useState } from 'preact/hooks'
import { pageLink } from './page-link.ts'
import { t } from './texts.ts'

/** Copies the address of this page; where the browser forbids it, shows it to be copied by hand. */
export function CopyLink() {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(pageLink())
      setCopied('yes')
    } catch {
      setCopied('failed')
    }
  }
  return (
    <>
      <button type="button" class="button" data-testid="copy-link" onClick={copy}>
        {t(copied === 'yes' ? 'link-copied' : 'copy-link')}
      </button>
      {copied === 'failed' && (
        <input
          class="copy-by-hand"
          readOnly
          value={pageLink()}
          aria-label={t('copy-by-hand')}
          onFocus={event => event.currentTarget.select()}
        />
      )}
    </>
  )
}
