import { checkCharacter } from '../../core/application/document-number.ts'
import type { ChatPerson } from '../support/chat.ts'
import { makePhoto } from './desk.ts'

/** A number of an adult in a region that was never given out. */
export const validNumber = `11999919920815373${checkCharacter('11999919920815373')}`

/** The answers of an ordinary applicant, question by question; each waits for the next question. */
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

const answers: Record<Station, (person: ChatPerson) => Promise<unknown>> = {
  device: person => person.press('青禾 手机 12 Pro'),
  term: person => person.press('12 个月'),
  name: person => person.say('欧阳晓雨'),
  documentNumber: person => person.say(validNumber),
  phone: person => person.shareContact(),
  address: person => person.say('浙江省杭州市西湖区文三路 100 号 2 幢 301 室'),
  purpose: person => person.say('考研上网课，整理笔记'),
  usePlan: person => person.say('我自己用，工作日带去公司'),
  cardPhoto: async person => person.sendPhoto(await makePhoto()),
}

/** From nothing to the question `until`, which then stands open. */
export async function fillUntil(person: ChatPerson, until: Station): Promise<void> {
  await person.say('/apply')
  await person.sees('1/9')
  for (const [index, station] of stations.slice(0, stations.indexOf(until)).entries()) {
    await answers[station](person)
    await person.sees(`${index + 2}/9`)
  }
}

/** Everything answered and agreed to; the summary stands open. */
export async function fillToSummary(person: ChatPerson): Promise<void> {
  await fillUntil(person, 'cardPhoto')
  await answers.cardPhoto(person)
  await person.sees('同意处理您的申请资料')
  await person.press('同意')
  await person.sees('同意人脸比对')
  await person.press('不同意')
  await person.sees('同意录制视频审核')
  await person.press('同意')
  await person.sees('请核对您的申请')
}

export async function fillAndSubmit(person: ChatPerson): Promise<void> {
  await fillToSummary(person)
  await person.press('提交申请')
  await person.sees('申请已提交')
}
