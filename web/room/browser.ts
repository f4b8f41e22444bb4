import { type Browser, browserOf, type InApp, inAppOf } from './user-agent.ts'

const agent = navigator.userAgent

/** The messenger's own browser around this page, where cameras often fail. Telegram's leaves a mark in the page, where its name says nothing. */
export function inAppBrowser(): InApp | undefined {
  if ('TelegramWebviewProxy' in window || 'TelegramWebview' in window) return { app: 'telegram', menu: 'top-dots' }
  return inAppOf(agent)
}

export function browser(): Browser {
  return browserOf(agent, navigator.maxTouchPoints > 1)
}

async function cameraPermission(): Promise<PermissionStatus | undefined> {
  // Firefox and older Safari do not know the name and refuse it
  return navigator.permissions?.query({ name: 'camera' as PermissionName }).catch(() => undefined)
}

/** Was the camera allowed for good? Firefox and older Safari cannot tell. */
export async function cameraAllowed(): Promise<boolean> {
  return (await cameraPermission())?.state === 'granted'
}

/** Was it refused for good, so that asking would show nothing? */
export async function cameraRefused(): Promise<boolean> {
  return (await cameraPermission())?.state === 'denied'
}

/** Tells when the camera is allowed after all, in the settings of the browser. Undo with the function it gives back. */
export function onCameraAllowed(then: () => void): () => void {
  let undo: () => void = () => undefined
  let over = false
  void cameraPermission().then(status => {
    if (!status || over) return
    const changed = () => status.state === 'granted' && then()
    status.addEventListener('change', changed)
    undo = () => status.removeEventListener('change', changed)
  })
  return () => {
    over = true
    undo()
  }
}
