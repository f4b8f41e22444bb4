import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listStaff } from '../../core/staff/add.ts'
import { issueAdminClaim } from '../../core/staff/claim.ts'
import { openSession } from '../../core/staff/session.ts'
import { cases } from '../../db/schema/cases.ts'
import type { ChatPerson } from '../support/chat.ts'
import { labelsOf } from '../support/chat.ts'
import { until } from '../support/wait.ts'
import { adminId, reviewerId, startDesk, type TestDesk } from './desk.ts'
import { fillAndSubmit, fillRest, validNumber } from './filling.ts'

let desk: TestDesk
let admin: ChatPerson
let reviewer: ChatPerson
let code = ''
beforeAll(async () => {
  desk = await startDesk()
  const bot = await desk.startBot()
  await bot.setMenus()
  admin = await desk.person(adminId)
  reviewer = await desk.person(reviewerId)
  for (const person of [admin, reviewer]) {
    await person.say('/start')
    await person.sees(/Quiet|林老师/)
  }
  const applicant = await desk.newcomer()
  await fillAndSubmit(desk, applicant)
  await desk.deliver()
  await applicant.press('今天 10:20 北京时间')
  await desk.deliver()
  code = /M-\w{6}/.exec((await applicant.sees('视频审核已约好')).text ?? '')?.[0] ?? ''
})
afterAll(() => desk.stop())

describe('reviewers', () => {
  it('see their agenda with a link to each call', async () => {
    await reviewer.say('/agenda')
    const agenda = await reviewer.sees('您的审核：1 场')
    expect(agenda.text).toContain(`10:20 · ${code} · 青禾 手机 12 Pro`)
    expect(labelsOf(agenda)).toEqual([`今天 10:20 ${code}`])
  })

  it.each([
    ['/online', '您已上线'],
    ['/break', '您在休息'],
    ['/offline', '您已下线'],
  ])('%s says what it means for applicants', async (command, words) => {
    await reviewer.say(command)
    await reviewer.sees(words)
  })
})

describe('/find', () => {
  it('finds by the end of the phone, the name and the number; a press opens the case with what it shares with others', async () => {
    const twin = await desk.newcomer()
    const { code: other } = await fillAndSubmit(desk, twin)
    const ways = [
      '8000',
      '８０ ００',
      '80-00',
      '尾号 8000',
      '手机尾号：8000',
      'ends in 8000',
      '138 **** 8000',
      '+86 138 0013 8000',
    ]
    for (const words of [...ways, '１３８００１３８０００', '0086 13800138000', '欧阳 晓雨', validNumber.toLowerCase()]) {
      await admin.say(`/find ${words}`)
      const found = await admin.sees('2 applications by')
      expect(labelsOf(found).sort()).toEqual([other, code].sort())
    }
    await admin.press(other)
    const shown = await admin.sees('In common with other applications')
    expect(shown.text).toContain(`Same ID number, open under another account: ${code}`)
    expect(labelsOf(shown)).toContain(code)
    await twin.say('/cancel')
    await twin.press('撤回申请')
    await twin.sees('申请已撤回')
  })

  it.each([
    ['/find', 'Please say what to look for'],
    ['/find 9999', 'Nothing was found'],
    ['/find 0571-8765 4321', 'Nothing was found'],
    ['/find +86 (0571) 8765 4321', 'Nothing was found'],
    ['/find +86', 'Nothing was found'],
    [`/find ${'x'.repeat(3000)}`, 'Nothing was found'],
    ['/find <b>', 'Nothing was found'],
  ])('%s says what can be looked for', async (said, words) => {
    await admin.say(said)
    await admin.sees(words)
  })
})

