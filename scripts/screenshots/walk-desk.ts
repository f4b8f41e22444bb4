import type { Page } from 'playwright-core'
import type { ChatPerson } from '../../test/support/chat.ts'
import { until } from '../../test/support/wait.ts'
import type { Shoot } from './camera.ts'
import type { Tongue } from './take.ts'

const asPicture = { zh: '看图', en: 'As a picture' }
/** Drawn: also as a picture, by a button. */
const commands = [
  { name: 'staff', command: '/staff', drawn: false },
  { name: 'policy', command: '/policy', drawn: false },
  { name: 'devices', command: '/devices', drawn: false },
  { name: 'hours', command: '/hours 林晓', drawn: true },
  { name: 'stats', command: '/stats', drawn: true },
]

/** The desk from an admin's phone: what the commands answer. */
export async function walkDesk(
  { admin, phone }: { admin: ChatPerson; phone: Page },
  code: string,
  { short }: Tongue,
  shoot: Shoot,
): Promise<void> {
  await phone.getByTestId('tab-admin').click()
  const pictures = async () => (await admin.messages()).filter(message => message.photo).length
  for (const { name, command, drawn } of [{ name: 'case', command: `/case ${code}`, drawn: false }, ...commands]) {
    const before = await pictures()
    await admin.say(command)
    await admin.sees(/\S/)
    if (drawn) {
      await admin.press(asPicture[short])
      await until(async () => (await pictures()) > before, { what: `the picture of ${command}` })
    }
    await shoot(phone, `desk-${name}-${short}`)
  }
}
