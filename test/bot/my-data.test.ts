import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '../../core/audit/verify.ts'
import { removeErased } from '../../core/desk/retention.ts'
import { audit } from '../../db/schema/audit.ts'
import { cases, consents, files } from '../../db/schema/cases.ts'
import { lookups } from '../../db/schema/lookups.ts'
import { type ChatPerson, labelsOf } from '../support/chat.ts'
import { until } from '../support/wait.ts'
import { startDesk, type TestDesk } from './desk.ts'
import { fillAndSubmit, fillToSummary, fillUntil, validNumber } from './filling.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
})
afterAll(() => desk.stop())

/** The bytes of the newest file that the bot sent. */
async function newestFile(person: ChatPerson): Promise<{ name: string; text: string }> {
  const { document } = await until(async () => (await person.messages()).findLast(({ document }) => document), { what: 'a file' })
  const response = await fetch(`${desk.origin}/sandbox/api/files/${document?.file_id}`)
  return { name: document?.file_name ?? '', text: await response.text() }
}

const consentsOf = async (caseId: string) => {
  const rows = await desk.ctx.db.select().from(consents).where(eq(consents.caseId, caseId))
  return Object.fromEntries(rows.map(({ kind, given }) => [kind, given]))
}
const actions = async (caseId: string) => {
  const rows = await desk.ctx.db.select().from(audit).where(eq(audit.chain, caseId)).orderBy(audit.number)
  return rows.map(({ action }) => action)
}

describe('/mydata', () => {
  it('says that there is nothing, to somebody new', async () => {
    const person = await desk.newcomer()
    await person.say('/mydata')
    await person.sees('这里没有您的资料')
  })

  it('exports everything as one page that a person can read, without a word in the trail but that it was made', async () => {
    const person = await desk.newcomer()
    const { id, code } = await fillAndSubmit(desk, person)
    await person.say('/mydata')
    const shown = await person.sees('您保存在这里的资料')
    expect(shown.text).toContain(code)
    expect(labelsOf(shown)).toEqual(['导出资料', '撤回人脸比对', '撤回视频录制', '撤回资料处理', '删除照片', '删除全部资料'])
    await person.press('导出资料')
    const { name, text } = await newestFile(person)
    expect(name).toMatch(/^mianshen-我的资料-\d{4}-\d\d-\d\d\.html$/)
    expect(text).toMatch(/^<!doctype html>\s*<html lang="zh-CN">/)
    for (const said of [code, '欧阳晓雨', validNumber, '+8613800138000', '文三路 100 号', '待预约', '已同意'])
      expect(text.includes(said), said).toBe(true)
    expect(text).toContain('data:image/jpeg;base64,')
    expect(text).not.toMatch(/<script|https?:\/\//)
    expect(await actions(id)).toContain('data.exported')
  })

  it('escapes what was typed, in the export too', async () => {
    const person = await desk.newcomer()
    await fillUntil(desk, person, 'purpose')
    await person.say('<script>alert(1)</script> & "学习"')
    await person.sees(/8\/9|usePlan|使用/)
    await person.say('/mydata')
    expect(labelsOf(await person.sees('您保存在这里的资料'))).not.toContain('撤回资料处理')
    await person.press('导出资料')
    const { text } = await newestFile(person)
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;学习&quot;')
    expect(text).not.toContain('<script>')
  })

  it('takes a consent back after the application was handed in, names the effect first, and can give it again', async () => {
    const person = await desk.newcomer()
    const { id } = await fillAndSubmit(desk, person)
    await person.say('/mydata')
    await person.press('撤回人脸比对')
    await person.sees('只用肉眼比对')
    expect(await consentsOf(id)).toEqual({ data: true, face: true, recording: true })
    expect((await person.press('确认撤回')).text).toBe('✓ 已撤回')
    expect(await consentsOf(id)).toEqual({ data: true, face: false, recording: true })
    await person.press('撤回视频录制')
    await person.sees('不再录制')
    await person.press('确认撤回')
    expect(await consentsOf(id)).toEqual({ data: true, face: false, recording: false })
    await person.press('重新同意比对')
    await person.sees('同意人脸比对')
    expect((await person.press('同意')).text).toBe('✓ 已同意')
    expect(await consentsOf(id)).toEqual({ data: true, face: true, recording: false })
    expect((await actions(id)).filter(action => action.startsWith('consent.')).slice(-3)).toEqual([
      'consent.withdrawn',
      'consent.withdrawn',
      'consent.recorded',
    ])
    // forged kinds change nothing
    for (const data of ['consent-off-yes:nothing', 'consent-on-yes:data', 'consent-off-yes:data']) await person.pressData(data)
    expect(await consentsOf(id)).toEqual({ data: true, face: true, recording: false })
  })

  it('deletes photos: of a draft it asks for them again, elsewhere the application goes on', async () => {
    const person = await desk.newcomer()
    const { id } = await fillAndSubmit(desk, person)
    await person.say('/mydata')
    await person.press('删除照片')
    await person.sees('要删除您的照片吗')
    expect((await person.press('确认删除照片')).text).toBe('✓ 照片已删除')
    await removeErased(desk.ctx)
    expect(await desk.ctx.db.select().from(files).where(eq(files.caseId, id))).toEqual([])
    const left = await desk.ctx.db.select({ kind: lookups.kind }).from(lookups).where(eq(lookups.caseId, id))
    expect(left.map(({ kind }) => kind).filter(kind => kind.startsWith('photo'))).toEqual([])

    const drafting = await desk.newcomer()
    await fillToSummary(desk, drafting)
    await drafting.say('/mydata')
    await drafting.press('删除照片')
    await drafting.press('确认删除照片')
    await drafting.say('/status')
    await drafting.sees('9/9')
    // a draft that is deleted leaves nothing to list
    await drafting.say('/cancel')
    await drafting.press('删除申请')
    await drafting.sees('申请已删除')
    await drafting.say('/mydata')
    await drafting.sees('这里没有您的资料')
  })

  it('taking back the use of the data is deleting it, said beforehand; what is left says nothing', async () => {
    const person = await desk.newcomer()
    const { id, code } = await fillAndSubmit(desk, person)
    await person.say('/mydata')
    await person.press('撤回资料处理')
    const asked = await person.sees('撤回等于删除全部资料')
    expect(asked.text).toContain('证件号的散列')
    await person.press('不删除')
    await person.press('删除全部资料')
    await person.press('确认删除全部')
    await person.sees('您的资料已经删除')
    const [after] = await desk.ctx.db.select().from(cases).where(eq(cases.id, id))
    expect(after).toMatchObject({ state: 'withdrawn', sealedKey: null })
    const left = await desk.ctx.db.select({ kind: lookups.kind }).from(lookups).where(eq(lookups.caseId, id))
    expect(left).toEqual([{ kind: 'number' }])
    expect(await verifyChain(desk.ctx, id)).toHaveProperty('head')
    await person.say('/mydata')
    const gone = (await person.sees(code)).text
    expect(gone).toContain('资料已删除')
    expect(gone).not.toContain('撤回同意')
    await person.press('导出资料')
    const { text } = await newestFile(person)
    expect(text).toContain('已经按您的要求删除')
    expect(text).not.toContain('欧阳晓雨')
  })
})
