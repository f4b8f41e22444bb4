import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { questions } from '../../core/application/questions.ts'
import { findLatestCase } from '../../core/case/load.ts'
import { answers, consents } from '../../db/schema/cases.ts'
import { people } from '../../db/schema/people.ts'
import { consentText } from '../../texts/consents.ts'
import { speak } from '../../texts/fluent.ts'
import { labelsOf } from '../support/chat.ts'
import { makePhoto, otherSide, startDesk, type TestDesk } from './desk.ts'
import { fillToSummary, fillUntil, validNumber } from './filling.ts'

let desk: TestDesk
let bot: Awaited<ReturnType<TestDesk['startBot']>>
beforeAll(async () => {
  desk = await startDesk()
  bot = await desk.startBot()
})
afterAll(() => desk.stop())

describe('the way through the form', () => {
  it('goes back by button and by word, and keeps a known answer with one tap', async () => {
    const person = await desk.newcomer()
    await fillUntil(desk, person, 'province')
    await person.press('‹ 返回')
    const phone = await person.sees('4/9')
    expect(labelsOf(phone)).toEqual(['分享我的手机号', '保留原答案', '‹ 返回'])
    await person.say('返回')
    expect((await person.sees('3/9')).text).toMatch(/目前的回答：119\*+/)
    await person.press('保留原答案')
    await person.sees('4/9')
    await person.say('保留原答案')
    await person.sees('5/9')
  })

  it('G2: a second press of Back goes no further than the first', async () => {
    const person = await desk.newcomer()
    await fillUntil(desk, person, 'documentNumber')
    const question = (await person.messages()).at(-1)
    await person.press('‹ 返回')
    await person.sees('您用哪种证件')
    const data = question?.reply_markup && 'inline_keyboard' in question.reply_markup ? question.reply_markup.inline_keyboard : []
    const back = data.flat().find(button => button.text === '‹ 返回')
    await person.pressData(back && 'callback_data' in back ? back.callback_data : '', question?.message_id)
    await person.sees('您用哪种证件')
  })

  it('understands what was typed where a button was expected', async () => {
    const person = await desk.newcomer()
    await person.say('申请')
    await person.sees('1/9')
    await person.say(' 青禾手机12pro ')
    await person.sees('选择租期')
    await person.say('１２个月')
    await person.sees('2/9')
  })

  it('G2: a button of an answered question says so and shows the open one', async () => {
    const person = await desk.newcomer()
    await person.say('/apply')
    const device = await person.sees('1/9')
    await person.press('青禾 手机 8')
    await person.sees('选择租期')
    const data =
      device.reply_markup && 'inline_keyboard' in device.reply_markup ? device.reply_markup.inline_keyboard[1]?.[0] : undefined
    const { text } = await person.pressData(data && 'callback_data' in data ? data.callback_data : '', device.message_id)
    expect(text).toBe('这一步已经完成，请看最新的消息。')
    await person.sees('选择租期')
  })

  it('G9: carries on after a restart in the middle, with another process on the same database', async () => {
    const person = await desk.newcomer()
    await fillUntil(desk, person, 'phone')
    await bot.stop()
    bot = await desk.startBot()
    await person.say('/start')
    const question = await person.sees('4/9')
    expect(question.text).toContain('欢迎回来，我们接着填第 4 题，共 9 题。')
    await person.say('138 0013 8000')
    await person.sees('5/9')
  })

  it('G12: changes the language in the middle and asks the open question again in it', async () => {
    const person = await desk.newcomer()
    await fillUntil(desk, person, 'purpose')
    await person.say('/language')
    await person.sees('请选择语言')
    expect((await person.press('English')).text).toBe('✓ We speak English with you from now on.')
    expect((await person.sees('7/9')).text).toContain('What will you mainly use the device for?')
    await person.say('online courses')
    await person.sees('Who will use the device')
  })

  it('edits any answer from the summary and returns to it', async () => {
    const person = await desk.newcomer()
    await fillToSummary(desk, person)
    await person.press('修改')
    const choice = await person.sees('您想修改哪一项')
    expect(labelsOf(choice)).toEqual([...questions.map(({ key }) => speak('zh-CN').plain(`question-${key}`)), '‹ 返回'])
    await person.press('‹ 返回')
    expect(labelsOf(await person.sees('请核对您的申请'))).toEqual(['提交申请', '修改'])
    await person.press('修改')
    await person.sees('您想修改哪一项')
    await person.press('姓名')
    expect((await person.sees('2/9')).text).toContain('目前的回答：欧阳晓雨')
    await person.say('林晓雨')
    expect((await person.sees('请核对您的申请')).text).toContain('姓名：林晓雨')
  })

  it('an edit is given up by Back: the old answer stands, and the summary is there again', async () => {
    const person = await desk.newcomer()
    await fillToSummary(desk, person)
    const editing = async (question: string, shown: RegExp) => {
      await person.press('修改')
      await person.sees('您想修改哪一项')
      await person.press(question)
      await person.sees(shown)
    }
    const unchanged = async () => {
      const { text } = await person.sees('请核对您的申请')
      expect(text).toContain('姓名：欧阳晓雨')
      expect(text).toContain('浙江省杭州市西湖区文三路 100 号')
      expect(text).toContain('补充说明：')
    }
    await editing('收货地址', /5\/9/)
    await person.say('浙江')
    await person.sees(/5\/9[\s\S]*浙江省/)
    await person.say('返回')
    await person.sees(/5\/9/)
    await person.press('‹ 返回')
    await unchanged()
    await editing('设备和租期', /选择设备/)
    await person.press('‹ 返回')
    await unchanged()
    await editing('证件', /3\/9/)
    await person.say('返回')
    await unchanged()
    await editing('证件', /3\/9/)
    await person.press('居民身份证')
    await person.sees(/3\/9 · 请核对/)
    await person.press('‹ 返回')
    await person.sees(/3\/9/)
    await person.press('‹ 返回')
    await unchanged()
    await editing('姓名', /2\/9/)
    await person.say('back')
    await unchanged()
    await editing('手机号', /4\/9/)
    await person.say('‹ 返回')
    await unchanged()
    await person.press('修改')
    await person.sees('您想修改哪一项')
    await person.say('返回')
    await unchanged()
    await person.say('修改')
    expect(labelsOf(await person.sees('您想修改哪一项'))).toContain('姓名')
    await person.say('提交申请')
    await person.sees('申请已提交')
  })

  it('a whole place is understood at every step of the address, also one in another province', async () => {
    const [first, second] = [await desk.newcomer(), await desk.newcomer()]
    await fillUntil(desk, first, 'province')
    await first.say('北京市朝阳区')
    await first.sees('北京市朝阳区')
    await fillUntil(desk, second, 'city')
    await second.say('北京市朝阳区')
    await second.sees('北京市朝阳区')
    await second.say('建国路 88 号 5 层')
    await second.sees('6/9')
  })

  it('another device whose terms differ asks the term again', async () => {
    const person = await desk.newcomer()
    await person.say('/apply')
    await person.sees('1/9')
    await person.press('青禾 手机 8')
    await person.press('6 个月')
    await person.sees('2/9')
    await person.press('‹ 返回')
    await person.sees('选择租期')
    await person.press('‹ 返回')
    await person.sees('选择设备')
    await person.press('青禾 折叠屏 3')
    expect(labelsOf(await person.sees('选择租期'))).toContain('24 个月')
  })

  it('the second picture of an album meets the next question politely', async () => {
    const person = await desk.newcomer()
    await fillUntil(desk, person, 'cardPhotoBack')
    await person.sendPhoto(await makePhoto())
    await person.sees('和另一面的照片完全一样')
    await person.sendPhoto(await makePhoto(otherSide))
    await person.sees('补充说明')
    await person.sendPhoto(await makePhoto())
    expect((await person.sees('不用再发了')).text).toContain('补充说明')
  })

  it('says that an edited message is not read', async () => {
    const person = await desk.newcomer()
    await fillUntil(desk, person, 'name')
    const said = await person.say('林晓雨')
    await person.sees('3/9')
    await person.edit(said.message_id, '林小雨')
    await person.sees('已经发出的消息，改了我们也看不到')
  })
})

