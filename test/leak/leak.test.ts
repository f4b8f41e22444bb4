import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createBot } from '../../bot/bot.ts'
import { startPolling } from '../../bot/polling.ts'
import { recordFinding } from '../../core/check/record.ts'
import { addStaff } from '../../core/staff/add.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { openDatabase } from '../../db/client.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { deliverAll } from '../bot/delivering.ts'
import { makePhoto } from '../bot/desk.ts'
import { typed, walkToSummary } from '../bot/filling.ts'
import { quiet, startMessenger, TOKEN } from '../sandbox/messenger.ts'
import { type ChatPerson, openChats } from '../support/chat.ts'
import { createTestDatabase } from '../support/database.ts'
import { createTestDesk, inventNumber, job, newInvited, newReviewed, type TestDesk } from '../support/desk.ts'
import { searchFiles, searchTables } from './dump.ts'
import { createSearch, type Needle } from './find-leaks.ts'

const applications = 100
const byChat = 3

/** Someone with a name, a number, a phone, an address and sentences that nobody else has. */
function invent(index: number) {
  const han = (from: number) => String.fromCodePoint(0x5200 + ((from * 37) % 3000))
  const day = String(1 + (index % 28)).padStart(2, '0')
  return {
    name: `慕容${han(index)}${han(index + 500)}`,
    documentNumber: inventNumber(`198${index % 10}05${day}`, String(200 + index)),
    phone: String(13912340000 + index),
    address: `映月湾${han(index)}街 ${index + 10} 号 揽云阁${han(index + 900)}座`,
    purpose: `给${han(index)}家的民宿拍宣传片 ${index}`,
    usePlan: `每周三在${han(index + 40)}湖边直播 ${index}`,
  }
}

/** What was typed, and the pieces that somebody might keep of it. */
function needlesOf(who: string, said: Record<string, string>): Needle[] {
  return Object.entries(said).flatMap(([field, value]) => {
    const pieces = field === 'address' ? value.split(/\s+/u).filter(piece => Buffer.byteLength(piece) >= 9) : []
    const digits = field === 'phone' ? [value.replace(/\D/g, '')] : []
    const number = field === 'documentNumber' ? [value.slice(0, 14), value.slice(-12)] : []
    return [value, ...pieces, ...digits, ...number].map(value => ({ what: `${field} of ${who}`, value }))
  })
}

const personal = ({ name, documentNumber, phone, address, purpose, usePlan }: Record<string, string>) => ({
  name: name ?? '',
  documentNumber: documentNumber ?? '',
  phone: phone ?? '',
  address: address ?? '',
  purpose: purpose ?? '',
  usePlan: usePlan ?? '',
})

/** Words that belong to no application: talk, wrong answers, names of files, notes of the staff. */
const words = {
  talk: '我叫南宫问天，住在钱塘江边十八号院',
  'wrong name': '南宫问天@微信',
  'another wrong name': '13700137000南宫',
  'edited text': '南宫问天改过的名字',
  'name of a file': '南宫问天的身份证正面.jpg',
  'first name in the messenger': '北堂墨染墨染',
  'last name in the messenger': '东郭听雨听雨',
  'username in the messenger': 'beitang_moran_1987',
  'note of a check': '申请人说话时旁边有第三人提示',
  'note of a verdict': '这位申请人的邻居姓司马青衫',
}

