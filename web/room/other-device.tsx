import { useState } from 'preact/hooks'
import { pageLink } from './page-link.ts'
import { t } from './texts.ts'

/** The same link as a code, for the camera of another device. It is drawn only when it is wanted, and leaves this page for no server. */
export function OtherDevice() {
  const [code, setCode] = useState<{ size: number; path: string } | null>(null)
  const draw = async (open: boolean) => {
    if (!open || code) return
    const { encode } = await import('uqr')
    const { data, size } = encode(pageLink(), { ecc: 'M', border: 2 })
    const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
    setCode({ size, path })
  }
  return (
    <details class="other-device" data-testid="other-device" onToggle={event => void draw(event.currentTarget.open)}>
      <summary>{t('other-device-open')}</summary>
      <p>{t('other-device-how')}</p>
      {code && (
        <svg class="qr" viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={t('other-device-code')} data-testid="qr">
          <rect width={code.size} height={code.size} fill="#fff" />
          <path d={code.path} fill="#000" shape-rendering="crispEdges" />
        </svg>
      )}
    </details>
  )
}
