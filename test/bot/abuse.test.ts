import type { User } from '@grammyjs/types'
import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskBot } from '../../bot/bot.ts'
import { audit } from '../../db/schema/audit.ts'
import { bookings } from '../../db/schema/bookings.ts'
import { answers, cases } from '../../db/schema/cases.ts'
import { people } from '../../db/schema/people.ts'
import { type ChatPerson, labelsOf } from '../support/chat.ts'
import { booked } from './booked.ts'
import { adminId, makePhoto, otherId, otherSide, startDesk, type TestDesk } from './desk.ts'
import { fillToSummary, fillUntil } from './filling.ts'
import { deliver, pollOnce } from './intakes.ts'

let desk: TestDesk
let bot: DeskBot
let nextUpdate = 700_000
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
  bot = await desk.startBot({ polls: false })
  const admin = await desk.person(adminId)
  await admin.say('/start')
  await admin.sees('Hello, Quiet')
})
afterAll(() => desk.stop())

/** What the bot says meanwhile to a person. */
async function saidDuring(person: ChatPerson, act: () => Promise<unknown>): Promise<string[]> {
  const before = (await person.messages()).length
  await act()
  return (await person.messages()).slice(before).flatMap(({ from, text }) => (from?.id === person.id ? [] : [text ?? '']))
}

/** An application whose question for the name stands open. */
async function atName(): Promise<ChatPerson> {
  const person = await desk.newcomer()
  for (const [text, shown] of [
    ['/apply', '1/9'],
    ['青禾 手机 8', '1/9 · 选择租期'],
    ['6', '2/9'],
  ] as const) {
    await person.say(text)
    await person.sees(shown)
  }
  return person
}

const userOf = ({ user }: ChatPerson): User => ({ id: user.id, is_bot: false, first_name: 'A', language_code: user.languageCode })
const privateChat = ({ id }: ChatPerson) => ({ id, type: 'private', first_name: 'A' })
const group = { id: -1001, type: 'supergroup', title: 'G' }
const channel = { id: -1002, type: 'channel', title: 'C' }
const someBot = { id: 777, is_bot: true, first_name: 'B', username: 'b_bot' }
const date = 1_764_000_000
const said = (person: ChatPerson, more: object) => ({
  message: { message_id: 9000, date, chat: privateChat(person), from: userOf(person), ...more },
})
const name = '林晓雨'
const other = { id: 1, is_bot: false, first_name: 'X' }
const fromOther = { forward_origin: { type: 'user', date, sender_user: other } }

