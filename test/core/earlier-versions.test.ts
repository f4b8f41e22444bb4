import { eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerQuestion } from '../../core/application/answer.ts'
import { changeState } from '../../core/case/change-state.ts'
import { clearClosedDrafts } from '../../core/case/clear-closed-drafts.ts'
import { lockOwnCase, readCase } from '../../core/case/load.ts'
import { startApplication } from '../../core/case/start.ts'
import { withdrawCase } from '../../core/case/withdraw.ts'
import { transact } from '../../core/context.ts'
import { renameZones } from '../../core/desk/rename-zones.ts'
import { changeTimeZone, learnTimeZone } from '../../core/person/change-settings.ts'
import { setZone } from '../../core/staff/hours.ts'
import { isTimeZone, usualZoneName } from '../../core/time-zone.ts'
import { audit } from '../../db/schema/audit.ts'
import { answers } from '../../db/schema/cases.ts'
import { settings } from '../../db/schema/desk.ts'
import { people } from '../../db/schema/people.ts'
import { staff } from '../../db/schema/staff.ts'
import { actorOfMember, createTestDesk, job, newInvited, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await createTestDesk()
})
afterAll(() => desk.close())

async function newDraft() {
  const { person, ctx } = await desk.newApplicant()
  const { found } = await startApplication(ctx, { personId: person.id })
  await answerQuestion(ctx, { caseId: found.id, field: 'device', text: 'phone-pro' })
  return { person, ctx, found }
}
const zoneOf = async (personId: string) => {
  const [row] = await desk.database.db.select().from(people).where(eq(people.id, personId))
  return row?.timeZone
}

test('G7: drafts that an earlier version closed lose what they hold, once; what was handed in and what is open keep it', async () => {
  const closedBefore = await Promise.all([newDraft(), newDraft(), newDraft()])
  // as an earlier version did it: the state alone
  for (const { ctx, found } of closedBefore)
    await transact(ctx, async ctx => changeState(ctx, await lockOwnCase(ctx, { id: found.id }), 'withdrawn', 'applicant'))
  const open = await newDraft()
  const handedIn = await newInvited(desk)
  await withdrawCase(handedIn.ctx, { caseId: handedIn.found.id })
  const left = async (id: string) => ({
    key: (await readCase(desk.ctxFor(job), { id })).sealedKey !== null,
    answers: (await desk.database.db.$count(answers, eq(answers.caseId, id))) > 0,
  })
  const ids = closedBefore.map(({ found }) => found.id)
  expect(await Promise.all(ids.map(left))).toEqual(ids.map(() => ({ key: true, answers: true })))

  expect(await clearClosedDrafts(desk.ctxFor(job))).toBe(3)
  expect(await clearClosedDrafts(desk.ctxFor(job))).toBe(0)
  // also from the beginning again it finds nothing more
  await desk.database.db.delete(settings).where(eq(settings.key, 'closed-drafts-cleared'))
  expect(await clearClosedDrafts(desk.ctxFor(job))).toBe(0)
  expect(await Promise.all(ids.map(left))).toEqual(ids.map(() => ({ key: false, answers: false })))
  expect(await left(open.found.id)).toEqual({ key: true, answers: true })
  expect(await left(handedIn.found.id)).toEqual({ key: true, answers: true })
  const erased = await desk.database.db.select().from(audit).where(inArray(audit.chain, ids))
  expect(erased.filter(({ action }) => action === 'case.erased')).toHaveLength(3)
})

test('G12: a zone that a browser told never overrides a chosen one nor that of a member of staff; only what was learnt is learnt anew', async () => {
  const { person, ctx } = await desk.newApplicant()
  const learn = (timeZone: string | undefined) => learnTimeZone(ctx, { personId: person.id, timeZone })
  for (const none of [undefined, '', 'Mars/Olympus', '+08:00;']) await learn(none)
  expect(await zoneOf(person.id)).toBeNull()
  await learn('Europe/Berlin')
  expect(await zoneOf(person.id)).toBe('Europe/Berlin')
  await learn('Asia/Calcutta')
  expect(await zoneOf(person.id)).toBe('Asia/Kolkata')
  await changeTimeZone(ctx, { personId: person.id, timeZone: 'America/New_York' })
  await learn('Europe/Berlin')
  expect(await zoneOf(person.id)).toBe('America/New_York')

  const member = await desk.addReviewer('林老师')
  const own = { personId: member.personId, timeZone: 'Europe/Berlin' }
  await learnTimeZone(desk.ctxFor(actorOfMember(member)), own)
  expect(await zoneOf(member.personId)).toBeNull()
  // learnt when the member was an applicant yet: the zone of the shifts, once set, counts
  await desk.database.db
    .update(people)
    .set({ timeZone: 'Europe/Paris', timeZoneLearnt: true })
    .where(eq(people.id, member.personId))
  await setZone(desk.ctxFor(actorOfMember(member)), { staffId: member.id, timeZone: 'Asia/Tokyo' })
  expect(await zoneOf(member.personId)).toBeNull()
})

test('G12: zones that were kept under a former name get the usual one, once; the clock stays', async () => {
  const former = {
    'Asia/Katmandu': 'Asia/Kathmandu',
    'Asia/Calcutta': 'Asia/Kolkata',
    'US/Pacific': 'America/Los_Angeles',
    'asia/saigon': 'Asia/Ho_Chi_Minh',
    'Europe/Kiev': 'Europe/Kyiv',
    PRC: 'Asia/Shanghai',
    'Asia/Shanghai': 'Asia/Shanghai',
    'Not/A_Zone': 'Not/A_Zone',
  }
  const kept = await Promise.all(
    Object.keys(former).map(async timeZone => {
      const { person } = await desk.newApplicant()
      await desk.database.db.update(people).set({ timeZone }).where(eq(people.id, person.id))
      return person.id
    }),
  )
  const member = await desk.addReviewer('陈老师')
  await desk.database.db.update(staff).set({ timeZone: 'US/Pacific' }).where(eq(staff.id, member.id))
  expect(await renameZones(desk.ctxFor(job))).toBe(6)
  expect(await Promise.all(kept.map(zoneOf))).toEqual(Object.values(former))
  const [row] = await desk.database.db.select().from(staff).where(eq(staff.id, member.id))
  expect(row?.timeZone).toBe('America/Los_Angeles')
  expect(await renameZones(desk.ctxFor(job))).toBe(0)
  const clock = (timeZone: string) => new Date('2026-07-01T12:00Z').toLocaleString('en', { timeZone })
  for (const [name, usual] of Object.entries(former).filter(([name]) => isTimeZone(name))) {
    expect(usualZoneName(name)).toBe(usual)
    expect(clock(name)).toBe(clock(usual))
  }
})

test('the table of browsers that only an earlier version used is gone', async () => {
  const [row] = await desk.database.db.execute(sql`select to_regclass('doors') as doors, to_regclass('link_doors') as kept`)
  expect(row).toEqual({ doors: null, kept: 'link_doors' })
})
