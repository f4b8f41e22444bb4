import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../db/schema/audit.ts'
import type { ChatPerson } from '../support/chat.ts'
import { labelsOf } from '../support/chat.ts'
import { adminId, reviewerId, startDesk, type TestDesk } from './desk.ts'
import { fillAndSubmit } from './filling.ts'

let desk: TestDesk
let admin: ChatPerson
let applicant: ChatPerson
let caseId = ''
let code = ''
let receipt = ''
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
  admin = await desk.person(adminId)
  applicant = await desk.newcomer()
  const found = await fillAndSubmit(desk, applicant)
  caseId = found.id
  code = found.code
  await desk.deliver()
})
afterAll(() => desk.stop())

describe('the receipt and /verify, in the applicant’s chat', () => {
  it('comes after handing in, before the card', async () => {
    const texts = (await applicant.messages()).map(message => message.text ?? '')
    const at = texts.findIndex(text => text.includes(`${code} 的凭据`))
    receipt = /M-\w{6}\.\d+\.[\w-]{43}\.[\w-]{86}/.exec(texts[at] ?? '')?.[0] ?? ''
    expect(receipt).toContain(`${code}.`)
    expect(texts.findIndex(text => text.includes('请选择视频审核的时间'))).toBe(at + 1)
  })

  it('G8: says in plain words that the record holds, and that the receipt matches, sent with the command or just pasted', async () => {
    await applicant.say('/verify')
    await applicant.sees(/记录共 \d+ 条，逐条核对无误[\s\S]*后面附上凭据/)
    await applicant.say(`/verify ${receipt}`)
    await applicant.sees('✓ 您的凭据（第')
    await applicant.say(`到现在为止，您这份申请的记录\n${receipt}\n请留着`)
    await applicant.sees('✓ 您的凭据（第')
  })

  it('G11: half a receipt, somebody else’s and none at all are told apart, and nothing is given away', async () => {
    await applicant.say(`/verify ${receipt.slice(0, -5)}`)
    await applicant.sees('这不是一份完整的凭据')
    const forged = `${receipt.slice(0, -1)}${receipt.endsWith('A') ? 'Q' : 'A'}`
    await applicant.say(`/verify ${forged}`)
    await applicant.sees('这份凭据不是我们为这份申请签发的')
    const other = await desk.newcomer()
    await other.say('/verify')
    await other.sees('没有可以核对的记录')
    await other.say(`/verify ${receipt}`)
    await other.sees('这份凭据不属于您的申请')
  })
})

describe('/audit', () => {
  it('shows the trail of a case in pages, and that it verifies; and the desk’s own', async () => {
    await admin.say(`/audit ${code.toLowerCase()}`)
    const last = await admin.sees(`Record of ${code}`)
    expect(last.text).toMatch(/✓ Verified: \d+ entries, signed up to entry \d+/)
    expect(last.text).toMatch(/applicant: state changed \(Submitted, to be invited → Invited/)
    expect(labelsOf(last)).toEqual(['‹ Previous page'])
    for (let page = Number(/\((\d)\//.exec(last.text ?? '')?.[1]); page > 1; page--) {
      await admin.press('‹ Previous page')
      await admin.sees(`(${page - 1}/`)
    }
    const first = await admin.sees('(1/')
    expect(first.text).toMatch(/1 .*applicant: application begun/)
    expect(first.text).toContain('question answered (Document number)')
    await admin.say('/audit desk 1')
    await admin.sees(/Record of the desk[\s\S]*shifts set/)
  })

  it('G11: says how to ask for it, and is nobody else’s', async () => {
    await admin.say('/audit')
    await admin.sees('/audit M-7K3QXD')
    await admin.say('/audit M-222222')
    await admin.sees('There is no application with this code')
    for (const person of [applicant, await desk.person(reviewerId)]) {
      await person.say(`/audit ${code}`)
      await person.sees(/没有这个命令|command/)
      await person.pressData(`audit:${code}:1`)
    }
    expect((await applicant.messages()).some(message => /的记录（\d/.test(message.text ?? ''))).toBe(false)
  })
})

it('G8: entries rewritten by an owner of the database are found out, in both chats', async () => {
  const { db } = desk.ctx
  await db.execute(sql`alter table audit disable trigger all`)
  await db.update(audit).set({ actor: 'job:nobody' }).where(eq(audit.chain, caseId))
  await db.execute(sql`alter table audit enable trigger all`)
  await applicant.say('/verify')
  await applicant.sees(/记录从第 1 条起对不上[\s\S]*保留好凭据/)
  await admin.say(`/audit ${code}`)
  await admin.sees('✕ Does not fit from entry 1 on: the columns differ from the content')
})
