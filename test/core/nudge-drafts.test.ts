import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerQuestion } from '../../core/application/answer.ts'
import { lapseOverdue } from '../../core/case/lapse.ts'
import { readCase } from '../../core/case/load.ts'
import { nudgeDrafts } from '../../core/case/nudge-drafts.ts'
import { startApplication } from '../../core/case/start.ts'
import { readNextDue } from '../../core/desk/next-due.ts'
import { prepareMessage } from '../../core/message/prepare.ts'
import { messages } from '../../db/schema/messages.ts'
import { renderMessage } from '../../texts/render.ts'
import { createTestDesk, job, monday, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await createTestDesk()
})
afterAll(() => desk.close())

const hours = (count: number) => desk.at(new Date(+monday + count * 3_600_000))
const ctx = () => desk.ctxFor(job)
const waiting = (caseId: string) =>
  desk.database.db
    .select()
    .from(messages)
    .where(and(eq(messages.caseId, caseId), eq(messages.kind, 'draft-waits')))

test('a draft that is silent for a day is reminded of once, by day, with what is left; then it lapses (G2)', async () => {
  hours(0)
  const { person, ctx: applicant } = await desk.newApplicant()
  const { found } = await startApplication(applicant, { personId: person.id })
  const caseId = found.id
  // 09:00 and 23:30 in Beijing
  hours(14.5)
  for (const [field, text] of [
    ['device', 'phone-pro'],
    ['term', '12'],
    ['name', '林一'],
    ['document', 'resident-id'],
  ] as const)
    await answerQuestion(desk.ctxFor(applicant.actor), { caseId, field, text })
  const dues = (await readNextDue(ctx())).filter(({ code }) => code === found.code)
  expect(dues.map(({ kind, at }) => [kind, (+at - +monday) / 3_600_000])).toEqual([
    ['draft-nudge', 38.5],
    ['lapse', 14 * 24],
  ])
  for (const [hour, count] of [
    [38.4, 0],
    // a day is over, at night
    [38.5, 0],
    [46.9, 0],
    [47, 1],
    [100, 1],
  ] as const) {
    hours(hour)
    await Promise.all([nudgeDrafts(ctx()), nudgeDrafts(ctx())])
    expect(await waiting(caseId), `after ${hour} hours`).toHaveLength(count)
  }
  const [row] = await waiting(caseId)
  const view = row && (await prepareMessage(ctx(), row))
  expect(view).toMatchObject({ kind: 'draft-waits', left: 7 })
  const reader = { locale: 'zh-CN', timeZone: 'Asia/Shanghai', zoneKnown: true } as const
  const rendered = view && renderMessage(view, reader, desk.now())
  expect(rendered?.html).toContain('还剩 7 题')
  expect(rendered?.buttons.flat()).toMatchObject([{ label: '继续填写', press: { verb: 'apply' } }])
  expect((await readNextDue(ctx())).map(({ kind }) => kind)).toEqual(['lapse'])
  hours(14 * 24)
  await lapseOverdue(ctx())
  expect(await readCase(ctx(), { id: caseId })).toMatchObject({ state: 'lapsed' })
  expect(row && (await prepareMessage(ctx(), row))).toBeUndefined()
})
