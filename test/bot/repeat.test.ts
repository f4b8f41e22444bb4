import type { Update } from '@grammyjs/types'
import { count } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskBot } from '../../bot/bot.ts'
import { audit } from '../../db/schema/audit.ts'
import { cases } from '../../db/schema/cases.ts'
import { people } from '../../db/schema/people.ts'
import { type ChatPerson, dataOf, labelsOf } from '../support/chat.ts'
import { startDesk, type TestDesk } from './desk.ts'

let desk: TestDesk
let bot: DeskBot
beforeAll(async () => {
  desk = await startDesk()
  bot = await desk.startBot({ polls: false })
})
afterAll(() => desk.stop())

/** Takes what the messenger has and returns it, for another delivery. */
async function takePending(): Promise<Update[]> {
  const updates = await desk.updates()
  for (const update of updates) expect(await bot.take(update)).toBe(true)
  return updates
}

async function again(updates: readonly Update[]): Promise<void> {
  for (const update of updates) expect(await bot.take(update)).toBe(true)
}

const entries = async () => (await desk.ctx.db.select({ entries: count() }).from(audit))[0]?.entries

async function atName(): Promise<ChatPerson> {
  const person = await desk.newcomer()
  for (const text of ['/apply', '青禾 手机 8', '6']) {
    await person.say(text)
    await takePending()
  }
  await person.sees('2/9')
  return person
}

describe('G2: an update that is delivered twice has one effect, and the second shows the present state', () => {
  it('an answer', async () => {
    const person = await atName()
    await person.say('林晓雨')
    const delivered = await takePending()
    await person.sees('3/9')
    const before = await entries()
    const said = (await person.messages()).length
    await again(delivered)
    expect(await entries()).toBe(before)
    expect((await person.messages()).slice(said).map(message => message.text?.slice(0, 3))).toEqual(['3/9'])
  })

  it('two deliveries at the same moment', async () => {
    const person = await atName()
    await person.say('林晓雨')
    const [update] = await desk.updates()
    if (!update) throw new Error('no update')
    const other = await desk.startBot({ polls: false })
    await Promise.all([bot.take(update), other.take(update), bot.take(update)])
    const shown = (await person.messages()).filter(message => message.text?.startsWith('3/9'))
    expect(shown).toHaveLength(3)
    expect((await person.messages()).some(message => message.text?.startsWith('4/9'))).toBe(false)
  })

  it('a press', async () => {
    const person = await desk.newcomer()
    await person.say('/apply')
    await takePending()
    const question = await person.sees('1/9')
    const pressed = person.pressData(dataOf(question, '青禾 手机 8'), question.message_id)
    const delivered = await untilPending()
    await again(delivered)
    await pressed
    const before = await entries()
    await again(delivered)
    expect(await entries()).toBe(before)
    expect((await person.messages()).at(-1)?.text).toMatch(/^1\/9 · 选择租期/)
  })

  it('bad input: the answer is given again, and still changes nothing', async () => {
    const person = await atName()
    await person.say('123')
    await again(await takePending())
    const problems = (await person.messages()).filter(message => message.text?.startsWith('姓名里只能有文字'))
    expect(problems.length).toBeGreaterThanOrEqual(1)
    expect((await person.messages()).at(-1)?.text).toMatch(/姓名/)
  })

  it('what only reads is simply done again, so that a lost answer is mended', async () => {
    const person = await desk.newcomer()
    await person.say('/help')
    await again(await takePending())
    expect((await person.messages()).filter(message => message.text?.includes('/status'))).toHaveLength(2)
  })
})

async function untilPending(): Promise<Update[]> {
  for (;;) {
    const updates = await desk.updates()
    if (updates.length > 0) return updates
  }
}

