import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { today } from '../../core/application/answer.ts'
import { parseDocumentNumber } from '../../core/application/document-number.ts'
import { documentOf } from '../../core/application/documents.ts'
import type { ChatPerson } from '../support/chat.ts'
import { labelsOf } from '../support/chat.ts'
import { makePhoto, otherId, startDesk, type TestDesk } from './desk.ts'
import { fillUntil, markOf, type Station, stations, validNumber } from './filling.ts'

type Bad = [what: string, act: (person: ChatPerson) => Promise<unknown>, answer: RegExp]

const say = (text: string) => (person: ChatPerson) => person.say(text)
const pdf = { name: 'card.pdf', type: 'application/pdf' }
const image = { name: 'card.jpg', type: 'image/jpeg' }
const sentence = '很长的一段话。'

const inputs: Record<Station, Bad[]> = {
  device: [
    ['another device', say('小米 99'), /没有找到这款设备[\s\S]*青禾 手机 8/],
    ['a sticker', person => person.sendSticker(), /请点下面的按钮/],
    ['a photo', async person => person.sendPhoto(await makePhoto()), /请点下面的按钮/],
  ],
  term: [
    ['a fraction', say('12.5'), /没有这个租期/],
    ['a term that is not offered', say('7'), /没有这个租期[\s\S]*12/],
    ['a word', say('很久'), /没有这个租期/],
  ],
  name: [
    ...['yes', 'no', 'ok', '同意', '好的', '不是'].map(
      (word): Bad => [word, say(word), /不像是姓名[\s\S]*证件上的姓名[\s\S]*林晓雨/],
    ),
    ['是', say('是'), /至少要有 2 个字[\s\S]*林晓雨/],
    ['one letter', say('林'), /至少要有 2 个字[\s\S]*林晓雨/],
    ['figures', say('林晓雨2'), /不能有数字、表情或符号/],
    ['an emoji', say('🙂🙂'), /不能有数字、表情或符号/],
    ['HTML', say('<b>林</b>'), /不能有数字、表情或符号/],
    ['5,000 characters', say('林'.repeat(5000)), /写在 50 个字以内/],
    ['invisible marks only', say('\u200f\u2060\u200f'), /没有看到文字/],
    ['a sticker', person => person.sendSticker(), /用文字回答/],
    ['a voice message', person => person.sendVoice(), /用文字回答/],
    ['a place', person => person.sendLocation(), /用文字回答/],
    ['a photo', async person => person.sendPhoto(await makePhoto()), /用文字回答/],
    ['a file', person => person.sendFile(Buffer.from('%PDF-1.7'), pdf), /用文字回答/],
    ['a contact', person => person.shareContact(), /用文字回答/],
  ],
  documentNumber: [
    ['a wrong check digit', say(`${validNumber.slice(0, 17)}${validNumber.endsWith('1') ? '2' : '1'}`), /最后一位与前面对不上/],
    ['an impossible birth date', say('119999199202301234'), /日期不存在[\s\S]*19900307/],
    ['somebody under age', say('119999201203150016'), /未满 18 周岁|最后一位/],
    ['letters', say('1199991990O3O7451X'), /只有数字，最后一位可以是 X/],
    ['a number that is too short', say('11999919900307'), /应该是 18 位/],
    ['a region that is none', say('999999199003074511'), /前两位不是地区代码/],
    ['an emoji', say('😀'), /只有数字/],
    ['5,000 characters', say('1'.repeat(5000)), /只有 18 位/],
  ],
  phone: [
    ["somebody else's contact", person => person.shareContact(otherId), /别人的名片[\s\S]*138 0013 8000/],
    ['letters', say('one three eight'), /手机号不完整/],
    ['a landline', say('010-12345678'), /座机号码[\s\S]*需要手机号[\s\S]*138 0013 8000[\s\S]*\+44/],
    ['another landline', say('0571 1234567'), /座机号码/],
    ['a number of another country without its code', say('07911 123456'), /手机号不完整[\s\S]*138 0013 8000[\s\S]*\+44/],
    ['too few figures', say('13800'), /手机号不完整[\s\S]*\+44 7700 900123/],
    ['5,000 characters', say('1'.repeat(5000)), /没有这么长/],
    ['a voice message', person => person.sendVoice(), /用文字回答/],
  ],
  document: [
    ['another document', say('驾驶证'), /没有看懂您的回答[\s\S]*点下面的按钮/],
    ['a photo', async person => person.sendPhoto(await makePhoto()), /请点下面的按钮/],
  ],
  province: [
    ['a place abroad', say('东京都'), /没有找到这个地方[\s\S]*浙江省杭州市/],
    ['figures', say('123'), /没有找到这个地方/],
    ['a province and a word that is no place', say('浙江省某某'), /没有看懂后面的地名[\s\S]*浙江省杭州市西湖区/],
    ['a city and a word that is no place', say('杭州市某某'), /没有看懂后面的地名/],
    ['a place and 4,000 characters', say(`浙江省${'很'.repeat(4000)}`), /写在 200 个字以内/],
  ],
  city: [
    ['a city of another province', say('南京市'), /没有找到这个城市/],
    ['a city and a word that is no place', say('杭州市某某'), /没有看懂后面的地名/],
    ['the province and a word that is no place', say('浙江省某某'), /没有找到这个城市/],
    ['another province and a word that is no place', say('江苏省某某'), /没有找到这个城市/],
  ],
  district: [['a district of another city', say('朝阳区'), /没有找到这个区县/]],
  address: [
    ['a few letters', say('杭州'), /地址太短/],
    ['figures only', say('310000 310000'), /没有看出这是哪里的地址/],
    ['5,000 characters', say(sentence.repeat(715)), /写在 200 个字以内/],
  ],
  occupation: [
    ['emoji only', say('😀😀'), /用文字回答/],
    ['5,000 characters', say(sentence.repeat(715)), /写在 60 个字以内/],
  ],
  purpose: [
    ['a few letters', say('用用'), /至少 4 个字/],
    ['emoji only', say('😀😀😀😀😀'), /用文字写出用途/],
    ['5,000 characters', say(sentence.repeat(715)), /写在 500 个字以内/],
  ],
  deviceUser: [['an emoji', say('😀😀'), /用文字回答/]],
  usePlan: [
    ['a few letters', say('自己'), /至少 4 个字/],
    ['figures', say('123456'), /用文字写出在哪里用/],
  ],
  otherRentals: [['an emoji', say('😀😀'), /用文字回答/]],
  cardPhoto: [
    ['words', say('我没有照片'), /需要一张照片/],
    ['a PDF', person => person.sendFile(Buffer.from('%PDF-1.7 card'), pdf), /这是文件，不是照片/],
    ['a photo of 30 MB', person => person.sendFile(Buffer.alloc(30 * 1024 * 1024, 1), image), /超过 20 MB/],
    ['bytes that are no picture', person => person.sendFile(Buffer.from('not a picture'), image), /打不开/],
    ['a tiny picture', async person => person.sendFile(await makePhoto({ width: 200, height: 120 }), image), /太小/],
    ['a sticker', person => person.sendSticker(), /需要一张照片/],
  ],
  cardPhotoBack: [['words', say('我没有照片'), /另一面/]],
  note: [['one letter', say('好'), /至少 2 个字/]],
}

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
})
afterAll(() => desk.stop())

