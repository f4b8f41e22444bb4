import { type Api, GrammyError } from 'grammy'
import type { Log } from '../core/context.ts'
import type { Locale } from '../core/message/kinds.ts'
import type { StaffChat } from '../core/staff/list-chats.ts'
import { speak } from '../texts/fluent.ts'
import { menuNames } from './command-list.ts'
import type { Role } from './scene.ts'

/** Telegram wants ISO 639-1; without a code it is the menu for every other language. */
const languageCodes: Record<Locale, string> = { 'zh-CN': 'zh', en: 'en' }
const locales = Object.keys(languageCodes) as Locale[]

/** The commands as a role sees them, described in a language. */
function menuFor(locale: Locale, roles: readonly Role[]): { command: string; description: string }[] {
  return menuNames(roles).map(command => ({ command, description: speak(locale).plain(`command-${command}`) }))
}

/** One chat's own menu: staff see theirs, and who chose a language sees it in that language. A chat that is not there yet has none. */
export async function setMenu(api: Api, menu: { telegramId: number; locale: Locale; roles: readonly Role[] }): Promise<void> {
  const scope = { type: 'chat', chat_id: menu.telegramId } as const
  try {
    await api.setMyCommands(menuFor(menu.locale, ['applicant', ...menu.roles]), { scope })
  } catch (error) {
    if (!(error instanceof GrammyError) || !/chat not found/i.test(error.description)) throw error
  }
}

/** Every menu of the bot, at start: for everybody in each language, and for each member of staff. */
export async function setAllMenus(api: Api, log: Log, staff: readonly StaffChat[], fallback: Locale): Promise<void> {
  const scope = { type: 'all_private_chats' } as const
  await api.setMyCommands(menuFor(fallback, ['applicant']), { scope })
  for (const locale of locales)
    await api.setMyCommands(menuFor(locale, ['applicant']), { scope, language_code: languageCodes[locale] as 'zh' | 'en' })
  for (const member of staff) await setMenu(api, member)
  log.info({ chats: staff.length }, 'command menus are set')
}
