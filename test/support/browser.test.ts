import { createServer } from 'node:http'
import type { Browser } from 'playwright-core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { launchBrowser } from './browser.ts'
import { fromNpm } from './browser-executable.ts'

let browser: Browser | undefined

afterEach(async () => {
  vi.unstubAllEnvs()
  await browser?.close()
  browser = undefined
})

/** The width of the picture that the fake camera gives, on a page from 127.0.0.1: elsewhere there is no camera without https. */
async function cameraWidth(started: Browser): Promise<number> {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<!doctype html>'))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no address')
  try {
    const page = await started.newPage()
    await page.goto(`http://127.0.0.1:${address.port}`)
    return await page.evaluate(async () => {
      // @ts-expect-error runs in the page
      const stream = await navigator.mediaDevices.getUserMedia({ video: true, audio: true })
      return stream.getVideoTracks()[0].getSettings().width
    })
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

describe('launchBrowser', () => {
  it('starts the browser at hand, with a camera', async () => {
    browser = await launchBrowser()
    expect(await cameraWidth(browser)).toBeGreaterThan(0)
  })

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'starts the one from npm where none is installed',
    async () => {
      vi.stubEnv('CHROMIUM_PATH', await fromNpm())
      browser = await launchBrowser()
      expect(await cameraWidth(browser)).toBeGreaterThan(0)
    },
  )

  it('names a CHROMIUM_PATH that leads nowhere', async () => {
    vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium')
    await expect(launchBrowser()).rejects.toThrow('CHROMIUM_PATH names no program: /nowhere/chromium')
  })
})
