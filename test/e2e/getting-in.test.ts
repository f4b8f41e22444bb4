import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { encode } from 'uqr'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { axeScript, wrongOn } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { type Chats, openChats } from '../support/chat.ts'
import { explainFailure, type RunningDesk, runDesk } from '../support/running-desk.ts'
import { newInvitedPerson, startNow } from '../support/walk-chat.ts'
import { visit } from '../support/walk-pages.ts'

let desk: RunningDesk
let chats: Chats
let browser: Browser
beforeAll(async () => {
  const starting = runDesk()
  browser = await launchBrowser()
  desk = await starting
  chats = await openChats(desk.origin)
})
afterAll(async () => {
  await browser.close()
  await chats.close()
  await desk.close()
})
afterEach(({ task }) => explainFailure(task, desk))

const patienceMs = 90_000
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' } as const
const wechat = `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.49(0x18003137) NetType/4G Language/zh_CN`

async function examined(options: BrowserContextOptions) {
  const visitor = await visit(browser, options)
  await visitor.context.addInitScript({ content: axeScript })
  return visitor
}

async function drawsCode(page: Page): Promise<void> {
  await page.getByTestId('other-device').locator('summary').press('Enter')
  const drawn = await page.getByTestId('qr').locator('path').getAttribute('d')
  const modules = encode(page.url(), { ecc: 'M', border: 2 }).data.flat().filter(Boolean).length
  expect(drawn?.match(/M/g)?.length).toBe(modules)
}

it(
  'G5: WeChat’s own browser shows the way out, and uses nothing up; the camera is asked for elsewhere, devices are chosen and remembered',
  async () => {
    const { person, code } = await newInvitedPerson(chats, 'zh-CN')
    const { applicantLink } = await startNow(chats, person, code, 'zh-CN')
    const inside = await examined({ ...phone, userAgent: wechat })
    const page = await inside.open(applicantLink)
    const notice = page.locator('[data-testid="in-app"][data-app="wechat"]')
    await notice.waitFor()
    expect(await notice.innerText()).toContain('右上角')
    await drawsCode(page)
    expect(await wrongOn(page)).toEqual([])
    expect(inside.complaints).toEqual([])
    await inside.context.close()

    const outside = await examined({ viewport: { width: 1280, height: 860 }, reducedMotion: 'reduce', locale: 'zh-CN' })
    const lobby = await outside.open(applicantLink)
    await lobby.getByTestId('camera-on').waitFor()
    await drawsCode(lobby)
    await lobby.getByTestId('camera-on').click()
    await lobby.getByTestId('pickers').locator('summary').click()
    const picker = lobby.getByTestId('picker-microphone')
    const names = await picker.locator('option').allInnerTexts()
    await picker.selectOption({ index: names.length - 1 })
    expect(await wrongOn(lobby)).toEqual([])
    await lobby.reload()
    await lobby.getByTestId('camera-on').click()
    await lobby.getByTestId('pickers').locator('summary').click()
    expect(await picker.evaluate(select => (select as unknown as { selectedIndex: number }).selectedIndex)).toBe(names.length - 1)
    await lobby.getByTestId('join').click()
    // no question in the chat: looking from WeChat has bound nothing
    await lobby.locator('[data-testid="call-state"]').waitFor()
    expect(outside.complaints).toEqual([])
    await outside.context.close()
  },
  patienceMs,
)

it(
  'a camera that was refused is mended on the page as soon as it is allowed in the browser',
  async () => {
    const { person, code } = await newInvitedPerson(chats, 'zh-CN')
    const { applicantLink } = await startNow(chats, person, code, 'zh-CN')
    const visitor = await examined(phone)
    await visitor.context.addInitScript({
      content: `{
      const status = new EventTarget(); status.state = 'denied'
      navigator.permissions.query = async () => status
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
      navigator.mediaDevices.getUserMedia = async wanted => {
        if (status.state === 'denied') throw new DOMException('', 'NotAllowedError')
        return ask(wanted)
      }
      window.allowCamera = () => { status.state = 'granted'; status.dispatchEvent(new Event('change')) }
    }`,
    })
    const page = await visitor.open(applicantLink)
    await page.locator('[data-testid="camera-problem"][data-problem="denied"]').waitFor()
    expect(await wrongOn(page)).toEqual([])
    await page.evaluate('window.allowCamera()')
    await page.getByTestId('join').waitFor()
    await visitor.context.close()
  },
  patienceMs,
)
