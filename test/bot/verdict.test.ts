import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readApplication } from '../../core/application/answers.ts'
import { bookTime } from '../../core/booking/book.ts'
import { findFreeTimes } from '../../core/booking/free-times.ts'
import { findPairOf } from '../../core/booking/pair-of.ts'
import { joinCall } from '../../core/call/join.ts'
import { linkCode, openLink } from '../../core/call/link.ts'
import { enterRoom } from '../../core/call/room.ts'
import { readCase } from '../../core/case/load.ts'
import { recordFinding } from '../../core/check/record.ts'
import { startNow } from '../../core/queue/start-now.ts'
import { addStaff } from '../../core/staff/add.ts'
import { openCaseKey } from '../../core/vault/case-key.ts'
import { unseal } from '../../core/vault/seal.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { flags, lookups } from '../../db/schema/lookups.ts'
import { type ChatPerson, labelsOf } from '../support/chat.ts'
import { passEveryCheck } from '../support/pass-checks.ts'
import { booked, bookingsOf } from './booked.ts'
import { adminId, monday, otherId, startDesk, type TestDesk } from './desk.ts'

let desk: TestDesk
let second: ChatPerson
let admin: ChatPerson
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
  // without shifts: the calls are all held by the first reviewer
  await addStaff(desk.ctx, { telegramId: otherId, name: '陈老师', roles: ['reviewer'], locale: 'zh-CN' })
  second = await desk.person(otherId)
  admin = await desk.person(adminId)
  for (const person of [second, admin]) await person.say('/start')
  await desk.deliver()
})
afterAll(() => desk.stop())

const unclear = { check: 'purpose', reason: 'PURPOSE_UNCLEAR' }

type Given = Omit<Parameters<typeof decideCase>[1], 'caseId' | 'idempotencyKey'>

/** From the form to the verdict, the call by its verbs; `share`: how many are drawn for a second look. */
async function decided(
  given: Given,
  { failed, share = 0, attempts = 3 }: { failed?: { check: string; reason: string }; share?: number; attempts?: number } = {},
) {
  desk.clock.now = monday
  // all of them also give one number, which an earlier test may have had rejected
  await desk.ctx.db.delete(lookups)
  const { person, code } = await booked(desk)
  const [booking] = await bookingsOf(desk, code)
  if (!booking) return expect.unreachable()
  desk.clock.now = booking.startsAt
  const ctx = { ...desk.ctx, policy: { ...desk.ctx.policy, fourEyesSharePercent: share, attemptsThatCount: attempts } }
  const pair = await findPairOf(ctx, booking.id)
  for (const role of ['applicant', 'reviewer'] as const) {
    const as = { ...ctx, actor: pair[role] }
    const ref = { bookingId: booking.id, role, version: booking.version }
    const device = `device-of-${role}-0000`
    const { session } = await joinCall(as, await openLink(as, linkCode(as, ref)), device)
    await enterRoom(as, { ...ref, session, device, until: 0 }, { camera: true, microphone: true })
  }
  const reviewer = { ...ctx, actor: pair.reviewer }
  const { id: caseId } = await readCase(ctx, { code })
  await passEveryCheck(reviewer, caseId)
  if (failed) await recordFinding(reviewer, { caseId, result: 'failed', ...failed })
  await desk.deliver()
  // all these applicants send one picture, which would be evidence of its own
  await desk.ctx.db.delete(flags)
  await decideCase(reviewer, { caseId, idempotencyKey: `key-of-${code}`, ...given })
  const sent = await desk.deliver()
  return { person, code, caseId, sent, state: async () => (await readCase(ctx, { code })).state }
}

