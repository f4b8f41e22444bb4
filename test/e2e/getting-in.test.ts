import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { encode } from 'uqr'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { ChatMessage } from '../../sandbox/store/messages.ts'
import { axeScript, wrongOn } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { type Chats, openChats } from '../support/chat.ts'
import { explainFailure, type RunningDesk, runDesk } from '../support/running-desk.ts'
import { until } from '../support/wait.ts'
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

it(
  'G5: the page opens inside the messenger, in its frame alone: launched for its owner, without a cookie, and nothing is violated',
  async () => {
    const { person, code } = await newInvitedPerson(chats, 'zh-CN')
    const { applicantLink } = await startNow(chats, person, code, 'zh-CN')
    const url = await until(
      async () => {
        const shown = (await person.messages()).flatMap(message => buttonsOf(message))
        return shown.find(button => 'web_app' in button)?.web_app.url
      },
      { what: 'a button that opens the page in the chat' },
    )
    expect(url).toBe(`${desk.origin}/m/${code}`)
    const launched = await fetch(`${desk.origin}/sandbox/api/chats/${person.id}/web-app`, {
      method: 'POST',
      body: JSON.stringify({ url }),
      headers: { 'content-type': 'application/json' },
    })
    const signed = ((await launched.json()) as { url: string }).url
    const visitor = await examined({ viewport: { width: 1280, height: 860 }, reducedMotion: 'reduce', locale: 'zh-CN' })
    const around = await visitor.open(`${desk.origin}/sandbox`)
    const put = (src: string) =>
      around.evaluate(
        `{ const frame = document.createElement('iframe'); frame.src = ${JSON.stringify(src)}; frame.allow = 'camera; microphone'; frame.width = 400; frame.height = 800; document.body.replaceChildren(frame) }`,
      )
    await put(signed)
    const inside = around.frameLocator('iframe')
    // the chat lies around it: the way back closes the page, and does not open the chat within it
    await around.evaluate("addEventListener('message', ({ data }) => { window.told = [...(window.told ?? []), String(data)] })")
    await inside.getByTestId('to-chat').click()
    const told = () => around.evaluate<string[]>('window.told ?? []')
    await until(async () => (await told()).some(line => line.includes('web_app_close')), { what: 'the page to ask to be closed' })
    await inside.getByTestId('camera-on').click()
    await inside.getByTestId('join').click()
    await inside.locator('[data-testid="call-state"]').waitFor()
    // what was signed for this launch stands in no address
    expect(around.frames().map(frame => frame.url())).toContain(`${desk.origin}/m/${code}`)
    expect(await visitor.context.cookies()).toEqual([])
    expect(visitor.complaints).toEqual([])
    // the plain link does not open in a frame, and a launch that nobody signed opens nothing
    await put(applicantLink)
    await until(() => visitor.complaints.some(line => line.includes('frame-ancestors')), { what: 'the frame to be refused' })
    await put(url)
    await inside.locator('[data-testid="page"][data-kind="launch-invalid"]').waitFor()
    await visitor.context.close()
  },
  patienceMs,
)

function buttonsOf(message: ChatMessage) {
  const markup = message.reply_markup
  return markup && 'inline_keyboard' in markup ? markup.inline_keyboard.flat() : []
}
