import { randomInt } from 'node:crypto'
import type { NewUser } from '../contract.ts'
import type { Person } from '../store/people.ts'

const NAMES = {
  zh: [
    ['小雨', '林'],
    ['思远', '陈'],
    ['佳宁', '王'],
    ['子涵', '赵'],
    ['晓彤', '周'],
    ['浩然', '吴'],
  ],
  en: [
    ['Emma', 'Clarke'],
    ['Daniel', 'Reed'],
    ['Sofia', 'Marin'],
    ['Oliver', 'Grant'],
    ['Maya', 'Patel'],
    ['Lucas', 'Weber'],
  ],
}

/** A person whom the messenger has not seen before; what is not said is made up. */
export function makeNewcomer(
  { seat = 'applicant', firstName, lastName, username, languageCode = 'zh-hans' }: NewUser,
  isTaken: (id: number) => boolean,
): Person {
  const chinese = languageCode.startsWith('zh')
  const names = chinese ? NAMES.zh : NAMES.en
  const [first = '', last = ''] = names[randomInt(names.length)] ?? []
  let id = freshId()
  while (isTaken(id)) id = freshId()
  return {
    id,
    seat,
    firstName: firstName ?? first,
    ...(lastName !== undefined ? { lastName } : firstName === undefined ? { lastName: last } : {}),
    ...(username === undefined ? {} : { username }),
    languageCode,
    phone: chinese ? `861${randomInt(3, 10)}${digits(9)}` : `44770090${digits(4)}`,
    started: false,
    blocked: false,
  }
}

/** Above 32 bits, as Telegram's newer ids are. */
const freshId = () => randomInt(6_000_000_000, 8_000_000_000)
const digits = (count: number) => String(randomInt(10 ** count)).padStart(count, '0')
