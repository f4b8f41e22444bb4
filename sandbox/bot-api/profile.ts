import type { MenuButton } from '@grammyjs/types'
import { z } from 'zod'
import { checkLink } from '../text/links.ts'
import { botUser } from '../world.ts'
import { findChat } from './chat.ts'
import { badRequest } from './errors.ts'
import { integer, json, string } from './fields.ts'
import { type Method, method } from './method.ts'

const getMe = method(z.object({}), (_input, { world }) => ({
  ...botUser(world),
  can_join_groups: false,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
}))

export const languageCode = string.default('').refine(code => code === '' || /^[a-z]{2}$/.test(code))

/** The three texts of a bot's profile: each in any language, falling back to the default. */
function profileText(
  field: 'name' | 'description' | 'short_description',
  limit: number,
  fallback: (bot: { firstName: string }) => string,
) {
  const set = method(z.looseObject({ language_code: languageCode }), async (input, { world }) => {
    const value = String(input[field] ?? '').trim()
    if (value.length > limit) throw badRequest(`${field.replace('_', ' ')} is too long`)
    const key = `${field}:${input.language_code}` as const
    if (value === '') await world.settings.remove(key)
    else await world.settings.set(key, value)
    return true
  })
  const get = method(z.object({ language_code: languageCode }), (input, { world }) => ({
    [field]: world.settings.get(`${field}:${input.language_code}`) ?? world.settings.get(`${field}:`) ?? fallback(world.bot),
  }))
  return [set, get] as const
}

const [setMyName, getMyName] = profileText('name', 64, bot => bot.firstName)
const [setMyDescription, getMyDescription] = profileText('description', 512, () => '')
const [setMyShortDescription, getMyShortDescription] = profileText('short_description', 120, () => '')

const menuButton = json(
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('commands') }),
    z.object({ type: z.literal('default') }),
    z.object({ type: z.literal('web_app'), text: z.string().min(1), web_app: z.object({ url: z.string() }) }),
  ]),
  'menu button',
)

const setChatMenuButton = method(
  z.object({ chat_id: string.optional(), menu_button: menuButton.default({ type: 'default' }) }),
  async ({ chat_id, menu_button }, { world }) => {
    if (menu_button.type === 'web_app') {
      const checked = checkLink(menu_button.web_app.url, { httpsOnly: true })
      if ('problem' in checked)
        throw badRequest(`menu button Web App URL '${menu_button.web_app.url}' is invalid: ${checked.problem}`)
    }
    const chat = chat_id === undefined ? '' : findChat(world, chat_id).id
    await world.settings.set(`menu:${chat}`, menu_button)
    return true
  },
)

const getChatMenuButton = method(z.object({ chat_id: string.optional() }), ({ chat_id }, { world }): MenuButton => {
  const own = chat_id === undefined ? undefined : world.settings.get(`menu:${findChat(world, chat_id).id}`)
  return (own?.type === 'default' ? undefined : own) ?? world.settings.get('menu:') ?? { type: 'commands' }
})

const getUserProfilePhotos = method(z.object({ user_id: integer }), ({ user_id }, { world }) => {
  if (!world.people.find(user_id) && user_id !== world.bot.id) throw badRequest('user not found')
  return { total_count: 0, photos: [] }
})

const agree = method(z.object({}), () => true)

export const profile: Record<string, Method> = {
  getMe,
  setMyName,
  getMyName,
  setMyDescription,
  getMyDescription,
  setMyShortDescription,
  getMyShortDescription,
  setChatMenuButton,
  getChatMenuButton,
  getUserProfilePhotos,
  logOut: agree,
  close: agree,
}