type Build = (person: ChatPerson) => object
const silent: [string, Build][] = [
  ['a group', p => ({ message: { message_id: 1, date, chat: { ...group, type: 'group' }, from: userOf(p), text: name } })],
  ['a supergroup', p => ({ message: { message_id: 1, date, chat: group, from: userOf(p), text: '/apply' } })],
  [
    'an anonymous admin',
    () => ({
      message: { message_id: 1, date, chat: group, from: someBot, sender_chat: group, text: '/apply@mianshen_test_bot' },
    }),
  ],
  ['a post of a channel', () => ({ channel_post: { message_id: 1, date, chat: channel, sender_chat: channel, text: name } })],
  ['an edited post of a channel', () => ({ edited_channel_post: { message_id: 1, date, chat: channel, text: name } })],
  ['another bot', p => ({ message: { message_id: 1, date, chat: privateChat(p), from: someBot, text: name } })],
  [
    'a press in a group',
    p => ({
      callback_query: {
        id: '1',
        from: userOf(p),
        chat_instance: '1',
        data: 'apply',
        message: { message_id: 1, date, chat: group },
      },
    }),
  ],
  ['an inline query', p => ({ inline_query: { id: '1', from: userOf(p), query: name, offset: '' } })],
  ['a chosen inline result', p => ({ chosen_inline_result: { result_id: '1', from: userOf(p), query: name } })],
  [
    'a business connection',
    p => ({ business_connection: { id: '1', user: userOf(p), user_chat_id: p.id, date, is_enabled: true } }),
  ],
  ['a business message', p => ({ business_message: { message_id: 1, date, chat: privateChat(p), from: userOf(p), text: name } })],
  [
    'a reaction',
    p => ({
      message_reaction: {
        chat: privateChat(p),
        message_id: 1,
        user: userOf(p),
        date,
        old_reaction: [],
        new_reaction: [{ type: 'emoji', emoji: '👍' }],
      },
    }),
  ],
  ['a boost', () => ({ chat_boost: { chat: channel, boost: {} } })],
  ['a request to join', p => ({ chat_join_request: { chat: group, from: userOf(p), user_chat_id: p.id, date } })],
  [
    'the bot blocked by the person',
    p => ({
      my_chat_member: {
        chat: privateChat(p),
        from: userOf(p),
        date,
        old_chat_member: { user: someBot, status: 'member' },
        new_chat_member: { user: someBot, status: 'kicked', until_date: 0 },
      },
    }),
  ],
  ['a kind that is yet to come', p => ({ holographic_wave: { from: userOf(p), chat: privateChat(p) } })],
  ['nothing at all', () => ({})],
  ['a message without a chat', p => ({ message: { message_id: 1, date, from: userOf(p), text: name } })],
  ['a membership without its parts', () => ({ my_chat_member: { chat: group } })],
  ['a pinned message', p => said(p, { pinned_message: { message_id: 2, date, chat: privateChat(p), text: name } })],
  ['an auto-delete timer', p => said(p, { message_auto_delete_timer_changed: { message_auto_delete_time: 86400 } })],
  ['a person that was shared', p => said(p, { users_shared: { request_id: 1, users: [{ user_id: 1 }] } })],
  ['a chat that was shared', p => said(p, { chat_shared: { request_id: 1, chat_id: -1001 } })],
  ['data of a web app', p => said(p, { web_app_data: { data: name, button_text: 'x' } })],
  ['leave to write', p => said(p, { write_access_allowed: {} })],
  [
    'a place that is shared live',
    p => ({
      edited_message: {
        message_id: 1,
        date,
        edit_date: date,
        chat: privateChat(p),
        from: userOf(p),
        location: { latitude: 1, longitude: 2, live_period: 900 },
      },
    }),
  ],
]

const answered: [string, RegExp, Build][] = [
  ['a forwarded text', /转发的内容不能当作回答/, p => said(p, { text: name, ...fromOther })],
  [
    'a forward of somebody hidden',
    /转发的内容/,
    p => said(p, { text: name, forward_origin: { type: 'hidden_user', date, sender_user_name: 'X' } }),
  ],
  [
    'a forward from a channel',
    /转发的内容/,
    p => said(p, { text: name, forward_origin: { type: 'channel', date, chat: channel, message_id: 1 } }),
  ],
  ['a forwarded command', /转发的内容/, p => said(p, { text: '/cancel', ...fromOther })],
  [
    'a forwarded photo',
    /转发的内容/,
    p => said(p, { photo: [{ file_id: 'x', file_unique_id: 'x', width: 1, height: 1 }], ...fromOther }),
  ],
  ['a text through another bot', /转发的内容/, p => said(p, { text: name, via_bot: someBot })],
  [
    'an edited message',
    /已经发出的消息/,
    p => ({ edited_message: { message_id: 1, date, edit_date: date, chat: privateChat(p), from: userOf(p), text: name } }),
  ],
  ['a poll', /请用文字回答/, p => said(p, { poll: { id: '1', question: name, options: [] } })],
  ['a die', /请用文字回答/, p => said(p, { dice: { emoji: '🎲', value: 3 } })],
  ['a story', /请用文字回答/, p => said(p, { story: { id: 1, chat: channel } })],
  ['a video', /请用文字回答/, p => said(p, { video: { file_id: 'x', file_unique_id: 'x', width: 1, height: 1, duration: 1 } })],
  ['a message of a kind yet to come', /请用文字回答/, p => said(p, { hologram: { depth: 3 } })],
]

