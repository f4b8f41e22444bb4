import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskBot } from '../../bot/bot.ts'
import { type CommandName, commandList, commandNames, menuNames, ruleOf } from '../../bot/command-list.ts'
import { staffPresses } from '../../bot/presses.ts'
import type { Role } from '../../bot/scene.ts'
import { addStaff, removeStaff } from '../../core/staff/add.ts'
import type { Locale, StaffRole } from '../../db/values.ts'
import { speak } from '../../texts/fluent.ts'
import { partsOf } from '../../texts/press.ts'
import type { ChatPerson } from '../support/chat.ts'
import { until } from '../support/wait.ts'
import { startDesk, type TestDesk } from './desk.ts'

let desk: TestDesk
let bot: DeskBot
const rolesOf = {
  applicant: ['applicant'],
  reviewer: ['applicant', 'reviewer'],
  admin: ['applicant', 'admin'],
  both: ['applicant', 'reviewer', 'admin'],
  removed: ['applicant'],
} as const satisfies Record<string, Role[]>
type Seat = keyof typeof rolesOf
const seats = Object.keys(rolesOf) as Seat[]
const locales: Locale[] = ['zh-CN', 'en']
const places = seats.flatMap(seat => locales.map(locale => [seat, locale] as const))
const people = new Map<string, ChatPerson>()

const at = (seat: Seat, locale: Locale): ChatPerson => {
  const person = people.get(`${seat} ${locale}`)
  if (!person) throw new Error(`nobody is seated as ${seat} in ${locale}`)
  return person
}

beforeAll(async () => {
  desk = await startDesk()
  // every command of the table is more than a person sends within a minute
  desk.ctx.policy.messagesPerMinute = 1_000
  bot = await desk.startBot()
  for (const [seat, locale] of places) {
    const person = await desk.newcomer({ languageCode: locale === 'en' ? 'en' : 'zh-hans', firstName: `${seat} ${locale}` })
    people.set(`${seat} ${locale}`, person)
    const wanted: readonly Role[] = rolesOf[seat === 'removed' ? 'both' : seat]
    const roles = wanted.filter((role): role is StaffRole => role !== 'applicant')
    const name = `${seat} ${locale}`
    const member = roles.length > 0 && (await addStaff(desk.ctx, { telegramId: person.id, name, roles, locale }))
    await person.say('/start')
    await person.sees(/./)
    if (member && seat === 'removed') await removeStaff(desk.ctx, { staffId: member.id })
  }
  await bot.setMenus()
})
afterAll(() => desk.stop())

const mayUse = (seat: Seat, name: CommandName) =>
  name !== 'claim' && commandList[name].roles.some(role => (rolesOf[seat] as readonly Role[]).includes(role))
const unknown = (locale: Locale) => (locale === 'en' ? /There is no such command/ : /没有这个命令/)
const fault = /something went wrong|出了点问题|出错/
/** A refusal is the same for every command: each is tried in one language, in turn. */
const isTried = (seat: Seat, locale: Locale, name: CommandName) =>
  mayUse(seat, name) || locale === locales[(commandNames.indexOf(name) + seats.indexOf(seat)) % 2]
const commands = places.flatMap(([seat, locale]) =>
  commandNames.flatMap(name => (isTried(seat, locale, name) ? [[seat, locale, name] as const] : [])),
)

