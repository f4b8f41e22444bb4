import { type Browser, chromium } from 'playwright-core'
import { chromiumExecutable } from './browser-executable.ts'

/** A headless Chromium whose camera and microphone are fake and allowed; `video` (.mjpeg or .y4m) is what the camera sees. */
export async function launchBrowser({ video }: { video?: string } = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumExecutable(),
    args: [
      // Root, as in a container, has no sandbox; without --no-zygote the npm build does not start there.
      '--no-sandbox',
      '--no-zygote',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      ...(video ? [`--use-file-for-fake-video-capture=${video}`] : []),
    ],
  })
}