describe('/sessions', () => {
  it('names the browsers that are signed in, and ends one or all of them by a press', async () => {
    await reviewer.say('/sessions')
    await reviewer.sees('没有在任何浏览器登录')
    const member = (await listStaff(desk.ctx)).find(one => one.name === '林老师')
    const signIn = async (browser: string) => openSession(desk.ctx, { staffId: member?.id ?? '', browser })
    for (const browser of ['Chrome · Windows', 'Safari · iOS', '']) await signIn(browser)
    await reviewer.say('/sessions')
    const listed = await reviewer.sees('在 3 个浏览器中登录着')
    // made in one millisecond, they stand in any order
    const lines = (listed.text ?? '').split('\n').filter(line => /^\d\. .+，有效至/.test(line))
    expect(lines.map(line => line.replace(/^\d\. |，有效至.*/g, '')).sort()).toEqual([
      'Chrome · Windows',
      'Safari · iOS',
      '未知浏览器',
    ])
    const at = lines.findIndex(line => line.includes('Safari')) + 1
    expect((await reviewer.press(`结束第 ${at} 个`)).text).toBe('已在那边退出登录')
    expect((await reviewer.sees('在 2 个浏览器中登录着')).text).not.toContain('Safari')
    expect((await reviewer.press('全部结束')).text).toBe('已全部退出登录')
    await reviewer.sees('没有在任何浏览器登录')
    await admin.say('/sessions')
    await admin.sees('not signed in to the console anywhere')
  })
})

describe('/stats', () => {
  it('says the figures in words, turns to another stretch in place, and sends the picture by itself', async () => {
    await admin.say('/stats')
    const week = await admin.sees('The last 7 days')
    expect(week.text).toContain('2 handed in, 1 booked')
    expect(labelsOf(week)).toEqual(['Today', '7 days', '30 days', 'As a picture', 'Review quality'])
    await admin.press('30 days')
    expect((await admin.sees('The last 30 days')).message_id).toBe(week.message_id)
    expect((await admin.press('As a picture')).text).toBe('The picture is being drawn and comes by itself.')
    await desk.deliver()
    expect((await admin.sees('The same in words: /stats month')).photo).toBeDefined()
    await admin.say('/stats 近7天')
    await admin.sees('The last 7 days')
    await admin.say('/stats mounth')
    await admin.sees('“mounth” is no stretch of time. Today, week or month: /stats month')
  })
})

describe('/queue and /case', () => {
  it('list what is open, with states and times, and open a case by a press', async () => {
    await admin.say('/queue')
    const queue = await admin.sees('All open applications (1/1)')
    expect(queue.text).toContain('Next: 林老师')
    expect(labelsOf(queue)).toEqual([code, 'All 1', 'Today 1', 'Booked 1'])
    await admin.say('/queue booked')
    await admin.sees('Booked (1/1)')
    await admin.say('/queue apeals')
    await admin.sees(/There is no list “apeals”\.\nDid you mean \/queue appeals\?\nThere are: all, hold, late/)
    await admin.press(code)
    const shown = await admin.sees('What happened')
    expect(shown.text).toContain('Applicant: 欧阳晓雨 (119')
    expect(shown.text).toMatch(/119\*{11}/)
  })

  it('open fields and photos one by one, over the chat and not in it', async () => {
    await admin.press('See the file')
    const file = await admin.sees(`The file of ${code}`)
    expect(labelsOf(file)).toEqual(['Document number', 'Phone', 'Delivery address', 'Portrait side', 'Other side'])
    expect(file.text).not.toContain(validNumber)
    expect(file.text).not.toContain('13800138000')
    expect(await admin.press('Document number')).toEqual({ text: `Document number: ${validNumber}`, alert: true })
    expect((await admin.press('Delivery address')).text).toContain('文三路 100 号')
    await admin.press('Portrait side')
    expect((await admin.sees(`${code} Photo of the document, front`)).photo).toBeDefined()
    const applicant = await desk.newcomer()
    for (const data of [`open:${code}:phone`, `file:${code}`]) {
      await applicant.say('/start')
      await applicant.sees(/这里是面审|this is Mianshen/)
      expect((await applicant.pressData(data)).text).not.toContain('138')
    }
    const said = (await admin.messages()).filter(({ from }) => from?.id !== adminId)
    expect(JSON.stringify(said)).not.toContain(validNumber)
  })

  it.each([
    ['lower case', () => code.toLowerCase()],
    ['without its M', () => code.slice(2)],
    ['full width', () => [...code].map(sign => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)).join('')],
  ])('find a case written in %s', async (_how, write) => {
    await admin.say(`/case ${write()}`)
    await admin.sees('What happened')
  })

  it('G11: say how a code is written, and that there is none such', async () => {
    await admin.say('/case')
    await admin.sees('for example: /case M-7K3QXD')
    await admin.say('/case M-222222')
    await admin.sees('There is no application with this code')
  })
})