test('G7: after a hundred applications nothing that was typed stands in the database, its files, the pictures or the logs', {
  timeout: 120_000,
}, async () => {
  // the messenger keeps what was said, as Telegram does: on another server, so that this one's very files can be searched
  const messengerDatabase = await createTestDatabase({ migrated: false })
  const messenger = await startMessenger(messengerDatabase.url)
  const chats = await openChats(messenger.origin)
  const dataDir = await mkdtemp(join(tmpdir(), 'mianshen-leak-'))
  const said: string[] = []
  const note = (fields: object, text: string) => void said.push(text, JSON.stringify(fields))
  const server = await startEmbedded({ dataDir, log: { info: note, warn: note, error: note }, durable: false })
  await migrate(server.url)
  const desk = await createTestDesk({ on: { url: server.url, drop: async () => undefined } })
  const inChat = await Promise.all(
    Array.from({ length: byChat }, () =>
      chats.newcomer({
        firstName: words['first name in the messenger'],
        lastName: words['last name in the messenger'],
        username: words['username in the messenger'],
      }),
    ),
  )
  const invented = Array.from({ length: applications - byChat }, (_, index) => invent(index))
  const needles = [
    ...invented.flatMap((person, index) => needlesOf(`applicant ${index}`, person)),
    ...needlesOf('whoever applied in the chat', personal(typed)),
    ...Object.entries(words).map(([what, value]) => ({ what, value })),
    ...inChat.map(({ user }) => ({ what: 'number shared by the contact button', value: user.phone.replace(/\D/g, '').slice(2) })),
  ]
  const search = createSearch(needles)

  const stopBot = await runBot(desk, messenger.apiRoot)
  await desk.addReviewer('审核员甲')
  await Promise.all([
    applyInChat(inChat, await chats.newcomer(), await chats.person(quiet.id)),
    applyByCore(desk, invented.slice(2)),
  ])
  await review(desk, invented.slice(0, 2))
  await stopBot()

  const { tables, found } = await searchTables(desk.database.sql, search)
  expect(tables).toEqual(
    expect.arrayContaining(['public.answers', 'public.audit', 'public.messages', 'public.updates', 'public.findings']),
  )
  expect(tables.filter(table => table.startsWith('sandbox'))).toEqual([])
  expect(found).toEqual([])
  const count = await desk.database.sql<
    { cases: number }[]
  >`select count(*)::int as cases from cases where submitted_at is not null`
  expect(count[0]?.cases).toBe(applications)
  const pictures = await searchFiles(desk.settings.dataDir, search)
  expect(pictures.files).toBeGreaterThanOrEqual(applications)
  const logged = [...said, ...desk.seen.map(fields => JSON.stringify(fields))].join('\n')
  await desk.close()
  await server.stop()
  // tables, indexes, the write-ahead log and the server's own log
  const files = await searchFiles(dataDir, search)
  expect(files.files).toBeGreaterThan(500)
  expect([...pictures.found, ...files.found, ...search.find(Buffer.from(logged), 'the logs')]).toEqual([])

  // that they were typed at all: the messenger has them
  const { sql, close } = openDatabase(messengerDatabase.url)
  const heard = (await searchTables(sql, search)).found.join('\n')
  for (const what of [
    'name of whoever',
    'talk',
    'name of a file',
    'edited text',
    'first name',
    'last name',
    'username',
    'number shared',
  ])
    expect(heard).toContain(what)
  await close()
  await chats.close()
  await messenger.stop()
  await messengerDatabase.drop()
  await rm(dataDir, { recursive: true, force: true })
})

async function runBot(desk: TestDesk, apiRoot: string): Promise<() => Promise<void>> {
  const ctx = desk.ctxFor(job)
  await addStaff(ctx, { telegramId: quiet.id, name: 'Quiet', roles: ['admin'], locale: 'zh-CN' })
  const bot = await createBot({ token: TOKEN, apiRoot, ctx, log: ctx.log, fallbackLocale: 'zh-CN' })
  const polling = startPolling(bot, ctx.log)
  return async () => {
    await deliverAll(ctx, bot.bot.api)
    await polling.stop(5_000)
  }
}

/** The way of ordinary people through the chat, with what goes wrong on it, and an admin who looks for them. */
async function applyInChat(people: readonly ChatPerson[], stranger: ChatPerson, admin: ChatPerson): Promise<void> {
  const [first] = people
  await first?.say('/start')
  await first?.sees('这里是面审')
  await first?.say(words.talk)
  await first?.sees('这里是面审')
  await first?.sendFile(await makePhoto(), { name: words['name of a file'], type: 'image/jpeg' })
  await first?.sees('这里是面审')
  for (const person of people) {
    await walkToSummary(person)
    await person.press('提交申请')
  }
  await answerWrongly(stranger)
  await lookFor(admin)
}

/** A draft whose name question gets everything but a name. */
async function answerWrongly(person: ChatPerson): Promise<void> {
  await person.say('/apply')
  await person.press('青禾 手机 8')
  await person.sees(/租期/)
  await person.press('6 个月')
  await person.sees(/姓名/)
  for (const what of ['wrong name', 'another wrong name'] as const) {
    await person.say(words[what])
    await person.sees(/姓名/)
  }
  const sent = await person.say('?')
  await person.sees(/姓名/)
  await person.edit(sent.message_id, words['edited text'])
  await person.sees('已经发出的消息')
}

async function lookFor(admin: ChatPerson): Promise<void> {
  await admin.say('/start')
  await admin.sees('Quiet')
  for (const query of [typed.name, typed.phone, typed.documentNumber, words.talk]) {
    await admin.say(`/find ${query}`)
    await admin.sees(/M-\w{6}|Nothing was found/)
  }
}

/** The others answer core's questions, four at a time. */
async function applyByCore(desk: TestDesk, people: ReturnType<typeof invent>[]): Promise<void> {
  const waiting = [...people]
  const lines = Array.from({ length: 4 }, async () => {
    for (let person = waiting.pop(); person; person = waiting.pop()) await newInvited(desk, person)
  })
  await Promise.all(lines)
}

/** Two are reviewed, with notes. */
async function review(desk: TestDesk, people: ReturnType<typeof invent>[]): Promise<void> {
  for (const [index, person] of people.entries()) {
    const { reviewer, caseId } = await newReviewed(desk, person)
    await recordFinding(reviewer, {
      caseId,
      check: 'alone',
      result: 'failed',
      reason: 'ENV_NOT_ALONE',
      note: words['note of a check'],
    })
    await decideCase(reviewer, {
      caseId,
      outcome: 'retry',
      reasons: ['ENV_NOT_ALONE'],
      note: words['note of a verdict'],
      idempotencyKey: `leak-${index}-${caseId}`,
    })
  }
}