describe('G11: bad input gets an answer that says what to do, and changes nothing', () => {
  describe.each(stations)('at the question for the %s', station => {
    let person: ChatPerson
    beforeAll(async () => {
      person = await desk.newcomer()
      await fillUntil(desk, person, station)
    })
    it.each(inputs[station])('%s', async (_what, act, answer) => {
      await act(person)
      await person.sees(answer)
      await person.say('/status')
      await person.sees(markOf(station))
    })
  })

  it('shows an example that would pass the check and belongs to nobody', () => {
    const example = documentOf('resident-id')?.example('007') ?? ''
    expect(parseDocumentNumber(example, today(desk.ctx))).toMatchObject({ ok: true })
    expect(example.slice(0, 6)).toBe('119999')
  })

  it('says to somebody who is under age what it means, without blame', async () => {
    const person = await desk.newcomer()
    await fillUntil(desk, person, 'documentNumber')
    await person.say('119999201203150019')
    const said = await person.sees(/未满 18 周岁|最后一位/)
    expect(said.text).toBeTruthy()
  })

  it.each<[Station, string]>([
    ['name', '2/9'],
    ['address', '5/9'],
    ['purpose', '7/9'],
    ['usePlan', '7/9'],
  ])('a command word is no answer at the question for the %s', async (station, mark) => {
    const person = await desk.newcomer()
    await fillUntil(desk, person, station)
    for (const [words, answer] of [
      [['skip', '跳过', '提交申请'], '不能跳过'],
      [['edit', '修改'], '每一项都可以修改'],
      [['help', '帮助'], '/status'],
      [['English', '中文'], '请选择语言'],
      [['status', '进度', '申请'], mark],
    ] as const)
      for (const word of words) {
        await person.say(word)
        await person.sees(answer)
      }
  })

  it('keeps the buttons of the open question below what was wrong', async () => {
    const person = await desk.newcomer({ languageCode: 'en' })
    await person.say('/apply')
    await person.sees('1/9')
    await person.say('a spaceship')
    expect(labelsOf(await person.sees('We do not have that device'))).toContain('Qinghe Phone 8')
  })

  it('takes full-width figures, a lower-case x, spaces and marks of direction for what they mean', async () => {
    const person = await desk.newcomer()
    await fillUntil(desk, person, 'documentNumber')
    const wide = [...validNumber.toLowerCase()].map(sign =>
      /\d/.test(sign) ? String.fromCodePoint(0xff10 + Number(sign)) : sign,
    )
    await person.say(`\u200f ${wide.slice(0, 6).join('')} ${wide.slice(6).join('')}`)
    await person.sees('4/9')
  })
})
