export type InApp = 'wechat' | 'telegram' | 'other'
export type Browser = 'chrome' | 'chrome-android' | 'safari' | 'safari-ios' | 'firefox' | 'edge'

const agent = navigator.userAgent

/** The messenger's own browser around this page, where cameras often fail. */
export function inAppBrowser(): InApp | undefined {
  if (/MicroMessenger/i.test(agent)) return 'wechat'
  if (/Telegram/i.test(agent) || 'TelegramWebviewProxy' in window || 'TelegramWebview' in window) return 'telegram'
  if (/\bQQ\/|Weibo|AlipayClient|DingTalk|Lark|FBAN|FBAV|Instagram|\bLine\/|; wv\)/i.test(agent)) return 'other'
  return undefined
}

export function browser(): Browser {
  if (/iPhone|iPad|iPod/.test(agent)) return 'safari-ios'
  if (/Firefox\//.test(agent)) return 'firefox'
  if (/Edg\//.test(agent)) return 'edge'
  if (/Android/.test(agent)) return 'chrome-android'
  return /Chrome\//.test(agent) ? 'chrome' : 'safari'
}

/** Was the camera allowed for good? Firefox and older Safari cannot tell. */
export async function cameraAllowed(): Promise<boolean> {
  try {
    const { state } = await navigator.permissions.query({ name: 'camera' as PermissionName })
    return state === 'granted'
  } catch {
    return false
  }
}