describe('the bot answers a person’s own words in a private chat, and nothing else', () => {
  it.each(['webhook', 'polling'] as const)('by %s: what is not said to it gets no answer and changes nothing', async intake => {
    const person = await atName()
    const updates = silent.map(([, build]) => ({ update_id: nextUpdate++, ...build(person) }))
    const heard = await saidDuring(person, async () => {
      if (intake === 'polling') return pollOnce(bot, updates, desk.ctx.log)
      for (const [index, update] of updates.entries())
        expect([silent[index]?.[0], await deliver(bot, update)]).toEqual([silent[index]?.[0], 200])
    })
    expect(heard).toEqual([])
    expect(await openAnswers(person)).toEqual(['device', 'term'])
  })

  it.each(['webhook', 'polling'] as const)(
    'G11, by %s: what cannot be an answer is told so, once, and the question stays open',
    async intake => {
      const person = await atName()
      for (const [what, words, build] of answered) {
        const update = { update_id: nextUpdate++, ...build(person) }
        const heard = await saidDuring(person, () =>
          intake === 'polling' ? pollOnce(bot, [update], desk.ctx.log) : deliver(bot, update),
        )
        expect([what, heard]).toEqual([what, [expect.stringMatching(words)]])
      }
      expect(await openAnswers(person)).toEqual(['device', 'term'])
      await person.say(name)
      await person.sees('3/9')
    },
  )

  it.each<[string, (person: ChatPerson) => Promise<unknown>, RegExp]>([
    ['where a button is asked for', person => fillUntil(desk, person, 'term'), /请点下面的按钮/],
    ['where a photo is asked for', person => fillUntil(desk, person, 'cardPhotoBack'), /请拍下证件的另一面/],
    ['at a consent', atConsent, /请先看完下面的说明/],
    ['at the summary', person => fillToSummary(desk, person), /请核对上面的内容/],
  ])('G11: %s, what is sent instead is told what is right, once, and nothing changes', async (_where, go, right) => {
    const person = await desk.newcomer()
    await go(person)
    const before = await openAnswers(person)
    const kinds = /^(?:a forwarded text|a forwarded photo|a text through|an edited|a poll|a die|a video)/
    for (const [what, words, build] of answered.filter(([what]) => kinds.test(what))) {
      const heard = await saidDuring(person, () => deliver(bot, { update_id: nextUpdate++, ...build(person) }))
      const isNoted = !words.source.includes('请用文字')
      expect([what, heard]).toEqual([what, [expect.stringMatching(isNoted ? words : right)]])
    }
    for (const send of [person.sendSticker, person.sendVoice, person.sendLocation, () => person.shareContact(otherId)]) {
      await send()
      await person.sees(right)
    }
    expect(await openAnswers(person)).toEqual(before)
  })

  it('what people forward from their own notes is theirs', async () => {
    const person = await atName()
    const own = { forward_origin: { type: 'user', date, sender_user: userOf(person) } }
    expect(
      await saidDuring(person, () => deliver(bot, { update_id: nextUpdate++, ...said(person, { text: name, ...own }) })),
    ).toEqual([expect.stringContaining('3/9')])
  })

  it('an admin’s forwarded contact still offers the roles', async () => {
    const admin = await desk.person(adminId)
    const contact = { phone_number: '8613800138000', first_name: 'New', user_id: 4242 }
    await bot.take({ update_id: nextUpdate++, ...said(admin, { contact, ...fromOther }) } as never)
    await admin.sees('Put New on the team?')
  })

  it('an admin’s choice without a name asks for it; a forward says how a person is added; what another button asked for is let go', async () => {
    const admin = await desk.person(adminId)
    const take = async (parts: object) => bot.take({ update_id: nextUpdate++, ...said(admin, parts) } as never)
    const shared = (request_id: number) => ({ users_shared: { request_id, users: [{ user_id: 4243 }] } })
    expect(await saidDuring(admin, () => take(shared(1)))).toEqual([expect.stringContaining('/staff add 4243 reviewer')])
    expect(await saidDuring(admin, () => take(shared(2)))).toEqual([])
    expect(await saidDuring(admin, () => take({ text: name, ...fromOther }))).toEqual([
      expect.stringContaining('choose the person below or send their contact'),
    ])
  })

  it('leaves a group that it is put into', async () => {
    const left: unknown[] = []
    const { api } = bot.bot
    const leave = api.leaveChat
    api.leaveChat = async chat => {
      left.push(chat)
      return true
    }
    const joined = {
      chat: group,
      from: other,
      date,
      old_chat_member: { user: someBot, status: 'left' },
      new_chat_member: { user: someBot, status: 'member' },
    }
    await deliver(bot, { update_id: nextUpdate++, my_chat_member: joined })
    api.leaveChat = leave
    expect(left).toEqual([group.id])
  })
})

