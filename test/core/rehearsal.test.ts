import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bookTime } from '../../core/booking/book.ts'
import { findFreeTimes } from '../../core/booking/free-times.ts'
import { readCase } from '../../core/case/load.ts'
import { withdrawCase } from '../../core/case/withdraw.ts'
import { type MessageRow, prepareMessage } from '../../core/message/prepare.ts'
import { erasePerson } from '../../core/person/erase.ts'
import { isRehearsalCode, openRehearsal, rehearsalUrl } from '../../core/rehearsal/link.ts'
import { failedIn, findRehearsal } from '../../core/rehearsal/read.ts'
import { finishRehearsal, recordPart } from '../../core/rehearsal/record.ts'
import { advices, gradePart, limits } from '../../core/rehearsal/rules.ts'
import { audit } from '../../db/schema/audit.ts'
import { messages } from '../../db/schema/messages.ts'
import { rehearsals } from '../../db/schema/rehearsals.ts'
import { locales, type RehearsalPart, rehearsalParts } from '../../db/values.ts'
import { renderMessage } from '../../texts/render.ts'
import { createTestDesk, job, monday, newInvited, type TestDesk } from '../support/desk.ts'
import { goodFigures } from '../support/rehearsal.ts'
import { keysOf } from '../texts/catalogue-files.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('审核员一')
})
afterAll(() => desk.close())
beforeEach(() => desk.at(monday))

const run = '3d0f0c5e-6f5c-4a53-9a34-0d9a6f6f2a11'
const codeOf = (url: string) => url.slice(url.lastIndexOf('/') + 1)

describe('G10: a part is graded from what was measured, by limits that stand in one place', () => {
  const cases: [RehearsalPart, object, string | undefined][] = [
    ['camera', { width: 640, height: limits.camera.shortSide }, undefined],
    ['camera', { width: 640, height: limits.camera.shortSide - 1 }, 'small'],
    ['camera', { problem: 'denied' }, 'denied'],
    ['light', { face: limits.light.darkest, around: 100 }, undefined],
    ['light', { face: limits.light.darkest - 1, around: 100 }, 'dark'],
    ['light', { face: limits.light.brightest + 1, around: 200 }, 'bright'],
    ['light', { face: 90, around: 91 + limits.light.backlit }, 'backlit'],
    ['microphone', { loudest: limits.microphone.quietest }, undefined],
    ['microphone', { loudest: limits.microphone.quietest - 1 }, 'quiet'],
    ['microphone', { loudest: limits.microphone.silent - 1 }, 'silent'],
    ['microphone', { problem: 'missing' }, 'missing'],
    ['speaker', { heard: 'yes' }, undefined],
    ['speaker', { heard: 'no' }, 'unheard'],
    ['sharpness', { variance: limits.sharpness.blurred }, undefined],
    ['sharpness', { variance: limits.sharpness.blurred - 1 }, 'blurred'],
    ['network', { downKbps: 900, upKbps: limits.network.upKbps, roundTripMs: 80 }, undefined],
    ['network', { downKbps: 900, upKbps: limits.network.upKbps - 1, roundTripMs: 80 }, 'slow'],
    ['network', { downKbps: 900, upKbps: 900, roundTripMs: limits.network.roundTripMs + 1 }, 'late'],
    ['network', { problem: 'unreachable' }, 'unreachable'],
    ['clock', { offSeconds: -limits.clock.offSeconds }, undefined],
    ['clock', { offSeconds: -limits.clock.offSeconds - 1 }, 'off'],
  ]
  test.each(cases)('%s %j: %s', (part, figures, advice) => {
    expect(gradePart(part, figures)).toEqual({ ok: advice === undefined, ...(advice ? { advice } : {}), figures })
  })

  test('what no page of ours measures is no result', () => {
    const bad: [RehearsalPart, unknown][] = [
      ['camera', {}],
      ['camera', { width: 640, height: 480, name: 'Ada' }],
      ['light', { face: 256, around: 0 }],
      ['speaker', { heard: true }],
      ['network', { downKbps: Number.NaN, upKbps: 1, roundTripMs: 1 }],
      ['clock', null],
    ]
    for (const [part, figures] of bad) expect(gradePart(part, figures)).toBeUndefined()
  })

  test('every advice has its words, in the chat and on the page', () => {
    const wanted = rehearsalParts.flatMap(part => advices[part].map(advice => `${part}-${advice}`)).sort()
    for (const locale of locales) {
      const inChat = keysOf('rehearsal', locale).filter(key => key.startsWith('rehearsal-advice-'))
      expect(inChat.map(key => key.slice('rehearsal-advice-'.length)).sort()).toEqual(wanted)
    }
  })
})

test('the link is the same at any time, is nobody else’s, and ends with the application', async () => {
  const { ctx, found } = await newInvited(desk)
  const other = await newInvited(desk)
  const code = codeOf(rehearsalUrl(ctx, found.id))
  expect(code).toMatch(/^[\w-]{43}$/)
  expect(codeOf(rehearsalUrl(ctx, found.id))).toBe(code)
  expect((await openRehearsal(ctx, code)).found.id).toBe(found.id)
  const foreign = codeOf(rehearsalUrl(ctx, other.found.id))
  for (const forged of [`${code.slice(0, 22)}${foreign.slice(22)}`, `${code}A`, code.slice(1), '', 'x'.repeat(43)]) {
    expect(isRehearsalCode(ctx, forged)).toBe(false)
    await expect(openRehearsal(ctx, forged)).rejects.toMatchObject({ code: 'link-unknown' })
  }
  await withdrawCase(ctx, { caseId: found.id })
  await expect(openRehearsal(ctx, code)).rejects.toMatchObject({ code: 'link-over' })
  await expect(recordPart(ctx, { caseId: found.id, run, part: 'clock', figures: { offSeconds: 0 } })).rejects.toMatchObject({
    code: 'link-over',
  })
})

