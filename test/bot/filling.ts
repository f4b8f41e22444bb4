import { and, eq, getTableColumns } from 'drizzle-orm'
import { recordConsent } from '../../bot/consents.ts'
import { answerQuestion, skipQuestion } from '../../core/application/answer.ts'
import { readApplication } from '../../core/application/answers.ts'
import { attachPhoto } from '../../core/application/attach-photo.ts'
import { cleanPhoto } from '../../core/application/clean-photo.ts'
import { checkCharacter } from '../../core/application/document-number.ts'
import { consentKinds } from '../../core/application/steps.ts'
import { type Case, readCase } from '../../core/case/load.ts'
import { startApplication } from '../../core/case/start.ts'
import { submitApplication } from '../../core/case/submit.ts'
import type { Ctx } from '../../core/context.ts'
import { cases } from '../../db/schema/cases.ts'
import { people } from '../../db/schema/people.ts'
import type { ChatPerson } from '../support/chat.ts'
import { until as waitUntil } from '../support/wait.ts'
import { makePhoto, otherSide, type TestDesk } from './desk.ts'

/** A number of an adult in a region that was never given out. */
export const validNumber = `11999919920815373${checkCharacter('11999919920815373')}`

/** Another, whose check character is an X. */
export const validNumberWithX = withX()

function withX(): string {
  const orders = Array.from({ length: 900 }, (_, index) => `11999919920815${100 + index}`)
  const first = orders.find(first17 => checkCharacter(first17) === 'X') ?? ''
  return `${first}X`
}

/** The steps that an ordinary applicant is asked, in order, with the mark of their question. */
const marks = {
  device: '1/9',
  term: '1/9',
  name: '2/9',
  document: '3/9',
  documentNumber: '3/9',
  phone: '4/9',
  province: '5/9',
  city: '5/9',
  district: '5/9',
  address: '5/9',
  occupation: '6/9',
  purpose: '7/9',
  deviceUser: '7/9',
  usePlan: '7/9',
  otherRentals: '8/9',
  cardPhoto: '9/9',
  cardPhotoBack: '9/9',
  note: '选填',
} as const
export type Station = keyof typeof marks
export const stations = Object.keys(marks) as Station[]

/** What stands at the head of a question, in either language. */
export const markOf = (station: Station): RegExp => (station === 'note' ? /选填|Optional/ : new RegExp(`^${marks[station]} · `))

/** The answers of an ordinary applicant, as typed. */
export const typed: Record<Exclude<Station, 'cardPhoto' | 'cardPhotoBack' | 'note'>, string> = {
  device: 'phone-pro',
  term: '12',
  name: '欧阳晓雨',
  document: 'resident-id',
  documentNumber: validNumber,
  phone: '138 0013 8000',
  province: '330000',
  city: '330100',
  district: '330106',
  address: '文三路 100 号 2 幢 301 室',
  occupation: 'employee',
  purpose: '考研上网课，整理笔记',
  deviceUser: 'self',
  usePlan: '工作日带去公司，周末在家剪视频',
  otherRentals: 'none',
}

/** The same by the chat itself; each waits for the next question. */
export async function walkToSummary(person: ChatPerson): Promise<void> {
  await person.say('/apply')
  await person.sees('1/9')
  await person.press('青禾 手机 12 Pro')
  await person.sees('选择租期')
  await person.press('12 个月')
  await person.sees('2/9')
  await person.say(typed.name)
  await person.sees('3/9')
  await person.press('居民身份证')
  await person.sees('请输入 18 位身份证号')
  await person.say(typed.documentNumber)
  await person.sees('4/9')
  await person.shareContact()
  await person.sees(/手机号：[\d+ -]+ ✓/)
  await person.sees('5/9')
  await person.say('浙江省杭州市西湖区文三路 100 号 2 幢 301 室')
  await person.sees('6/9')
  await person.press('上班族')
  await person.sees('7/9')
  await person.say(typed.purpose)
  await person.sees('由谁来用')
  await person.press('我自己')
  await person.sees('使用计划')
  await person.say(typed.usePlan)
  await person.sees('8/9')
  await person.press('没有')
  await person.sees('人像面')
  await person.sendPhoto(await makePhoto())
  await person.sees('国徽面')
  await person.sendPhoto(await makePhoto(otherSide))
  await person.sees('补充说明')
  await person.press('跳过')
  await person.sees('同意处理您的申请资料')
  await person.press('同意')
  await person.sees('同意人脸比对')
  await person.press('不同意')
  await person.sees('同意录制视频审核')
  await person.press('同意')
  await person.sees('请核对您的申请')
}

/** From nothing to the question `until`, which then stands open in the chat. The answers before it are given to core itself. */
export async function fillUntil(desk: TestDesk, person: ChatPerson, until: Station): Promise<void> {
  await fill(desk, person, stations.slice(0, stations.indexOf(until)))
  await person.say('/status')
  await person.sees(markOf(until))
}

