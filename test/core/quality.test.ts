import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { verifyChain } from '../../core/audit/verify.ts'
import { readCase } from '../../core/case/load.ts'
import { readStatusCard } from '../../core/case/status-card.ts'
import { recordFinding } from '../../core/check/record.ts'
import { erasePerson } from '../../core/person/erase.ts'
import { askBlindReaders } from '../../core/quality/ask.ts'
import { readQuality } from '../../core/quality/figures.ts'
import { listBlindReviews, openBlindReview, readBlindPhoto } from '../../core/quality/open.ts'
import { raiseBlindReview, recordBlindReview } from '../../core/quality/record.ts'
import { driftOf, median, standsOut } from '../../core/quality/rules.ts'
import type { Member } from '../../core/staff/add.ts'
import { appealVerdict } from '../../core/verdict/appeal.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { confirmVerdict } from '../../core/verdict/second-look.ts'
import { audit } from '../../db/schema/audit.ts'
import { messages } from '../../db/schema/messages.ts'
import { blindReviews } from '../../db/schema/quality.ts'
import { actorOfMember, createTestDesk, monday, newReviewed, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
let members: Member[]
let admin: Member
beforeAll(async () => {
  desk = await createTestDesk()
  members = [await desk.addReviewer('审核员一'), await desk.addReviewer('审核员二'), await desk.addReviewer('审核员三')]
  admin = await desk.addReviewer('管理员', { roles: ['admin'] })
})
beforeEach(() => {
  desk.at(monday)
  desk.setPolicy({ blindReviewPercent: 100, fourEyesSharePercent: 0 })
})
afterAll(() => desk.close())

let keys = 0
const key = () => `key-of-a-press-${keys++}`
const as = (member: Member) => desk.ctxFor(actorOfMember(member))
const others = (...ids: string[]) => members.filter(({ id }) => !ids.includes(id))
const reviewOf = async (caseId: string) =>
  (await desk.database.db.select().from(blindReviews).where(eq(blindReviews.caseId, caseId)))[0] ?? expect.unreachable()
const isListed = async (member: Member, id: string) => (await listBlindReviews(as(member))).some(one => one.id === id)

async function decided(more: Partial<Parameters<typeof decideCase>[1]> = {}) {
  const made = await newReviewed(desk)
  const { caseId, reviewer } = made
  if (more.outcome && more.outcome !== 'approved')
    await recordFinding(reviewer, { caseId, check: 'purpose', result: 'failed', reason: 'PURPOSE_UNCLEAR', note: '内部备注' })
  await decideCase(reviewer, { caseId, outcome: 'approved', reasons: [], idempotencyKey: key(), ...more })
  const maker = made.booking.reviewerId
  const [reader, third] = others(maker)
  if (!reader || !third) return expect.unreachable()
  return { ...made, maker, reader, third }
}

describe('what is drawn', () => {
  test('a finished case, in the decision’s transaction, once, with its draw on record; nothing where the share is none', async () => {
    const { caseId } = await decided()
    const review = await reviewOf(caseId)
    expect(review.draw).toBeGreaterThanOrEqual(0)
    const [entry] = await desk.database.db
      .select()
      .from(audit)
      .where(and(eq(audit.chain, caseId), eq(audit.action, 'blind-review.drawn')))
    expect(JSON.parse(entry?.body ?? '{}')).toMatchObject({ data: { review: review.id, draw: review.draw } })
    desk.setPolicy({ blindReviewPercent: 0 })
    const none = await decided()
    expect(await desk.database.db.$count(blindReviews, eq(blindReviews.caseId, none.caseId))).toBe(0)
  })

  test('not a review that is only to be repeated', async () => {
    const { caseId } = await decided({ outcome: 'retry', reasons: ['PURPOSE_UNCLEAR'] })
    expect(await desk.database.db.$count(blindReviews, eq(blindReviews.caseId, caseId))).toBe(0)
  })

  test('the applicant reads the verdict at once, and it stays whatever the blind reviewer finds', async () => {
    const { caseId, ctx, reader, personId } = await decided()
    const before = await readCase(ctx, { id: caseId })
    const card = await readStatusCard(ctx, caseId)
    const told = () => desk.database.db.$count(messages, eq(messages.personId, personId))
    const count = await told()
    const { id } = await reviewOf(caseId)
    await openBlindReview(as(reader), { id })
    await recordBlindReview(as(reader), { id, outcome: 'rejected', reasons: ['ID_EXPIRED'], note: '有效期看不清' })
    await raiseBlindReview(as(reader), { id, note: '请再看一次' })
    expect(await readCase(ctx, { id: caseId })).toEqual(before)
    expect(await readStatusCard(ctx, caseId)).toEqual(card)
    expect(await told()).toBe(count)
    expect(await verifyChain(ctx, caseId)).toMatchObject({ entries: expect.any(Number) })
  })
})

describe('who reads it', () => {
  test('neither the maker, nor who was asked to confirm or did, nor who opened the file: not on the list, not by its id, not in SQL', async () => {
    desk.setPolicy({ fourEyesSharePercent: 100 })
    const made = await newReviewed(desk)
    const { caseId, reviewer } = made
    await decideCase(reviewer, { caseId, outcome: 'approved', reasons: [], idempotencyKey: key() })
    const maker = made.booking.reviewerId
    const [two, three] = others(maker)
    if (!two || !three) return expect.unreachable()
    const { version } = await readCase(reviewer, { id: caseId })
    await confirmVerdict(as(two), { caseId, version })
    const { id } = await reviewOf(caseId)
    const makerMember = members.find(member => member.id === maker) ?? expect.unreachable()
    const asked = await desk.database.sql<{ assigned_id: string }[]>`select assigned_id from verdicts where case_id = ${caseId}`
    for (const member of [makerMember, two, ...(asked[0]?.assigned_id === three.id ? [three] : [])]) {
      expect(await isListed(member, id)).toBe(false)
      await expect(openBlindReview(as(member), { id })).rejects.toMatchObject({ code: 'same-person' })
    }
    await expect(openBlindReview(as(admin), { id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(openBlindReview(made.ctx, { id })).rejects.toMatchObject({ code: 'not-found' })
    const forged = desk.database.db.execute(sql`
      update blind_reviews set reader_id = ${maker}, opened_at = now(), done_at = now(), outcome = 'approved', reasons = '{}' where id = ${id}`)
    await expect(forged).rejects.toMatchObject({ cause: { message: expect.stringContaining('had a part') } })
  })

  test('who was asked hears of it, once; whoever has it open keeps it for an hour; the time counts from then', async () => {
    const { caseId, reader, third } = await decided()
    const { id } = await reviewOf(caseId)
    await askBlindReaders(as(admin))
    await askBlindReaders(as(admin))
    const { assignedId } = await reviewOf(caseId)
    const asked = (await desk.database.db.select().from(messages)).filter(
      row => row.kind === 'blind-asked' && row.params.reviewId === id,
    )
    expect([reader.id, third.id]).toContain(assignedId)
    expect(asked.map(row => [row.params.staffId, row.caseId])).toEqual([[assignedId, null]])
    expect(await isListed(reader, id)).toBe(true)
    await openBlindReview(as(reader), { id })
    await expect(openBlindReview(as(third), { id })).rejects.toMatchObject({ code: 'stale' })
    expect(await isListed(third, id)).toBe(false)
    desk.pass(61)
    await openBlindReview(as(third), { id })
    await expect(recordBlindReview(as(reader), { id, outcome: 'approved', reasons: [] })).rejects.toMatchObject({ code: 'stale' })
  })

  test('a rejection waits until its appeal is over, so that nobody is missing for it; an erased case is never read', async () => {
    const { caseId, ctx, reader, personId } = await decided({ outcome: 'rejected', reasons: ['PURPOSE_UNCLEAR'] })
    const { id } = await reviewOf(caseId)
    expect(await isListed(reader, id)).toBe(false)
    await expect(openBlindReview(as(reader), { id })).rejects.toMatchObject({ code: 'not-found' })
    await appealVerdict(ctx, { caseId, text: '用途写得很清楚，请再看一次' })
    desk.pass(15 * 24 * 60)
    expect(await isListed(reader, id)).toBe(false)
    const other = await decided({ outcome: 'rejected', reasons: ['PURPOSE_UNCLEAR'] })
    const second = await reviewOf(other.caseId)
    desk.pass(15 * 24 * 60)
    expect(await isListed(other.reader, second.id)).toBe(true)
    await erasePerson(other.ctx, { personId: other.personId })
    expect(await isListed(other.reader, second.id)).toBe(false)
    expect(personId).not.toBe(other.personId)
  })
})

describe('what the reader sees and says', () => {
  test('what was said and shown, masked; no finding, note, verdict or code before the own finding is on record', async () => {
    const { caseId, reader } = await decided()
    const { id } = await reviewOf(caseId)
    const file = await openBlindReview(as(reader), { id })
    const { code } = await readCase(as(reader), { id: caseId })
    expect(file.answers.find(({ field }) => field === 'documentNumber')?.value).toMatch(/•|\*/)
    expect(file.photos.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['card-front', 'card-back', 'capture-face']))
    const shown = JSON.stringify(file)
    for (const hidden of [code, caseId, 'approved', '内部备注', 'passed', '审核员']) expect(shown).not.toContain(hidden)
    const photo = await readBlindPhoto(as(reader), { id, fileId: file.photos[0]?.id ?? '' })
    expect(photo.mime).toBe('image/jpeg')
    await expect(raiseBlindReview(as(reader), { id, note: '不同意' })).rejects.toMatchObject({ code: 'not-found' })
    const compared = await recordBlindReview(as(reader), { id, outcome: 'approved', reasons: [] })
    expect(compared).toEqual({ code, agrees: true, outcome: 'approved', reasons: [], raised: false })
    await expect(raiseBlindReview(as(reader), { id, note: '不同意' })).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('G2, G11: bad findings are refused, the same one again changes nothing, and what was found is not rewritten in SQL', async () => {
    const { caseId, reader } = await decided()
    const { id } = await reviewOf(caseId)
    const finding = { id, outcome: 'rejected' as const, reasons: ['ID_EXPIRED'], note: '有效期看不清' }
    await expect(recordBlindReview(as(reader), finding)).rejects.toMatchObject({ code: 'stale' })
    await openBlindReview(as(reader), { id })
    await expect(recordBlindReview(as(reader), { ...finding, reasons: [] })).rejects.toMatchObject({ code: 'reason-needed' })
    await expect(recordBlindReview(as(reader), { ...finding, reasons: ['NONE'] })).rejects.toMatchObject({ code: 'reason-unfit' })
    await expect(recordBlindReview(as(reader), { ...finding, outcome: 'escalated' })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    for (const id of ['', 'x', `${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`])
      await expect(openBlindReview(as(reader), { id })).rejects.toMatchObject({ code: 'not-found' })
    expect((await recordBlindReview(as(reader), finding)).agrees).toBe(false)
    expect((await recordBlindReview(as(reader), { ...finding, outcome: 'approved', reasons: [] })).agrees).toBe(false)
    expect(await reviewOf(caseId)).toMatchObject({ outcome: 'rejected', reasons: ['ID_EXPIRED'] })
    for (const bent of [
      sql`update blind_reviews set outcome = 'approved' where id = ${id}`,
      sql`update blind_reviews set verdict_id = gen_random_uuid() where id = ${id}`,
      sql`delete from blind_reviews where id = ${id}`,
      sql`truncate blind_reviews`,
    ])
      await expect(desk.database.db.execute(bent)).rejects.toMatchObject({
        cause: { message: expect.stringMatching(/not rewritten|kept/) },
      })
  })

  test('a difference is handed to the admins once, with a note that stands sealed; nothing follows by itself', async () => {
    const { caseId, reader, ctx } = await decided()
    const { id } = await reviewOf(caseId)
    await openBlindReview(as(reader), { id })
    await recordBlindReview(as(reader), { id, outcome: 'rejected', reasons: ['ID_EXPIRED'] })
    await expect(raiseBlindReview(as(reader), { id, note: ' ' })).rejects.toMatchObject({ code: 'note-needed' })
    for (let time = 0; time < 2; time++)
      expect(await raiseBlindReview(as(reader), { id, note: '有效期与申请不符' })).toMatchObject({ raised: true })
    const raised = (await desk.database.db.select().from(messages)).filter(
      row => row.kind === 'blind-raised' && row.params.reviewId === id,
    )
    expect(raised.map(row => row.personId)).toEqual([admin.personId])
    expect((await reviewOf(caseId)).raisedNote?.toString()).not.toContain('有效期')
    expect((await readCase(ctx, { id: caseId })).state).toBe('approved')
  })
})

describe('the figures', () => {
  test('agreement, times and reasons per reviewer, computed from the rows; for admins only', async () => {
    const small = await createTestDesk()
    try {
      small.setPolicy({ blindReviewPercent: 100 })
      const maker = await small.addReviewer('李敏')
      const boss = await small.addReviewer('管理员', { roles: ['admin'] })
      const give = async (outcome: 'approved' | 'rejected') => {
        const made = await newReviewed(small)
        small.pass(9)
        if (outcome === 'rejected')
          await recordFinding(made.reviewer, {
            caseId: made.caseId,
            check: 'purpose',
            result: 'failed',
            reason: 'PURPOSE_UNCLEAR',
          })
        const reasons = outcome === 'approved' ? [] : ['PURPOSE_UNCLEAR']
        await decideCase({ ...made.reviewer, now: small.now }, { caseId: made.caseId, outcome, reasons, idempotencyKey: key() })
        return made.caseId
      }
      const ids = [await give('approved'), await give('approved'), await give('rejected')]
      const reader = await small.addReviewer('王芳')
      const findings = { approved: [], rejected: ['ID_EXPIRED'] }
      for (const [index, outcome] of (['approved', 'rejected'] as const).entries()) {
        const [review] = await small.database.db
          .select()
          .from(blindReviews)
          .where(eq(blindReviews.caseId, ids[index] ?? ''))
        const id = review?.id ?? ''
        await openBlindReview(small.ctxFor(actorOfMember(reader)), { id })
        small.pass(4)
        await recordBlindReview(small.ctxFor(actorOfMember(reader)), { id, outcome, reasons: findings[outcome] })
      }
      const figures = await readQuality(small.ctxFor(actorOfMember(boss)), { days: 30 })
      expect(figures).toMatchObject({
        ...{ drawn: 3, done: 2, agreed: 1, waiting: 0, blindMinutes: 4, verdicts: 3, families: ['PURPOSE'] },
        members: [{ name: '李敏', verdicts: 3, medianMinutes: 9, agreement: { count: 1, of: 2 } }],
        disagreements: [{ by: '李敏', outcome: 'approved', blind: 'rejected', raised: false }],
      })
      expect(figures.members[0]?.drift).toEqual([
        { family: 'PURPOSE', own: { count: 1, of: 3 }, desk: { count: 1, of: 3 }, points: 0 },
      ])
      await expect(readQuality(small.ctxFor(actorOfMember(maker)), { days: 30 })).rejects.toMatchObject({ code: 'not-allowed' })
      small.pass(40 * 24 * 60)
      expect(await readQuality(small.ctxFor(actorOfMember(boss)), { days: 30 })).toMatchObject({
        verdicts: 0,
        members: [],
        done: 0,
      })
    } finally {
      await small.close()
    }
  })

  test('drift is a share beside the desk’s: too few verdicts or too small a difference do not stand out', () => {
    const desk = { verdicts: 100, counts: new Map([['ID', 20] as const, ['ENV', 5] as const]) }
    const own = (verdicts: number, id: number) => driftOf({ verdicts, counts: new Map([['ID', id] as const]) }, desk)
    expect(own(20, 9)[0]).toEqual({ family: 'ID', own: { count: 9, of: 20 }, desk: { count: 20, of: 100 }, points: 25 })
    expect(
      own(20, 9)
        .filter(standsOut)
        .map(({ family }) => family),
    ).toEqual(['ID'])
    expect(own(20, 6).filter(standsOut)).toEqual([])
    expect(own(9, 9).filter(standsOut)).toEqual([])
    expect(
      own(20, 0)
        .filter(standsOut)
        .map(({ points }) => points),
    ).toEqual([-20])
    expect([median([]), median([3]), median([1, 9]), median([5, 1, 9])]).toEqual([null, 3, 1, 5])
  })
})