describe('consents', () => {
  it('are recorded with the hash of the very text in the message, whatever language is spoken since', async () => {
    const person = await desk.newcomer()
    await fillUntil(desk, person, 'note')
    await person.press('跳过')
    const shown = await person.sees('同意处理您的申请资料')
    expect(labelsOf(shown)).toEqual(['同意'])
    await person.say('/language')
    await person.press('English')
    await person.sees('Agree to the use of your data').catch(() => person.sees(/data/))
    const markup = shown.reply_markup
    const button = markup && 'inline_keyboard' in markup ? markup.inline_keyboard[0]?.[0] : undefined
    await person.pressData(button && 'callback_data' in button ? button.callback_data : '', shown.message_id)
    const row = await desk.ctx.db.query.consents.findFirst({
      where: eq(consents.textHash, consentText('data', 'zh-CN', desk.ctx.policy).hash),
    })
    expect(row).toMatchObject({ kind: 'data', given: true, locale: 'zh-CN' })
  })

  it('are not given by a press whose message shows another text', async () => {
    const person = await desk.newcomer()
    await fillUntil(desk, person, 'note')
    await person.press('跳过')
    const shown = await person.sees('同意处理您的申请资料')
    const markup = shown.reply_markup
    const button = markup && 'inline_keyboard' in markup ? markup.inline_keyboard[0]?.[0] : undefined
    const data = button && 'callback_data' in button ? button.callback_data : ''
    const question = (await person.messages()).find(message => message.text?.includes('补充说明'))
    await person.pressData(data, question?.message_id)
    await person.sees('同意处理您的申请资料')
  })

  it('are asked again in full after talk, and the button below that counts, one by one', async () => {
    const person = await desk.newcomer()
    await fillUntil(desk, person, 'note')
    await person.say('没有')
    await person.sees('同意处理您的申请资料')
    await person.say('不同意')
    const needed = await person.sees('没有这项同意')
    expect(needed.text).toContain('同意处理您的申请资料')
    expect(labelsOf(needed)).toEqual(['同意', '先保留', '删除申请'])
    await person.say('这是什么意思？')
    const again = await person.sees('请先看完下面的说明')
    expect(again.text).toContain('同意处理您的申请资料')
    expect((await person.press('同意')).text).toBeUndefined()
    await person.sees('同意人脸比对')
    await person.sendSticker()
    expect((await person.sees('请先看完下面的说明')).text).toContain('同意人脸比对')
    await person.press('不同意')
    await person.sees('同意录制视频审核')
    const applicant = await desk.ctx.db.query.people.findFirst({ where: eq(people.telegramId, person.id) })
    const found = await findLatestCase(desk.ctx, applicant?.id ?? '')
    const rows = await desk.ctx.db
      .select()
      .from(consents)
      .where(eq(consents.caseId, found?.id ?? ''))
    expect(rows.map(row => [row.kind, row.given, row.textHash]).sort()).toEqual([
      ['data', true, consentText('data', 'zh-CN', desk.ctx.policy).hash],
      ['face', false, consentText('face', 'zh-CN', desk.ctx.policy).hash],
    ])
  })
})

it('G7: nothing that was typed stands in the database or in the log as it was typed', async () => {
  const rows = await desk.ctx.db.select().from(answers)
  const stored = rows.map(row => row.value.toString('latin1')).join('')
  const log = JSON.stringify(desk.logged)
  for (const secret of [validNumber, '欧阳晓雨', '13800138000', '文三路']) {
    expect(stored).not.toContain(secret)
    expect(log).not.toContain(secret)
  }
})