test('G2: a rehearsal is told once for what it measured; a part that is tried again makes it new; others cannot write to it', async () => {
  const { ctx, found, personId } = await newInvited(desk)
  const told = () =>
    desk.database.db
      .select()
      .from(messages)
      .where(and(eq(messages.personId, personId), eq(messages.kind, 'rehearsal')))
  const record = (part: RehearsalPart, figures: object) => recordPart(ctx, { caseId: found.id, run, part, figures })
  const finish = () => finishRehearsal(ctx, { caseId: found.id, run })
  await expect(finish()).rejects.toMatchObject({ code: 'not-found' })
  for (const part of rehearsalParts.slice(1)) await record(part, goodFigures[part])
  await expect(finish()).rejects.toMatchObject({ code: 'application-incomplete', details: { field: 'camera' } })
  expect(await findRehearsal(ctx, found.id)).toBeUndefined()
  expect(await record('camera', { width: 320, height: 240 })).toMatchObject({ ok: false, advice: 'small' })
  await Promise.all([finish(), finish(), finish()])
  const [first, ...more] = await told()
  expect(more).toEqual([])
  const words = await worded(first)
  expect(words).toContain('摄像头：画面太小')
  expect(words).toContain('正常：光线、麦克风、扬声器、清晰度、网络和时钟。')

  await record('camera', goodFigures.camera)
  // its card is still to be sent: it says nothing while the part is tried again
  expect(await worded(first)).toBe('')
  await finish()
  const [, second] = await told()
  expect(await worded(second)).toContain('✓ 设备检测全部通过')
  const trail = await desk.database.db
    .select()
    .from(audit)
    .where(and(eq(audit.chain, found.id), eq(audit.action, 'rehearsal.finished')))
  expect(trail.map(({ body }) => (JSON.parse(body) as { data: { failed: string[] } }).data.failed)).toEqual([['camera'], []])

  const stranger = await newInvited(desk)
  await expect(
    recordPart(stranger.ctx, { caseId: found.id, run, part: 'clock', figures: { offSeconds: 999 } }),
  ).rejects.toMatchObject({ code: 'not-found' })
  await expect(record('clock', { offSeconds: 'late' })).rejects.toMatchObject({ code: 'answer-invalid' })
})

test('without a camera the rehearsal can be carried through all the same, and without an answer of the line too', async () => {
  const { ctx, found } = await newInvited(desk)
  const record = (part: RehearsalPart, figures: object) => recordPart(ctx, { caseId: found.id, run, part, figures })
  await record('camera', { problem: 'denied' })
  await record('microphone', { problem: 'denied' })
  await record('speaker', { heard: 'yes' })
  await expect(finishRehearsal(ctx, { caseId: found.id, run })).rejects.toMatchObject({ details: { field: 'network' } })
  await record('network', { problem: 'unreachable' })
  await finishRehearsal(ctx, { caseId: found.id, run })
  const last = await findRehearsal(ctx, found.id)
  expect(last && failedIn(last)).toEqual([
    { part: 'camera', advice: 'denied' },
    { part: 'microphone', advice: 'denied' },
    { part: 'network', advice: 'unreachable' },
  ])
})

test('reminders name what was not in order, and only that; erasing takes the figures away', async () => {
  const { ctx, found, personId } = await newInvited(desk)
  const [time] = await findFreeTimes(ctx)
  const { booking } = await bookTime(ctx, { caseId: found.id, startsAt: time?.startsAt ?? monday })
  const row = (kind: string): MessageRow =>
    ({
      kind: 'reminder',
      caseId: found.id,
      params: { kind, bookingId: booking.id, version: 1, startsAt: booking.startsAt.toISOString() },
    }) as unknown as MessageRow
  expect(await worded(row('hour'))).toContain('请备好证件原件')
  for (const part of rehearsalParts) await recordPart(ctx, { caseId: found.id, run, part, figures: goodFigures[part] })
  await recordPart(ctx, { caseId: found.id, run, part: 'light', figures: { face: 20, around: 30 } })
  await finishRehearsal(ctx, { caseId: found.id, run })
  for (const kind of ['day', 'hour', 'ten']) expect(await worded(row(kind))).toContain('上次检测还没达标的有：光线。')
  expect(await worded(row('hour'))).not.toContain('请备好证件原件')
  await recordPart(ctx, { caseId: found.id, run, part: 'light', figures: goodFigures.light })
  await finishRehearsal(ctx, { caseId: found.id, run })
  expect(await worded(row('hour'))).toContain('✓ 设备检测已通过')
  await erasePerson(ctx, { personId })
  expect(await desk.database.db.$count(rehearsals, eq(rehearsals.caseId, found.id))).toBe(0)
  expect((await readCase(ctx, { id: found.id })).sealedKey).toBeNull()
})

/** What a message says at this moment, to its Chinese reader; empty when there is nothing to say. */
async function worded(row: MessageRow | undefined): Promise<string> {
  if (!row) throw new Error('no message')
  const view = await prepareMessage(desk.ctxFor(job), row)
  return view ? renderMessage(view, { locale: 'zh-CN', timeZone: 'Asia/Shanghai', zoneKnown: true }, desk.now()).html : ''
}
