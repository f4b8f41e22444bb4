import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyChain } from '../../core/audit/verify.ts'
import { bookTime } from '../../core/booking/book.ts'
import { findFreeTimes } from '../../core/booking/free-times.ts'
import { joinCall } from '../../core/call/join.ts'
import { linkCode, openLink } from '../../core/call/link.ts'
import { enterRoom } from '../../core/call/room.ts'
import { findLatestCase, readCase } from '../../core/case/load.ts'
import { startApplication } from '../../core/case/start.ts'
import { recordFinding } from '../../core/check/record.ts'
import { checksFor } from '../../core/check/rules.ts'
import { transact } from '../../core/context.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { audit } from '../../db/schema/audit.ts'
import { bookings } from '../../db/schema/bookings.ts'
import { answers } from '../../db/schema/cases.ts'
import { messages } from '../../db/schema/messages.ts'
import { actorOfMember, answersOfTest, createTestDesk, newInvited, type TestDesk } from '../support/desk.ts'
import { passEveryCheck } from '../support/pass-checks.ts'
import { proveIdentity } from '../support/proof.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await createTestDesk()
})
afterAll(() => desk.close())

/** Invited, booked at the first free time, both in the room. */
async function meetUp() {
  desk.at(new Date('2026-11-23T01:00:00Z'))
  const { ctx, found, personId } = await newInvited(desk)
  const [first] = await findFreeTimes(ctx)
  const { booking } = await bookTime(ctx, { caseId: found.id, startsAt: first?.startsAt ?? new Date() })
  desk.at(booking.startsAt)
  const member =
    (await desk.database.db.query.staff.findFirst({ where: (row, { eq }) => eq(row.id, booking.reviewerId) })) ??
    expect.unreachable()
  const reviewer = desk.ctxFor(actorOfMember(member))
  for (const role of ['applicant', 'reviewer'] as const) {
    const as = role === 'applicant' ? ctx : reviewer
    const ref = { bookingId: booking.id, role, version: booking.version }
    const device = `device-of-${role}-0000`
    const { session } = await joinCall(as, await openLink(as, linkCode(as, ref)), device)
    expect(await enterRoom(as, { ...ref, session, device, until: 0 }, { camera: true, microphone: true })).toBeDefined()
  }
  return { ctx, reviewer, caseId: found.id, booking, personId }
}

const rest = { reasons: [], idempotencyKey: 'one-press-of-a-button' }

