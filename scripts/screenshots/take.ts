import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchBrowser } from '../../test/support/browser.ts'
import { openChats } from '../../test/support/chat.ts'
import { runDesk } from '../../test/support/running-desk.ts'
import type { WalkLocale } from '../../test/support/walk-words.ts'
import { openCamera } from './camera.ts'
import { filmBoth } from './drawings.ts'
import { walkCall } from './walk-call.ts'
import { apply, seat, settled, start } from './walk-chat.ts'
import { walkDesk } from './walk-desk.ts'
import { walkRehearsal } from './walk-rehearsal.ts'

const tongues = [
  { locale: 'zh-CN', short: 'zh', browser: 'zh-CN', name: '欧阳晓雨', verdict: '✓ 视频审核已通过' },
  { locale: 'en', short: 'en', browser: 'en-GB', name: 'Maria Lindgren', verdict: 'Your video review did not pass' },
] as const satisfies { locale: WalkLocale; short: string; browser: string; name: string; verdict: string }[]
export type Tongue = (typeof tongues)[number]

/** The journey once in each language, each on a desk of its own, photographed on its way. */
export async function takeScreenshots(folder: string, say: (line: string) => void): Promise<void> {
  await mkdir(folder, { recursive: true })
  const films = await mkdtemp(join(tmpdir(), 'mianshen-films-'))
  try {
    for (const tongue of tongues) await walk(tongue, folder, films, say)
  } finally {
    await rm(films, { recursive: true, force: true })
  }
}

async function walk(tongue: Tongue, folder: string, films: string, say: (line: string) => void): Promise<void> {
  const shoot = openCamera(folder, say)
  const { applicant, reviewer } = await filmBoth(films, tongue.name)
  const browsers = await Promise.all([launchBrowser({ video: applicant }), launchBrowser({ video: reviewer })])
  const desk = await runDesk()
  const chats = await openChats(desk.origin)
  try {
    const seated = await seat(chats, browsers, tongue)
    const { code, card, rehearsalLink } = await apply(seated, tongue, shoot)
    const [ofApplicant] = browsers
    await walkRehearsal(ofApplicant, rehearsalLink, tongue, shoot)
    const links = await start(seated, code, tongue, shoot)
    await walkCall(browsers, { ...links, card }, tongue, shoot)
    await settled(seated.phone, tongue.verdict)
    await shoot(seated.phone, `sandbox-verdict-${tongue.short}`)
    await shoot(seated.wide, `sandbox-verdict-wide-${tongue.short}`)
    await walkDesk(seated, code, tongue, shoot)
  } finally {
    await Promise.all(browsers.map(browser => browser.close()))
    await chats.close()
    await desk.close()
  }
}