describe('whom the bot answers', () => {
  const from = { id: 77_000_000_001, is_bot: false, first_name: 'X' }
  const group = { id: -1001, type: 'supergroup', title: 'Group' } as const
  const channel = { id: -1002, type: 'channel', title: 'Channel' } as const
  const base = { message_id: 1, date: 1, text: '/start' }

  it.each<[string, object]>([
    ['a group', { message: { ...base, from, chat: group } }],
    ['an anonymous admin', { message: { ...base, from: { ...from, is_bot: true }, sender_chat: group, chat: group } }],
    ['a channel', { channel_post: { ...base, chat: channel } }],
    ['a bot', { message: { ...base, from: { ...from, is_bot: true }, chat: { id: from.id, type: 'private', first_name: 'X' } } }],
    [
      'a press in a group',
      { callback_query: { id: '1', from, chat_instance: '1', data: 'apply', message: { ...base, chat: group } } },
    ],
    ['something of a kind that did not exist yet', { a_new_kind: { from } }],
  ])('nobody in %s, and nothing is kept of them', async (_who, body) => {
    const before = await desk.ctx.db.select({ people: count() }).from(people)
    // guarantee of the test: a body as Telegram's documentation has it
    expect(await bot.take({ update_id: 900_000_001, ...body } as unknown as Update)).toBe(true)
    expect(await desk.ctx.db.select({ people: count() }).from(people)).toEqual(before)
  })

  it('leaves a group that it was put into, and does not stumble when it cannot', async () => {
    const member = { user: { ...from, is_bot: true }, status: 'member' as const }
    const left = { user: { ...from, is_bot: true }, status: 'left' as const }
    const change = { chat: group, from, date: 1, old_chat_member: left, new_chat_member: member }
    expect(await bot.take({ update_id: 900_000_002, my_chat_member: change })).toBe(true)
    expect(desk.logged.some(line => line.text === 'a group could not be left')).toBe(true)
  })
})

describe('faults', () => {
  it('G11: an unknown fault shows a short id, the log has the same id, and neither says anything of the person', async () => {
    const broken = await desk.startBot({ polls: false })
    const person = await desk.newcomer()
    await person.say('我的名字是林晓雨')
    const [update] = await desk.updates()
    if (!update) throw new Error('no update')
    const real = desk.ctx.db.transaction
    desk.ctx.db.transaction = () => Promise.reject(new Error('the disk is full'))
    await broken.take(update)
    desk.ctx.db.transaction = real
    const shown = await person.sees('抱歉，出了点问题')
    const id = /编号 (\w{6})/.exec(shown.text ?? '')?.[1]
    const line = desk.logged.find(line => line.level === 'error')
    expect(line?.fields).toMatchObject({ id, content: 'text', error: { message: 'the disk is full' } })
    expect(JSON.stringify(line)).not.toContain('林晓雨')
    expect(JSON.stringify(line)).not.toContain(String(person.id))
    await broken.take(update)
    await person.sees('这里是面审')
  })

  it('somebody who blocked the bot is no fault', async () => {
    const person = await desk.newcomer()
    await person.say('/apply')
    await person.block(true)
    const before = desk.logged.length
    expect(await takePending()).not.toEqual([])
    expect(desk.logged.slice(before)).toEqual([])
    const [found] = await desk.ctx.db.select().from(cases).limit(1)
    expect(found).toBeDefined()
  })

  it.each(['429', '500', 'cut'] as const)('an answer lost to a %s is given when the update comes again', async kind => {
    const person = await desk.newcomer()
    await person.say('/start')
    const [update] = await desk.updates()
    if (!update) throw new Error('no update')
    await desk.faults([{ kind, method: 'sendMessage', times: 1, seconds: kind === '429' ? 20 : 1 }])
    expect(await bot.take(update)).toBe(false)
    expect(await bot.take(update)).toBe(true)
    expect(labelsOf(await person.sees('这里是面审'))).toContain('开始申请')
  })

  it('a short 429 is waited for', async () => {
    const person = await desk.newcomer()
    await person.say('/start')
    const [update] = await desk.updates()
    if (!update) throw new Error('no update')
    await desk.faults([{ kind: '429', method: 'sendMessage', times: 1, seconds: 1 }])
    expect(await bot.take(update)).toBe(true)
    await person.sees('这里是面审')
  })
})