/** To any step of the form, also one that only some are asked: `said` are the answers that lead there. Nothing is asked in the chat. */
export async function fillTo(desk: TestDesk, person: ChatPerson, field: string, said: Readonly<Record<string, string>> = {}) {
  const { ctx, caseId } = await begin(desk, person)
  const earlier = (await person.messages()).find(({ from }) => from?.id === person.id)?.message_id ?? 0
  for (let open = await openField(ctx, caseId); open !== field; open = await openField(ctx, caseId)) {
    const text = said[open] ?? (typed as Partial<Record<string, string>>)[open]
    if (text !== undefined) await answerQuestion(ctx, { caseId, field: open, text })
    else await attachPhoto(ctx, { caseId, photo: await photoOf(open) })
  }
  return { ctx, caseId, earlier }
}

/** The rest of an application that has begun, up to the summary, which then stands open in the chat. */
export async function fillRest(desk: TestDesk, person: ChatPerson): Promise<Case> {
  const [found] = await desk.ctx.db
    .select(getTableColumns(cases))
    .from(cases)
    .innerJoin(people, eq(people.id, cases.personId))
    .where(and(eq(people.telegramId, person.id), eq(cases.state, 'draft')))
  if (!found) throw new Error('this person has no draft')
  const ctx: Ctx = { ...desk.ctx, actor: { kind: 'applicant', personId: found.personId } }
  for (;;) {
    const { position } = await readApplication(ctx, found)
    if (position.at === 'summary') break
    if (position.at === 'consent') {
      await recordConsent(ctx, { caseId: found.id, kind: position.consent, given: true, locale: 'zh-CN' })
      continue
    }
    const { field } = position.step
    const text = (typed as Partial<Record<string, string>>)[field]
    if (position.step.kind === 'photo') await attachPhoto(ctx, { caseId: found.id, photo: await photoOf(field) })
    else if (position.question.optional) await skipQuestion(ctx, { caseId: found.id, field })
    else await answerQuestion(ctx, { caseId: found.id, field, text: text ?? '' })
  }
  await person.say('/status')
  await person.sees(/请核对您的申请|check your application/)
  return found
}

const photoOf = async (field: string) => cleanPhoto(await makePhoto(field === 'cardPhotoBack' ? otherSide : {}))

async function openField(ctx: Ctx, caseId: string): Promise<string> {
  const { position } = await readApplication(ctx, await readCase(ctx, { id: caseId }))
  if (position.at !== 'question') throw new Error('the form has no such question')
  return position.step.field
}

/** Everything answered and agreed to; the summary stands open in the chat. */
export async function fillToSummary(desk: TestDesk, person: ChatPerson): Promise<void> {
  await fillAll(desk, person)
  await person.say('/status')
  await person.sees(/请核对您的申请|check your application/)
}

/** Handed in: the card waits in the outbox. */
export async function fillAndSubmit(desk: TestDesk, person: ChatPerson): Promise<Case> {
  const { ctx, caseId } = await fillAll(desk, person)
  return submitApplication(ctx, { caseId })
}

async function fillAll(desk: TestDesk, person: ChatPerson): Promise<{ ctx: Ctx; caseId: string }> {
  const filled = await fill(desk, person, stations)
  for (const kind of consentKinds) await recordConsent(filled.ctx, { caseId: filled.caseId, kind, given: true, locale: 'zh-CN' })
  return filled
}

async function fill(desk: TestDesk, person: ChatPerson, fields: readonly Station[]): Promise<{ ctx: Ctx; caseId: string }> {
  const { ctx, caseId } = await begin(desk, person)
  for (const field of fields) {
    if (field === 'note') await skipQuestion(ctx, { caseId, field })
    else if (field === 'cardPhoto' || field === 'cardPhotoBack') await attachPhoto(ctx, { caseId, photo: await photoOf(field) })
    else await answerQuestion(ctx, { caseId, field, text: typed[field] })
  }
  return { ctx, caseId }
}

async function begin(desk: TestDesk, person: ChatPerson): Promise<{ ctx: Ctx; caseId: string }> {
  const personId = await meet(desk, person)
  const ctx: Ctx = { ...desk.ctx, actor: { kind: 'applicant', personId } }
  return { ctx, caseId: (await startApplication(ctx, { personId })).found.id }
}

/** The person's row, made by a first word to the bot. */
async function meet({ ctx }: TestDesk, person: ChatPerson): Promise<string> {
  await person.say('/start')
  await person.sees(/这里是面审|this is Mianshen/)
  const find = () => ctx.db.query.people.findFirst({ where: eq(people.telegramId, person.id) })
  return (await waitUntil(find, { what: 'the person to be known' })).id
}