async function atConsent(person: ChatPerson): Promise<void> {
  await fillUntil(desk, person, 'note')
  await person.press('跳过')
  await person.sees('同意')
}

async function openAnswers(person: ChatPerson): Promise<string[]> {
  const rows = await desk.ctx.db
    .select({ field: answers.field })
    .from(answers)
    .innerJoin(cases, eq(cases.id, answers.caseId))
    .innerJoin(people, eq(people.id, cases.personId))
    .where(eq(people.telegramId, person.id))
  return rows.map(({ field }) => field).sort()
}

describe('floods', () => {
  it('far too many messages are answered once, then not at all, until the minute has passed; presses still are', async () => {
    const { person, card } = await booked(desk)
    const most = desk.ctx.policy.messagesPerMinute
    const flood = await saidDuring(person, async () => {
      for (let sent = 0; sent < most + 20; sent++)
        await deliver(bot, { update_id: nextUpdate++, ...said(person, { text: `hello ${sent}` }) })
    })
    expect(flood.length).toBeGreaterThan(most / 2)
    expect(flood.filter(text => text.includes('消息发得太快了'))).toHaveLength(1)
    expect(flood.at(-1)).toContain('消息发得太快了')
    const other = await desk.startBot({ polls: false })
    expect(
      await saidDuring(person, () => deliver(other, { update_id: nextUpdate++, ...said(person, { text: '/status' }) })),
    ).toEqual([])
    // a booked time's button is not lost
    const label = labelsOf((await person.messages()).find(({ message_id }) => message_id === card.message_id) ?? card)
    expect(label).toContain('改时间')
    await person.press('改时间')
    await desk.ctx.db
      .update(people)
      .set({ flowFrom: sql`clock_timestamp() - interval '61 seconds'` })
      .where(eq(people.telegramId, person.id))
    await person.say('/help')
    await person.sees('/status')
  })

  it('an album answers once for each side of the card, by its first fitting pictures', async () => {
    const person = await desk.newcomer()
    await person.say('/start')
    await person.sees('这里是面审')
    const picture = await person.sendPhoto(await makePhoto())
    await person.sees('这里是面审')
    const { photo: back } = await person.sendPhoto(await makePhoto(otherSide))
    await person.sees('这里是面审')
    await fillUntil(desk, person, 'cardPhoto')
    const album = (more: object = {}) => ({ update_id: nextUpdate++, message: { ...picture, media_group_id: '77', ...more } })
    const heard = await saidDuring(person, async () => {
      await pollOnce(
        bot,
        [
          album({ photo: [{ file_id: 'none', file_unique_id: 'n', width: 1, height: 1 }] }),
          album(),
          album(),
          album({ photo: back }),
          album(),
        ],
        desk.ctx.log,
      )
    })
    expect(heard).toEqual([expect.stringMatching(/照片没有传完/), expect.stringMatching(/国徽面|反面|背面/), expect.anything()])
    expect(await openAnswers(person)).toContain('cardPhoto')
    expect(await saidDuring(person, () => deliver(bot, album()))).toEqual([])
    expect(await saidDuring(person, () => deliver(bot, album({ media_group_id: '78' })))).toHaveLength(1)
  })
})

