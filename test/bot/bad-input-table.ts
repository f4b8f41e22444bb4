import type { ChatPerson } from '../support/chat.ts'
import { makePhoto, otherId } from './desk.ts'
import { validNumberWithX } from './filling.ts'

/** What comes of an input: a sentence of refusal, or the value that is kept. */
export type Outcome = RegExp | { keeps: string }
type Input = (typeof inputs)[number]
type Expected = Record<Input, Outcome>

export const inputs = [
  'nothing but invisible marks',
  'spaces',
  'full-width digits',
  'a small x',
  'right-to-left marks',
  'zero-width characters',
  'emoji',
  'SQL',
  'HTML',
  '4,096 characters',
  'a photo',
  'a location',
  "somebody else's contact",
  'a sticker',
  'a voice message',
  'an edit of an earlier answer',
] as const

const sql = "'; DROP TABLE answers; --"
const html = '<b>x</b><script>alert(1)</script>'
const wide = (text: string) =>
  [...text].map(sign => (/[0-9A-Za-z]/.test(sign) ? String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0) : sign)).join('')

/** Does it in the chat. `right`: a right answer to the question, for what should be read in spite of its dress. */
export async function act(person: ChatPerson, input: Input, right: string, earlier: number): Promise<void> {
  const texts: Partial<Record<Input, string>> = {
    'nothing but invisible marks': '\u2060\u200f\u2060',
    // the messenger itself lets no plain spaces through; these look like some
    spaces: '\u3164 \u3000\u2800',
    'full-width digits': wide(right),
    'a small x': right === validNumberWithX ? right.toLowerCase() : 'x',
    'right-to-left marks': `\u200f\u202b${right}\u202c\u200e`,
    'zero-width characters': [...right].join('\u200b'),
    emoji: '😀😀😀😀😀',
    SQL: sql,
    HTML: html,
    '4,096 characters': '很'.repeat(4096),
  }
  const text = texts[input]
  if (text !== undefined) await person.say(text)
  else if (input === 'a photo') await person.sendPhoto(await makePhoto())
  else if (input === 'a location') await person.sendLocation()
  else if (input === "somebody else's contact") await person.shareContact(otherId)
  else if (input === 'a sticker') await person.sendSticker()
  else if (input === 'a voice message') await person.sendVoice()
  else await person.edit(earlier, right)
}

const empty = /没有看到文字/
const edited = /已经发出的消息，改了我们也看不到/

function written(value: string, other: Outcome, about: Pick<Expected, 'a small x' | 'emoji' | '4,096 characters'>): Expected {
  const wanted = /这一题请用文字回答/
  return { ...read(value), ...about, SQL: other, HTML: other, ...sent(wanted) }
}

function chosen(value: string, refusal: RegExp): Expected {
  const bad = { 'a small x': refusal, emoji: refusal, SQL: refusal, HTML: refusal, '4,096 characters': refusal }
  return { ...read(value), ...bad, ...sent(/这一题请点下面的按钮/) }
}

/** A place, chosen or typed: nobody's is longer than an address. */
function place(value: string, refusal: RegExp): Expected {
  return { ...chosen(value, refusal), '4,096 characters': /写在 200 个字以内/ }
}

/** A choice that takes own words too. */
function chosenFreely(value: string, limits: [least: number, most: number], emoji = /请用文字回答/): Expected {
  return {
    ...chosen(value, emoji),
    'a small x': new RegExp(`至少 ${limits[0]} 个字`),
    '4,096 characters': new RegExp(`写在 ${limits[1]} 个字以内`),
    ...ownWords,
  }
}

function prose(value: string, limits: [least: number, most: number], emoji = /请用文字回答/): Expected {
  const about = {
    'a small x': new RegExp(`至少 ${limits[0]} 个字`),
    emoji,
    '4,096 characters': new RegExp(`写在 ${limits[1]} 个字以内`),
  }
  return { ...written(value, emoji, about), ...ownWords }
}

/** Whatever is a sentence is kept to the letter: escaping is for where it is shown. */
const ownWords = { SQL: { keeps: sql }, HTML: { keeps: html } }

function read(keeps: string) {
  return {
    'nothing but invisible marks': empty,
    spaces: empty,
    'full-width digits': { keeps },
    'right-to-left marks': { keeps },
    'zero-width characters': { keeps },
  }
}

function sent(wanted: RegExp) {
  return {
    'a photo': wanted,
    'a location': wanted,
    "somebody else's contact": wanted,
    'a sticker': wanted,
    'a voice message': wanted,
    'an edit of an earlier answer': edited,
  }
}