describe('the verdict in the chat', () => {
  it('conditions stand with their figures, and are accepted with one tap', async () => {
    const conditions = { depositFen: 200_000, termMonths: 6 }
    const { person, state } = await decided({ outcome: 'conditional', reasons: ['HISTORY_FIRST_RENTAL'], conditions })
    const verdict = await person.sees('视频审核有条件通过')
    expect(verdict.text).toContain('押金：¥1,500 → ¥2,000')
    expect(verdict.text).toContain('租期：12 个月 → 6 个月')
    expect(labelsOf(verdict)).toEqual(['接受条件', '不接受'])
    await person.press('不接受')
    await person.sees('如果不接受，这份申请就结束了。')
    expect((await person.press('接受条件')).text).toBe('✓ 已接受，审核通过')
    await desk.deliver()
    await person.sees('视频审核已通过')
    expect(await state()).toBe('approved')
  })

  it('what needs a second look is told to the second reviewer, confirmed from the chat, and only then to the applicant', async () => {
    const { person, sent, state, code } = await decided({ outcome: 'approved', reasons: [] }, { share: 100 })
    expect(sent).toContain('to-confirm')
    expect(sent).not.toContain('verdict')
    const card = await second.sees('Please take a second look')
    expect(card.text).toContain('林老师 decided: Pass')
    expect(labelsOf(card)).toEqual(['Look and decide', 'Confirm verdict'])
    await person.sees('另一位同事正在确认结果')
    // the applicant presses the second reviewer's button
    expect((await person.pressData(`confirm:${code}:5`)).text).not.toContain('✓')
    expect(await state()).toBe('confirming')
    expect((await second.press('Confirm verdict')).text).toBe('✓ Done')
    expect(await desk.deliver()).toContain('verdict')
    await person.sees('✓ 视频审核已通过')
    expect(await state()).toBe('approved')
  })

  it('after a retry about the place the address is corrected from the card, to its last typed word, before a time is taken', async () => {
    const failed = { check: 'place', reason: 'PLACE_DIFFERS' }
    const { person, code } = await decided({ outcome: 'retry', reasons: ['PLACE_DIFFERS'] }, { failed })
    await person.press('修改填写内容')
    await person.sees('浙江省')
    await person.press('有变化')
    await person.say('广东省')
    await person.sees('城市')
    // what hangs on the province is gone by now, and nothing of it is booked with
    const { id: caseId, personId } = await readCase(desk.ctx, { code })
    const applicant = { ...desk.ctx, actor: { kind: 'applicant' as const, personId } }
    const [free] = await findFreeTimes(applicant)
    const booking = bookTime(applicant, { caseId, startsAt: free?.startsAt ?? monday })
    await expect(booking).rejects.toMatchObject({ code: 'application-incomplete' })
    await expect(startNow(applicant, { caseId })).rejects.toMatchObject({ code: 'application-incomplete' })
    await person.say('深圳市')
    await person.sees('区')
    await person.say('南山区')
    await person.sees('街道')
    await person.say('科技园路 1 号 2 栋 301 室')
    await person.sees('修改好了')
    const { said } = await readApplication(desk.ctx, await readCase(desk.ctx, { code }))
    expect(['city', 'district', 'address'].map(said)).toEqual(['440300', '440305', '广东省深圳市南山区科技园路 1 号 2 栋 301 室'])
  })

  it('with all attempts used up an admin may say no from the card, and the applicant reads why and what is possible', async () => {
    const retry = { outcome: 'retry' as const, reasons: ['PURPOSE_UNCLEAR'] }
    const { person, code, state } = await decided(retry, { failed: unclear, attempts: 1 })
    await admin.say(`/case ${code}`)
    expect(labelsOf(await admin.sees('All attempts are used up')).slice(0, 2)).toEqual(['Let it go on', 'Turn down'])
    await admin.press('Turn down')
    await admin.sees('Choose the reason that the applicant is to read')
    expect((await admin.press('No result so far')).text).toBe('✓ Turned down')
    expect(await desk.deliver()).toContain('verdict')
    const verdict = await person.sees('安排过几次视频审核，都没能得出结果')
    expect(labelsOf(verdict)).toContain('提出申诉')
    expect(await state()).toBe('rejected')
  })

  it('an appeal is written in one message, can be dropped first, and has a time by which it is answered', async () => {
    const { person, state } = await decided({ outcome: 'rejected', reasons: ['PURPOSE_UNCLEAR'] }, { failed: unclear })
    await person.sees('视频审核没有通过')
    await person.press('提出申诉')
    await person.sees('请用一条消息写下申诉的理由')
    await person.press('先不申诉')
    await person.sees('没有提交申诉')
    expect(await state()).toBe('rejected')
    await person.press('提出申诉')
    await person.say('短')
    await person.sees('请把理由写得具体一些')
    await person.say('我在申请里写清楚了用途，请再看一次')
    await desk.waitForQueued()
    await desk.deliver()
    const card = await person.sees('已收到您的申诉')
    expect(card.text).toContain('给您答复')
    expect(await state()).toBe('appealed')
    expect(labelsOf(await second.sees('Please decide an appeal'))).toEqual(['Look and decide'])
  })

  it('turned down for good: beginning anew offers the appeal while there is time; a text that comes too late is told so once', async () => {
    const forGood = { outcome: 'rejected-for-good' as const, reasons: ['ENV_STOCK'] }
    const { person, state } = await decided(forGood, { failed: unclear })
    await person.say('/apply')
    expect(labelsOf(await person.sees('申诉一次'))).toContain('提出申诉')
    desk.clock.now = new Date(+desk.clock.now + (14 * 24 - 1) * 60 * 60_000)
    await person.say('提出申诉')
    await person.sees('请用一条消息写下申诉的理由')
    desk.clock.now = new Date(+desk.clock.now + 2 * 60 * 60_000)
    await person.say('我没有囤货，请再看一次')
    await person.sees('这份申请现在不能申诉')
    await person.say('你好')
    expect((await person.messages()).at(-1)?.text).not.toContain('不能申诉')
    expect(await state()).toBe('rejected')
  })

  it('an escalation is decided by an admin from the chat', async () => {
    const { person, state, code } = await decided({ outcome: 'escalated', reasons: ['PURPOSE_UNCLEAR'] }, { failed: unclear })
    await person.sees('您的申请要由负责人来决定')
    await admin.say(`/case ${code}`)
    const card = await admin.sees(code)
    expect(labelsOf(card)).toEqual(expect.arrayContaining(['Look and decide', 'New call', 'Do not pass', 'Ask somebody else']))
    expect(labelsOf(card)).not.toContain('Pass')
    await admin.press('Do not pass')
    await admin.sees('Decide so?')
    await admin.press('Yes, decide so')
    await desk.deliver()
    await person.sees('视频审核没有通过')
    expect(await state()).toBe('rejected')
  })

  it('after a rejection, on the date, the answers are there, to be confirmed in one look: only what the reasons name is asked again, then the consents', async () => {
    const { person, code, caseId } = await decided({ outcome: 'rejected', reasons: ['PURPOSE_UNCLEAR'] }, { failed: unclear })
    await person.sees('视频审核没有通过')
    await person.say('/apply')
    desk.clock.now = new Date(monday.getTime() + 9 * 86_400_000)
    await person.say('/apply')
    const first = await person.sees('上次的内容已为您保留')
    expect(first.text).toContain('上次填写的内容')
    expect(first.text).toContain('欧阳晓雨')
    expect(first.text).not.toContain('考研上网课')
    expect(labelsOf(first)).toEqual(['没有变化', '有变化'])
    await person.press('没有变化')
    await person.sees('7/9')
    await person.say('整理课程笔记，周末剪视频')
    await person.sees('使用计划')
    await person.say('每天晚上上网课，周末在家用')
    await person.sees('同意处理您的申请资料')
    await person.press('同意')
    await person.sees('同意人脸比对')
    await person.press('同意')
    await person.sees('同意录制视频审核')
    await person.press('同意')
    const summary = await person.sees('请核对您的申请')
    for (const kept of ['青禾 手机 12 Pro', '12 个月', '欧阳晓雨', '文三路 100 号', '上班族', '整理课程笔记'])
      expect(summary.text).toContain(kept)
    expect(summary.text).not.toContain('考研上网课')
    const rows = await desk.ctx.db.query.cases.findMany({ where: (row, { ne }) => ne(row.id, caseId) })
    const next = rows.find(row => row.state === 'draft') ?? expect.unreachable()
    expect(next.code).not.toBe(code)
    // each case has its pictures sealed with its own key, and both verify by themselves
    const pictures = await desk.ctx.db.query.files.findMany({ where: (row, { eq }) => eq(row.caseId, next.id) })
    expect(pictures.map(({ kind }) => kind).sort()).toEqual(['card-back', 'card-front'])
    const key = openCaseKey(desk.ctx, next)
    for (const { id } of pictures)
      expect(
        unseal(key, await desk.ctx.files.get(id), `files/${id}`)
          .subarray(0, 2)
          .toString('hex'),
      ).toBe('ffd8')
    await person.press('提交申请')
    await desk.deliver()
    expect((await readCase(desk.ctx, { code: next.code })).state).toBe('invited')
  })
})
