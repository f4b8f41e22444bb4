import { and, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readCase } from '../../core/case/load.ts'
import { startApplication } from '../../core/case/start.ts'
import { prepareMessage } from '../../core/message/prepare.ts'
import { finishRehearsal, recordPart } from '../../core/rehearsal/record.ts'
import { tellAgain } from '../../core/verdict/clock.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { reasons } from '../../core/verdict/rules.ts'
import { provenAgainAt } from '../../core/verdict/shorten.ts'
import { messages } from '../../db/schema/messages.ts'
import { rehearsalParts } from '../../db/values.ts'
import { renderMessage } from '../../texts/render.ts'
import { createTestDesk, job, monday, newReviewed, type TestDesk } from '../support/desk.ts'
import { goodFigures } from '../support/rehearsal.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('审核员一')
})
afterAll(() => desk.close())
beforeEach(() => desk.at(monday))

const dayMs = 86_400_000
const runs = ['3d0f0c5e-6f5c-4a53-9a34-0d9a6f6f2a11', '3d0f0c5e-6f5c-4a53-9a34-0d9a6f6f2a12']

/** Rejected for these reasons; what the applicant has been sent since, word by word. */
async function newRejected(codes: string[]) {
  const { ctx, reviewer, caseId, personId } = await newReviewed(desk)
  const rehearse = async (run: string, figures: Partial<typeof goodFigures> = {}) => {
    const all = { ...goodFigures, ...figures }
    for (const part of rehearsalParts) await recordPart(now(), { caseId, run, part, figures: all[part] })
    await finishRehearsal(now(), { caseId, run })
  }
  const now = () => desk.ctxFor(ctx.actor)
  const decide = () =>
    decideCase(desk.ctxFor(reviewer.actor), { caseId, outcome: 'rejected', reasons: codes, idempotencyKey: `key-${caseId}` })
  const said = async (...kinds: string[]) => {
    const mine = and(eq(messages.personId, personId), inArray(messages.kind, kinds))
    const rows = await desk.database.db.select().from(messages).where(mine).orderBy(messages.id)
    const views = await Promise.all(rows.map(row => prepareMessage(desk.ctxFor(job), row)))
    const reader = { locale: 'en', timeZone: 'Asia/Shanghai', zoneKnown: true } as const
    return views.map(view => (view ? renderMessage(view, reader, desk.now()).html.replace(/<[^>]*>/g, '') : ''))
  }
  return { caseId, personId, rehearse, decide, said, now, found: () => readCase(ctx, { id: caseId }) }
}

test('a passed rehearsal after the verdict ends the wait for too little light: told in the verdict, with the times, once', async () => {
  const { caseId, personId, rehearse, decide, said, now, found } = await newRejected(['ENV_TOO_DARK'])
  await recordPart(now(), { caseId, run: runs[0] ?? '', part: 'clock', figures: goodFigures.clock })
  desk.pass(1)
  await decide()
  const [verdict] = await said('verdict')
  expect(verdict).toMatch(/You can apply again from .+, or at once after a passed rehearsal\./)
  const before = await found()
  expect(+(before.againAt ?? 0) - +(before.decidedAt ?? 0)).toBe(dayMs)
  desk.pass(10)
  await expect(startApplication(now(), { personId })).rejects.toMatchObject({ code: 'too-early' })

  // begun before the verdict, and one that did not pass: neither proves anything
  await rehearse(runs[0] ?? '')
  await rehearse(runs[1] ?? '', { light: { face: 10, around: 10 } })
  expect((await found()).againAt).toEqual(before.againAt)
  expect(await said('wait-shortened')).toEqual([])

  await recordPart(now(), { caseId, run: runs[1] ?? '', part: 'light', figures: goodFigures.light })
  await Promise.all([1, 2, 3].map(() => finishRehearsal(now(), { caseId, run: runs[1] ?? '' })))
  expect((await found()).againAt).toEqual(desk.now())
  const told = await said('wait-shortened')
  expect(told).toHaveLength(1)
  expect(told[0]).toMatch(/You can apply again now.+\n.+need not wait until .*\d\d:\d\d/)
  // the reminder of the old date has nothing to add
  desk.at(new Date(+(before.againAt ?? 0) + dayMs))
  await tellAgain(desk.ctxFor(job))
  expect(await said('again-open')).toEqual([])
  expect((await startApplication(now(), { personId })).found.state).toBe('draft')
})

test('a reason that a rehearsal says nothing about keeps its wait, alone or beside one that it proves', async () => {
  for (const codes of [['PURPOSE_UNCLEAR'], ['ENV_TOO_DARK', 'PURPOSE_UNCLEAR']]) {
    desk.at(monday)
    const { rehearse, decide, said, found } = await newRejected(codes)
    await decide()
    const { againAt } = await found()
    expect((await said('verdict'))[0]).not.toContain('rehearsal')
    desk.pass(5)
    await rehearse(runs[0] ?? '')
    expect((await found()).againAt).toEqual(againAt)
    expect(await said('wait-shortened')).toEqual([])
  }
})

test('as data: what a rehearsal shortens is told by the catalogue of reasons, and never a door that is closed for good', () => {
  const shortened = reasons.filter(reason => reason.shortenedBy === 'rehearsal')
  expect(shortened.map(({ code }) => code)).toEqual(['ID_UNREADABLE', 'ENV_TOO_DARK'])
  for (const { waiting } of shortened) expect(waiting).toBeGreaterThan(0)
  const againAt = new Date('2026-12-01T00:00:00Z')
  expect(provenAgainAt({ againAt, shortenedAt: null }, ['ENV_TOO_DARK'])).toEqual(new Date('2026-11-30T00:00:00Z'))
  expect(provenAgainAt({ againAt, shortenedAt: againAt }, ['ENV_TOO_DARK'])).toBeUndefined()
  expect(provenAgainAt({ againAt: null, shortenedAt: null }, ['ENV_TOO_DARK'])).toBeUndefined()
})