function photo(side: RegExp): Expected {
  const all = Object.fromEntries(inputs.map(input => [input, side])) as Expected
  return { ...all, 'a photo': { keeps: '' }, 'an edit of an earlier answer': edited }
}

interface Row {
  /** a right answer, as it would be typed */
  right: string
  expected: Expected
  /** answers that lead here where the ordinary ones do not */
  after?: Record<string, string>
}

const digits = /身份证号只有数字[\s\S]*例如：\d/
const date = /没有看懂这个日期[\s\S]*例如：\d/
const phone = /手机号不完整[\s\S]*138 0013 8000/
const plan = '工作日带去公司，晚上 9 点后剪视频'
const region = '浙江省杭州市西湖区'

/** Every question of the form, with what each input comes to. */
export const table: Record<string, Row> = {
  device: { right: '青禾 手机 12 Pro', expected: chosen('phone-pro', /没有找到这款设备[\s\S]*例如：青禾/) },
  term: { right: '12', expected: chosen('12', /没有这个租期[\s\S]*例如：12/) },
  name: {
    right: '欧阳晓雨',
    expected: written('欧阳晓雨', /不能有数字、表情或符号[\s\S]*林晓雨/, {
      'a small x': /至少要有 2 个字[\s\S]*林晓雨/,
      emoji: /不能有数字、表情或符号[\s\S]*林晓雨/,
      '4,096 characters': /写在 50 个字以内/,
    }),
  },
  document: { right: '居民身份证', expected: chosen('resident-id', /没有看懂您的回答[\s\S]*按钮上的文字/) },
  documentNumber: {
    right: validNumberWithX,
    expected: written(validNumberWithX, digits, {
      'a small x': { keeps: validNumberWithX },
      emoji: digits,
      '4,096 characters': /身份证号只有 18 位[\s\S]*例如/,
    }),
  },
  birthDate: {
    right: '1990-03-07',
    after: { document: 'passport', documentNumber: 'E00000000' },
    expected: written('1990-03-07', date, { 'a small x': date, emoji: date, '4,096 characters': /写在 40 个字以内/ }),
  },
  documentExpiry: {
    right: '2031-05-20',
    after: { document: 'passport', documentNumber: 'E00000000', birthDate: '1990-03-07' },
    expected: written('2031-05-20', date, { 'a small x': date, emoji: date, '4,096 characters': /写在 40 个字以内/ }),
  },
  phone: {
    right: '138 0013 8000',
    expected: {
      ...written('+8613800138000', phone, { 'a small x': phone, emoji: phone, '4,096 characters': /没有这么长[\s\S]*138/ }),
      "somebody else's contact": /这是别人的名片[\s\S]*138 0013 8000/,
    },
  },
  province: { right: '浙江省', expected: place('330000', /没有找到这个地方[\s\S]*例如：浙江省/) },
  city: { right: '杭州', expected: place('330100', /没有找到这个城市[\s\S]*例如：杭州市/) },
  district: { right: '西湖区', expected: place('330106', /没有找到这个区县[\s\S]*例如：西湖区/) },
  address: {
    right: '文三路 100 号',
    expected: {
      ...prose(`${region}文三路 100 号`, [4, 200], /没有看出这是哪里的地址[\s\S]*例如：文三路/),
      'a small x': /地址太短[\s\S]*例如：文三路/,
      SQL: { keeps: `${region} ${sql}` },
      HTML: { keeps: `${region} ${html}` },
    },
  },
  occupation: { right: '上班族', expected: chosenFreely('employee', [2, 60]) },
  purpose: { right: '学习上课', expected: chosenFreely('study', [4, 500], /请用文字写出用途[\s\S]*例如/) },
  deviceUser: { right: '我自己', expected: chosenFreely('self', [2, 60]) },
  deviceUserWho: {
    right: '我女儿，今年 16 岁',
    after: { deviceUser: 'family' },
    expected: prose('我女儿，今年 16 岁', [2, 100]),
  },
  usePlan: { right: plan, expected: prose(plan, [4, 500], /用文字写出在哪里用[\s\S]*例如/) },
  otherRentals: { right: '没有', expected: chosenFreely('none', [2, 200]) },
  otherRentalsWhich: {
    right: '店里的平板 1 台',
    after: { otherRentals: 'one' },
    expected: prose('店里的平板 1 台', [2, 200]),
  },
  cardPhoto: { right: '在这里', expected: photo(/需要一张照片[\s\S]*人像/) },
  cardPhotoBack: { right: '在这里', expected: photo(/需要一张照片[\s\S]*另一面/) },
  note: { right: '3 点以后方便', expected: { ...prose('3 点以后方便', [2, 500]), 'a photo': /照片已经收到/ } },
}
