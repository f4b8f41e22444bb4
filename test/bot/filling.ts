import { eq } from 'drizzle-orm'
import { recordConsent } from '../../bot/consents.ts'
import { answerQuestion } from '../../core/application/answer.ts'
import { attachPhoto } from '../../core/application/attach-photo.ts'
import { cleanPhoto } from '../../core/application/clean-photo.ts'
import { checkCharacter } from '../../core/application/document-number.ts'
import { consentKinds } from '../../core/application/steps.ts'
import type { Case } from '../../core/case/load.ts'
import { startApplication } from '../../core/case/start.ts'
import { submitApplication } from '../../core/case/submit.ts'
import type { Ctx } from '../../core/context.ts'
import { people } from '../../db/schema.ts'
import type { ChatPerson } from '../support/chat.ts'
import { until as waitUntil } from '../support/wait.ts'
import { makePhoto, type TestDesk } from './desk.ts'

/** A number of an adult in a region that was never given out. */
export const validNumber = `11999919920815373${checkCharacter('11999919920815373')}`

export const stations = [
  'device',
  'term',
  'name',
  'documentNumber',
  'phone',
  'address',
  'purpose',
  'usePlan',
  'cardPhoto',
] as const
export type Station = (typeof stations)[number]

/** The answers of an ordinary applicant, as typed. */
const typed: Record<Exclude<Station, 'cardPhoto'>, string> = {
  device: 'phone-pro',
  term: '12',
  name: '欧阳晓雨',
  documentNumber: validNumber,
  phone: '138 0013 8000',
  address: '浙江省杭州市西湖区文三路 100 号 2 幢 301 室',
  purpose: '考研上网课，整理笔记',
  usePlan: '我自己用，工作日带去公司',
}

/** The same by the chat itself; each waits for the next question. */
export async function walkToSummary(person: ChatPerson): Promise<void> {
  await person.say('/apply')
  await person.sees('1/9')
  await person.press('青禾 手机 12 Pro')
  await person.sees('2/9')
  await person.press('12 个月')
  await person.sees('3/9')
  await person.say(typed.name)
  await person.sees('4/9')
  await person.say(typed.documentNumber)
  await person.sees('5/9')
  await person.shareContact()
  await person.sees('6/9')
  await person.say(typed.address)
  await person.sees('7/9')
  await person.say(typed.purpose)
  await person.sees('8/9')
  await person.say(typed.usePlan)
  await person.sees('9/9')
  await person.sendPhoto(await makePhoto())
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
  await person.sees(`${stations.indexOf(until) + 1}/9`)
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
  const personId = await meet(desk, person)
  const ctx: Ctx = { ...desk.ctx, actor: { kind: 'applicant', personId } }
  const { id: caseId } = (await startApplication(ctx, { personId })).found
  for (const field of fields) {
    if (field === 'cardPhoto') await attachPhoto(ctx, { caseId, photo: await cleanPhoto(await makePhoto()) })
    else await answerQuestion(ctx, { caseId, field, text: typed[field] })
  }
  return { ctx, caseId }
}

/** The person's row, made by a first word to the bot. */
async function meet({ ctx }: TestDesk, person: ChatPerson): Promise<string> {
  await person.say('/start')
  await person.sees(/这里是面审|this is Mianshen/)
  const find = () => ctx.db.query.people.findFirst({ where: eq(people.telegramId, person.id) })
  return (await waitUntil(find, { what: 'the person to be known' })).id
}