describe('/staff', () => {
  it('add, list and remove, asking first; every right ends with the removal', async () => {
    const chen = await desk.newcomer({ firstName: '陈晨' })
    await chen.say('/start')
    await chen.sees('这里是面审')
    await admin.say(`/staff add ${chen.id} reviewer 陈晨`)
    await admin.sees('✓ 陈晨 is on the team: reviewer')
    await chen.say('/agenda')
    await chen.sees('没有约好的审核')
    await until(async () => (await chen.menu()).includes('agenda'), { what: 'the menu of a reviewer' })
    await admin.say('/staff')
    await admin.sees('陈晨: reviewer (offline)')
    await admin.say('/staff remove 陈晨')
    expect(labelsOf(await admin.sees('Remove 陈晨?'))).toEqual(['/staff remove 陈晨 yes', '/staff'])
    await admin.say('/staff remove 陈晨 yes')
    await admin.sees('陈晨 is removed')
    await chen.say('/agenda')
    await chen.sees('没有这个命令')
    await until(async () => !(await chen.menu()).includes('agenda'), { what: 'the menu of an applicant' })
  })

  it('take a contact and offer the roles', async () => {
    const wang = await desk.newcomer({ firstName: '王' })
    await admin.shareContact(wang.id)
    const offered = labelsOf(await admin.sees('on the team?'))
    expect(offered[0]).toBe(`/staff add ${wang.id} reviewer 王`)
  })

  it('add by the client’s own list of people; who never wrote to the bot is invited by a link', async () => {
    const [met, unmet] = [await desk.newcomer({ firstName: '赵', lastName: '敏' }), await desk.newcomer({ firstName: '钱多' })]
    await met.say('/start')
    await met.sees('这里是面审')
    await admin.say('/staff')
    expect((await admin.sees('The team')).reply_markup).toMatchObject({
      keyboard: [
        [{ text: 'Choose a person', request_users: { request_id: 1, user_is_bot: false, max_quantity: 1, request_name: true } }],
      ],
    })
    await admin.pickPeople(met.id)
    expect(labelsOf(await admin.sees('Put 赵 敏 on the team?'))[0]).toBe(`/staff add ${met.id} reviewer 赵 敏`)
    await admin.say(`/staff add ${met.id} reviewer 赵 敏`)
    expect((await admin.sees('✓ 赵 敏 is on the team: reviewer')).text).toContain('They are told')
    await admin.say('/staff add')
    expect(labelsOf(await admin.sees('To add:'))).toEqual(['Choose a person'])
    await admin.pickPeople(unmet.id)
    await admin.sees('Put 钱多 on the team?')
    await admin.say(`/staff add ${unmet.id} reviewer 钱多`)
    await admin.sees(/never written to this bot[\s\S]*press Start:\nhttps:\/\/t\.me\/mianshen_sandbox_bot$/)
    await unmet.say('/start')
    await unmet.sees('/agenda')
  })

  it('keep the last admin, and show the right form', async () => {
    await admin.say('/staff remove Quiet yes')
    await admin.sees('the last admin')
    await admin.say('/staff add abc')
    await admin.sees('/staff add 123456789 reviewer Chen')
    await admin.say('/staff remove Nobody')
    await admin.sees('Nobody on the team has this name')
  })
})