describe('the block list', () => {
  const blockAudit = async () =>
    (await desk.ctx.db.select().from(audit).where(eq(audit.chain, 'desk')).orderBy(audit.number)).filter(({ action }) =>
      action.startsWith('person.'),
    )

  it('/block names the effects, cancels a running booking, answers once, and /unblock restores', async () => {
    const admin = await desk.person(adminId)
    const { person, code } = await booked(desk)
    await admin.say(`/block ${code}`)
    const ask = await admin.sees(`Block ${person.id}?`)
    expect(ask.text).toMatch(/The booking of M-\w{6} at .* is cancelled/)
    expect(labelsOf(ask)).toEqual(['Flooding', 'Abuse', 'Suspected fraud', 'Another reason'])
    expect((await admin.press('Suspected fraud')).text).toBe('✓ Blocked')
    await admin.sees(`${person.id} is blocked, reason: Suspected fraud`)
    const found = await desk.ctx.db.query.cases.findFirst({ where: eq(cases.code, code) })
    expect(found).toMatchObject({ state: 'invited', hold: 'blocked' })
    expect(
      await desk.ctx.db
        .select()
        .from(bookings)
        .where(and(eq(bookings.caseId, found?.id ?? ''), eq(bookings.status, 'active'))),
    ).toEqual([])
    expect((await blockAudit()).map(({ action, body }) => [action, JSON.parse(body).data.reason])).toEqual([
      ['person.blocked', 'fraud'],
    ])

    await desk.deliver()
    const heard = await saidDuring(person, async () => {
      for (const text of ['/status', '/apply', 'hello'])
        await deliver(bot, { update_id: nextUpdate++, ...said(person, { text }) })
    })
    expect(heard).toEqual([expect.stringContaining('暂时不能为您办理申请')])
    await person.say('/delete')
    await person.sees(/删除|资料/)

    await admin.say(`/unblock ${person.id}`)
    expect((await admin.sees(`Unblock ${person.id}?`)).text).toContain('reason: Suspected fraud')
    await admin.press('Unblock')
    await admin.sees('is unblocked')
    expect(await desk.ctx.db.query.cases.findFirst({ where: eq(cases.code, code) })).toMatchObject({
      state: 'invited',
      hold: null,
    })
    expect((await blockAudit()).at(-1)?.action).toBe('person.unblocked')
    await desk.deliver()
    expect(labelsOf((await person.messages()).at(-1) ?? (await admin.sees('never'))).length).toBeGreaterThan(1)
    await person.say('/help')
    await person.sees('/status')
  })

  it.each([
    ['nothing', '/block', 'Please add the application'],
    ['a code that there is not', '/block M-222222', 'There is no application with this code'],
    ['a name', '/block 张三', 'Please add the application'],
    ['a member of the team', `/block ${adminId}`, 'member of the team'],
    ['somebody who is not blocked', '/unblock 123456', '123456 is not blocked'],
    ['somebody who never wrote', '/block 987654321', 'Block 987654321?'],
  ])('G11: /block and /unblock say what is wrong with %s', async (_what, text, words) => {
    const admin = await desk.person(adminId)
    await admin.say(text)
    await admin.sees(words)
  })

  it('is nobody’s but an admin’s, by command and by press', async () => {
    const person = await desk.newcomer()
    await person.say('/block 123456')
    await person.sees('没有这个命令')
    expect((await person.pressData(`block:${adminId}:spam`)).text).toContain('不能用了')
  })
})