describe('the journey', () => {
  beforeAll(async () => {
    await desk.addReviewer('审核员一')
  })

  test('from the first question to the verdict in the outbox', async () => {
    const { ctx, reviewer, caseId, personId } = await meetUp()
    expect((await readCase(ctx, { id: caseId })).state).toBe('reviewing')
    await passEveryCheck(reviewer, caseId)
    await decideCase(reviewer, { caseId, outcome: 'approved', ...rest })
    expect((await readCase(ctx, { id: caseId })).state).toBe('approved')
    const queued = await desk.database.db.select().from(messages).where(eq(messages.personId, personId))
    expect(queued.map(row => row.kind)).toContain('verdict')
    const report = await verifyChain(ctx, caseId)
    expect(report).toMatchObject({ chain: caseId, entries: expect.any(Number) })
  })

  test('G6: no verdict while a check is open, no approval while one has not passed, and nothing changes', async () => {
    const { reviewer, ctx, caseId } = await meetUp()
    const key = 'another-press-0'
    await expect(decideCase(reviewer, { caseId, outcome: 'approved', ...rest, idempotencyKey: key })).rejects.toMatchObject({
      code: 'check-open',
    })
    const [first] = checksFor(['identity', 'environment', 'questions'])
    await passEveryCheck(reviewer, caseId, [first?.key ?? ''])
    const check = first?.key ?? ''
    await expect(recordFinding(reviewer, { caseId, check, result: 'failed' })).rejects.toMatchObject({ code: 'reason-needed' })
    await recordFinding(reviewer, { caseId, check, result: 'failed', reason: 'ID_NOT_ORIGINAL' })
    await expect(decideCase(reviewer, { caseId, outcome: 'approved', ...rest, idempotencyKey: key })).rejects.toMatchObject({
      code: 'check-not-passed',
    })
    await expect(decideCase(reviewer, { caseId, outcome: 'retry', ...rest, idempotencyKey: key })).rejects.toMatchObject({
      code: 'reason-needed',
    })
    expect((await readCase(ctx, { id: caseId })).state).toBe('reviewing')
    await decideCase(reviewer, { caseId, outcome: 'retry', reasons: ['ID_NOT_ORIGINAL'], idempotencyKey: key })
    // only the step that failed is repeated
    expect(await readCase(ctx, { id: caseId })).toMatchObject({ state: 'invited', scope: ['identity'], attempts: 1, hold: null })
  })

  test('G2: two presses of the same button give one verdict', async () => {
    const { reviewer, caseId } = await meetUp()
    for (const { key } of checksFor(['identity', 'environment', 'questions'])) {
      await recordFinding(reviewer, { caseId, check: key, result: 'not-reached', reason: 'TECH_NETWORK' })
    }
    const press = () =>
      decideCase(reviewer, { caseId, outcome: 'retry', reasons: ['TECH_NETWORK'], idempotencyKey: 'pressed-twice-1' })
    const [one, two] = await Promise.all([press(), press()])
    expect(one.id).toBe(two.id)
  })

  test('an attempt that failed for a technical reason does not count', async () => {
    const { reviewer, ctx, caseId } = await meetUp()
    for (const { key } of checksFor(['identity', 'environment', 'questions'])) {
      await recordFinding(reviewer, { caseId, check: key, result: 'not-reached', reason: 'TECH_NETWORK' })
    }
    await decideCase(reviewer, { caseId, outcome: 'retry', reasons: ['TECH_NETWORK'], idempotencyKey: 'technical-retry' })
    expect(await readCase(ctx, { id: caseId })).toMatchObject({ state: 'invited', attempts: 0 })
  })

  test('a rejection names its date, a new application is refused until then and welcome after it', async () => {
    const { reviewer, ctx, caseId, personId } = await meetUp()
    await proveIdentity(reviewer, caseId)
    for (const { key } of checksFor(['identity', 'environment', 'questions']))
      await recordFinding(reviewer, { caseId, check: key, result: 'failed', reason: 'PURPOSE_UNCLEAR' })
    await decideCase(reviewer, { caseId, outcome: 'rejected', reasons: ['PURPOSE_UNCLEAR'], idempotencyKey: 'rejected-dated' })
    await expect(startApplication(ctx, { personId })).rejects.toMatchObject({ code: 'too-early' })
    desk.pass(7 * 24 * 60 + 1)
    expect((await startApplication(ctx, { personId })).resumed).toBe(false)
    expect((await findLatestCase(ctx, personId))?.id).not.toBe(caseId)
  })

  test('another reviewer cannot decide, an applicant cannot read another case', async () => {
    const { caseId, ctx } = await meetUp()
    const stranger = await desk.addReviewer('审核员二')
    await expect(
      decideCase(desk.ctxFor(actorOfMember(stranger)), { caseId, outcome: 'approved', ...rest, idempotencyKey: 'stranger-1' }),
    ).rejects.toMatchObject({
      code: 'not-allowed',
    })
    const { ctx: other } = await newInvited(desk)
    await expect(readCase(other, { id: caseId })).rejects.toMatchObject({ code: 'not-found' })
    expect((await readCase(ctx, { id: caseId })).id).toBe(caseId)
  })

  test('G7: nothing that was typed stands in the database in the clear', async () => {
    await newInvited(desk)
    const sealed = await desk.database.db.select().from(answers)
    expect(sealed.length).toBeGreaterThan(0)
    const tables = await desk.database.db.execute<{ name: string }>(
      sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
    )
    for (const { name } of tables) {
      const [row] = await desk.database.db.execute<{ dump: string | null }>(
        sql`select string_agg(t::text, '') as dump from ${sql.identifier(name)} t`,
      )
      for (const field of ['name', 'documentNumber', 'phone', 'address', 'purpose', 'usePlan'] as const) {
        expect(row?.dump ?? '').not.toContain(answersOfTest[field])
        expect(row?.dump ?? '').not.toContain(Buffer.from(answersOfTest[field]).toString('hex'))
      }
    }
  })

  test('G8: the audit trail refuses change, deletion and truncation, and a rewritten entry is found', async () => {
    const { found, ctx } = await newInvited(desk)
    const { db } = desk.database
    await expect(db.update(audit).set({ action: 'nothing' })).rejects.toThrow()
    await expect(db.delete(audit)).rejects.toThrow()
    await expect(db.execute(sql`truncate audit`)).rejects.toThrow()
    await db.execute(sql`alter table audit disable trigger all`)
    await db.update(audit).set({ body: '{"forged":true}' }).where(sql`chain = ${found.id} and number = 3`)
    await db.execute(sql`alter table audit enable trigger all`)
    expect(await verifyChain(ctx, found.id)).toMatchObject({ brokenAt: 3 })
  })

  test('G3: when anything in it fails, state, audit entry and messages are all as before', async () => {
    const { ctx, found } = await newInvited(desk)
    const [first] = await findFreeTimes(ctx)
    const { db } = desk.database
    const count = async () => {
      const [entries, queued, held] = [audit, messages, bookings].map(table => db.$count(table))
      return [await entries, await queued, await held, (await readCase(ctx, { id: found.id })).version]
    }
    const before = await count()
    const failing = transact(ctx, async ctx => {
      await bookTime(ctx, { caseId: found.id, startsAt: first?.startsAt ?? new Date() })
      throw new Error('the power went out')
    })
    await expect(failing).rejects.toThrow('the power went out')
    expect(await count()).toEqual(before)
    await bookTime(ctx, { caseId: found.id, startsAt: first?.startsAt ?? new Date() })
    const after = await count()
    expect(after.map((number, at) => Number(number) > Number(before[at]))).toEqual([true, true, true, true])
  })
})
