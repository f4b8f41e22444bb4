import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CommandName, commandList, commandNames, menuNames } from '../../bot/command-list.ts'
import type { Role } from '../../bot/scene.ts'
import { addStaff } from '../../core/staff/add.ts'
import type { ChatPerson } from '../support/chat.ts'
import { until } from '../support/wait.ts'
import { adminId, reviewerId, startDesk, type TestDesk } from './desk.ts'

let desk: TestDesk
const people = {} as Record<'applicant' | 'reviewer' | 'admin' | 'both', ChatPerson>
const rolesOf: Record<keyof typeof people, Role[]> = {
  applicant: ['applicant'],
  reviewer: ['applicant', 'reviewer'],
  admin: ['applicant', 'admin'],
  both: ['applicant', 'reviewer', 'admin'],
}
const seats = ['applicant', 'reviewer', 'admin', 'both'] as const

beforeAll(async () => {
  desk = await startDesk()
  const bot = await desk.startBot()
  await bot.setMenus()
  people.applicant = await desk.newcomer({ languageCode: 'en' })
  people.reviewer = await desk.person(reviewerId)
  people.admin = await desk.person(adminId)
  people.both = await desk.newcomer({ languageCode: 'zh-hans', firstName: '周舟' })
  await addStaff(desk.ctx, { telegramId: people.both.id, name: '周舟', roles: ['reviewer', 'admin'], locale: 'zh-CN' })
  for (const seat of seats) {
    await people[seat].say('/start')
    await people[seat].sees(/./)
  }
})
afterAll(() => desk.stop())

const unknown = /没有这个命令|There is no such command/
const table = seats.flatMap(seat => commandNames.map(name => [seat, name] as const))

describe('every command × every role', () => {
  it.each(table)('%s sends /%s', async (seat, name) => {
    const allowed = commandList[name].roles.some(role => rolesOf[seat].includes(role)) && name !== 'claim'
    const person = people[seat]
    await person.say(`/${name}`)
    if (allowed) expect((await person.sees(/./)).text).not.toMatch(unknown)
    else await person.sees(unknown)
  })

  it('answers a command for another role in the very words of one that does not exist', async () => {
    await people.applicant.say('/queue')
    const refused = await people.applicant.sees(unknown)
    await people.applicant.say('/nonsense')
    const missing = await people.applicant.sees(unknown)
    expect({ text: refused.text, markup: refused.reply_markup }).toEqual({ text: missing.text, markup: missing.reply_markup })
  })

  it('refuses the buttons of another role like forged ones', async () => {
    const { text } = await people.applicant.pressData('queue:1')
    expect(text).toBe((await people.applicant.pressData('nonsense')).text)
  })
})

describe('menus and help are made from the table', () => {
  it.each(seats)('the menu of %s', async seat => {
    await people[seat].say('/start')
    const wanted = menuNames(rolesOf[seat]).join()
    await until(async () => (await people[seat].menu()).join() === wanted, { what: `the menu ${wanted}` })
  })

  it.each(seats)('the help of %s names each command, and no other', async seat => {
    await people[seat].say('/help')
    const help = await people[seat].sees('/status')
    const named = [...(help.text ?? '').matchAll(/^\/(\w+)/gm)].map(([, name]) => name as CommandName)
    expect(named).toEqual(menuNames(rolesOf[seat]))
  })

  it('a client in Chinese sees the menu in Chinese', async () => {
    const person = await desk.newcomer()
    expect(await person.menu()).toEqual(menuNames(['applicant']))
  })

  it('a command may name the bot, and begin with a full-width slash', async () => {
    const person = await desk.newcomer()
    await person.say('/help@mianshen_sandbox_bot')
    await person.sees('/status')
    await person.say('／help')
    await person.sees('/status')
  })
})