describe('every command × every role', () => {
  it.each(commands)('%s (%s) sends /%s', async (seat, locale, name) => {
    const person = at(seat, locale)
    await person.say(`/${name}`)
    const { text } = await person.sees(mayUse(seat, name) ? /./ : unknown(locale))
    expect(text).not.toMatch(fault)
    if (mayUse(seat, name)) expect(text).not.toMatch(unknown(locale))
  })

  const words: Record<string, string> = {
    'too many words': 'one two three four five six seven eight nine',
    'full-width signs': 'Ｍ－７Ｋ３ＱＸＤ　１２',
    'the other language': '周一 至 周五 今天 全部',
    'markup and a quote': `<b>x</b> '; drop table cases; --`,
  }
  const dressed = Object.keys(words).flatMap(dress =>
    commandNames.filter(name => ruleOf(name).example && mayUse('both', name)).map(name => [name, dress] as const),
  )
  it.each(dressed)('/%s with %s is answered in words, and nothing breaks', async (name, dress) => {
    const locale = locales[(commandNames.indexOf(name) + Object.keys(words).indexOf(dress)) % 2] ?? 'en'
    const person = at('both', locale)
    await person.say(`/${name} ${words[dress]}`)
    const { text } = await person.sees(/./)
    expect(text).not.toMatch(fault)
    expect(text).not.toMatch(unknown(locale))
    expect(desk.logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('answers a command for another role in the very words of one that does not exist', async () => {
    for (const [seat, refused] of [
      ['applicant', 'queue'],
      ['removed', 'agenda'],
    ] as const) {
      const person = at(seat, 'en')
      await person.say(`/${refused}`)
      const told = await person.sees(unknown('en'))
      await person.say('/nonsense')
      const missing = await person.sees(unknown('en'))
      expect({ text: told.text, markup: told.reply_markup }).toEqual({ text: missing.text, markup: missing.reply_markup })
    }
  })

  it('names the nearest command of the person’s own, and never one of another role', async () => {
    await at('admin', 'en').say('/quue')
    await at('admin', 'en').sees('Did you mean /queue?')
    await at('admin', 'zh-CN').say('/polcy')
    await at('admin', 'zh-CN').sees('您是想发送 /policy 吗')
    await at('applicant', 'en').say('/quue')
    expect((await at('applicant', 'en').sees(unknown('en'))).text).not.toContain('/queue')
  })

  it('is silent in a group, whoever speaks', async () => {
    const from = { id: at('both', 'en').id, is_bot: false, first_name: 'both' }
    const chat = { id: -100_123, type: 'supergroup' as const, title: 'a group' }
    const before = desk.logged.length
    for (const name of commandNames) {
      const message = { message_id: 1, date: 1, chat, from, text: `/${name}` }
      expect(await bot.take({ update_id: 900_000 + commandNames.indexOf(name), message })).toBe(true)
    }
    expect(desk.logged.slice(before)).toEqual([])
  })
})

describe('who may press', () => {
  const table = staffPresses()
  it.each(seats)('%s: buttons of another role are answered like forged ones', async seat => {
    const person = at(seat, 'en')
    const forged = (await person.pressData('nonsense')).text
    const held: readonly string[] = rolesOf[seat]
    const barred = table.filter(([, role]) => !held.includes(role) && !(role === 'staff' && held.length > 1))
    if (seat !== 'both' && seat !== 'admin') expect(barred.length).toBeGreaterThan(0)
    for (const [verb] of barred)
      expect((await person.pressData([verb, ...partsOf(verb).map(() => '1')].join(':'))).text, verb).toBe(forged)
  })

  it('a removed member’s old buttons end with the right, at once', async () => {
    const person = await desk.newcomer({ languageCode: 'en' })
    await addStaff(desk.ctx, { telegramId: person.id, name: 'Gone', roles: ['admin'], locale: 'en' })
    await person.say('/policy')
    const { message_id } = await person.sees(/./)
    const admin = at('admin', 'en')
    await admin.say('/staff remove Gone yes')
    await admin.sees('Gone is removed')
    await until(async () => (await person.menu()).join() === menuNames(['applicant']).join(), {
      what: 'the menu of an applicant',
    })
    expect((await person.pressData('policy-group:booking', message_id)).text).toBe(speak('en').plain('refused-gone'))
    await person.say('/policy')
    await person.sees(unknown('en'))
  })
})

describe('menus and help are made from the table', () => {
  const staying = places.filter(([seat]) => seat !== 'removed')
  it.each(staying)('the menu of %s in %s', async (seat, locale) => {
    const wanted = menuNames([...rolesOf[seat]]).join()
    await until(async () => (await at(seat, locale).menu()).join() === wanted, { what: `the menu ${wanted}` })
  })

  it.each(places)('the help of %s in %s names each command, and no other', async (seat, locale) => {
    const person = at(seat, locale)
    await person.say('/help')
    const help = await person.sees('/status')
    const named = [...(help.text ?? '').matchAll(/^\/(\w+)/gm)].map(([, name]) => name as CommandName)
    expect(named).toEqual(menuNames([...rolesOf[seat]]))
  })

  it.each(locales)('%s: /help with a command shows what it is for and how it is written', async locale => {
    const person = at('both', locale)
    for (const name of menuNames([...rolesOf.both])) {
      await person.say(`/help ${name}`)
      const { text = '' } = await person.sees(`/${name} `)
      expect(text).toContain(speak(locale).plain(`command-${name}`))
      expect(text.split('\n').at(-1)).toContain(`/${name}`)
    }
  })

  it('/help finds a command by a slip, a slash and a word of its description, and tells nobody of another role’s', async () => {
    const admin = at('admin', 'zh-CN')
    for (const said of ['quue', '/queue', '／ｑｕｅｕｅ', '进行中']) {
      await admin.say(`/help ${said}`)
      await admin.sees('/queue')
    }
    await at('applicant', 'en').say('/help queue')
    await at('applicant', 'en').sees('You have no command “queue”')
  })

  it('a command may name the bot, and begin with a full-width slash', async () => {
    const person = await desk.newcomer()
    await person.say('/help@mianshen_sandbox_bot')
    await person.sees('/status')
    await person.say('／help')
    await person.sees('/status')
  })
})