describe('/order', () => {
  it('gives a deep link that fills in device and term', async () => {
    await admin.say('/order laptop-air 24 https://rent.example/orders/42')
    const made = await admin.sees('The order link is ready')
    const order = /t\.me\/mianshen_sandbox_bot\?start=(\w{16})/.exec(made.text ?? '')?.[1] ?? ''
    const applicant = await desk.newcomer()
    await applicant.say(`/start ${order}`)
    const { text } = await applicant.sees('2/9')
    expect(text).toContain('已按您的订单填好，不用再选\n远帆 轻薄本 14，租期 24 个月\n月租 ¥199，押金 ¥1,200')
    const second = await desk.newcomer()
    await second.say(`/start ${order}`)
    await second.sees('这个订单链接已经用过')
  })

  it.each(['', 'laptop-air', 'laptop-air 5', 'no-such 12', 'laptop-air 12 https://a.example b'])(
    'G11: “%s” shows the form',
    async args => {
      await admin.say(`/order ${args}`)
      await admin.sees('/order phone-pro 12')
    },
  )

  it('carries a price of its own, which the applicant and the staff see in place of the catalogue’s', async () => {
    await admin.say('/order laptop-air 24 https://rent.example/orders/43 月租=188.5 押金＝0')
    const made = await admin.sees('¥188.50 a month, deposit ¥0')
    const order = /start=(\w{16})/.exec(made.text ?? '')?.[1] ?? ''
    const applicant = await desk.newcomer()
    await applicant.say(`/start ${order}`)
    await applicant.sees('月租 ¥188.50，押金 ¥0')
    const { code } = await fillRest(desk, applicant)
    const summary = await applicant.sees('请核对您的申请')
    expect(summary.text).toContain('费用：月租 ¥188.50，押金 ¥0')
    await applicant.press('提交申请')
    await applicant.sees(/已提交|预约/)
    await admin.say(`/case ${code}`)
    await admin.sees('¥188.50 a month, deposit ¥0')
  })

  it('refuses a price that is no amount', async () => {
    await admin.say('/order laptop-air 24 rent=cheap')
    expect((await admin.sees('We cannot read the amount')).text).toContain('“rent=cheap”')
  })

  it('refuses a return address that is none', async () => {
    await admin.say('/order laptop-air 24 javascript:alert(1)')
    await admin.sees('is not a web address')
  })
})

describe('/claim', () => {
  it('makes the holder of the code the first admin, once; anybody else finds no such command', async () => {
    const empty = await startDesk({ staffed: false })
    try {
      await empty.startBot()
      const claim = await issueAdminClaim(empty.ctx)
      const [first, other] = [await empty.newcomer(), await empty.newcomer()]
      await other.say('/claim WRONGCODE222')
      await other.sees('没有这个命令')
      await first.say(`/claim ${claim?.toLowerCase()}`)
      await first.sees('您现在是管理员')
      await other.say(`/claim ${claim}`)
      await other.sees('没有这个命令')
      await first.say('/queue')
      await first.sees('现在没有进行中的申请')
    } finally {
      await empty.stop()
    }
  })
})

describe('a case held for an earlier rejection', () => {
  it('is turned down by an admin, who reads first what that means; the applicant reads it, without a reason', async () => {
    await desk.ctx.db.update(cases).set({ state: 'rejected', againAt: null }).where(eq(cases.code, code))
    const applicant = await desk.newcomer()
    const { code: held } = await fillAndSubmit(desk, applicant)
    const card = async () => {
      await applicant.say('/status')
      await desk.waitForQueued()
      await desk.deliver()
    }
    await desk.deliver()
    await card()
    await applicant.sees('工作人员正在查看您的申请')
    await admin.say(`/case ${held}`)
    const shown = await admin.sees('Same ID number, turned down for good')
    expect(labelsOf(shown).slice(0, 2)).toEqual(['Let it go on', 'Turn down'])
    await admin.press('Turn down')
    await admin.sees('this account may not apply again either')
    expect((await admin.press('Turn down')).text).toBe('✓ Turned down')
    await desk.deliver()
    await card()
    await applicant.sees('申请没有通过')
    await applicant.say('/apply')
    await applicant.sees('无法再受理新的申请')
  })
})
