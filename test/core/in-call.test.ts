import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { showCase } from '../../api/show-case.ts'
import { abortReview } from '../../core/call/abort.ts'
import { endCall } from '../../core/call/end.ts'
import { handOverCall } from '../../core/call/hand-over-call.ts'
import { leaveRoom } from '../../core/call/room.ts'
import { readDossier } from '../../core/case/dossier.ts'
import { readCase } from '../../core/case/load.ts'
import { askOnPage } from '../../core/draw/ask-on-page.ts'
import { hearCode } from '../../core/draw/hear-code.ts'
import { notePart } from '../../core/draw/note-part.ts'
import { sendCode } from '../../core/draw/send-code.ts'
import { readPrompt } from '../../core/draw/show-prompt.ts'
import { spokenDigits } from '../../core/draw/spoken-code.ts'
import { noteCamera } from '../../core/environment/note-camera.ts'
import { programOf } from '../../core/environment/virtual-cameras.ts'
import { collectEvidence } from '../../core/evidence/collect.ts'
import { markCall, withdrawMark } from '../../core/flag/mark.ts'
import { hasFlags } from '../../core/flag/read.ts'
import { callHelp } from '../../core/help/call-help.ts'
import { seeHelp } from '../../core/help/see-help.ts'
import { prepareMessage } from '../../core/message/prepare.ts'
import { setStatus } from '../../core/staff/set-status.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { audit } from '../../db/schema/audit.ts'
import { bookings } from '../../db/schema/bookings.ts'
import { calls, frames } from '../../db/schema/calls.ts'
import { virtualCameras } from '../../db/schema/draws.ts'
import { messages } from '../../db/schema/messages.ts'
import { writeReport } from '../../texts/evidence-report.ts'
import { actorOfMember, createTestDesk, newMet, type TestDesk } from '../support/desk.ts'
import { passEveryCheck } from '../support/pass-checks.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('审核员一')
})
afterAll(() => desk.close())

const queuedTo = async (personId: string) =>
  (await desk.database.db.select().from(messages).where(eq(messages.personId, personId)).orderBy(messages.id)).map(row => row)
const trailOf = async (caseId: string) =>
  (await desk.database.db.select().from(audit).where(eq(audit.chain, caseId)).orderBy(audit.number)).map(row => row.action)
const live = async (met: Awaited<ReturnType<typeof newMet>>) =>
  (await readDossier(desk.ctxFor(met.reviewer.actor), { code: met.found.code })).live

describe('the spoken code', () => {
  it('goes to the applicant, is compared by the desk, and stands in no row, no trail and no log', async () => {
    const met = await newMet(desk)
    const { reviewer, caseId, booking, personId } = met
    const { number } = await sendCode(reviewer, { caseId })
    const digits = spokenDigits(reviewer, { bookingId: booking.id, number })
    expect(digits).toMatch(/^\d{6}$/)
    const row = (await queuedTo(personId)).findLast(({ kind }) => kind === 'spoken-code')
    expect(row?.params).toEqual({ bookingId: booking.id, number })
    expect(row && (await prepareMessage(reviewer, row))).toMatchObject({ kind: 'spoken-code', digits })
    expect(await readPrompt(reviewer, booking.id)).toMatchObject({ kind: 'code' })
    const wrong = digits === '000000' ? '000001' : '000000'
    expect(await hearCode(reviewer, { caseId, digits: wrong })).toEqual({ result: 'wrong', triesLeft: 2 })
    const spaced = `${digits.slice(0, 3)} ${digits.slice(3)}`
    expect(await hearCode(reviewer, { caseId, digits: spaced })).toEqual({ result: 'right', triesLeft: 0 })
    expect(await readPrompt(reviewer, booking.id)).toBeUndefined()
    expect(row && (await prepareMessage(reviewer, row)), 'used: not sent any more').toBeUndefined()
    expect((await queuedTo(personId)).at(-1)).toMatchObject({
      kind: 'spoken-code-over',
      params: { bookingId: booking.id, number },
    })
    const everything = JSON.stringify([
      await desk.database.db.select().from(audit).where(eq(audit.chain, caseId)),
      await queuedTo(personId),
      desk.seen,
    ])
    expect(everything).not.toContain(digits)
    await expect(hearCode(reviewer, { caseId, digits })).rejects.toMatchObject({
      code: 'code-spent',
      details: { why: 'expired' },
    })
  })

  it('runs out: by its time, by its tries, by the number that a call may have', async () => {
    const { reviewer, caseId } = await newMet(desk)
    const refused = (why: string) => ({ code: 'code-spent', details: { why } })
    const hear = () => hearCode(desk.ctxFor(reviewer.actor), { caseId, digits: '12' })
    const send = () => sendCode(desk.ctxFor(reviewer.actor), { caseId })
    await expect(hear()).rejects.toMatchObject(refused('none'))
    await send()
    desk.pass(4)
    await expect(hear()).rejects.toMatchObject(refused('expired'))
    await send()
    for (const triesLeft of [2, 1, 0]) expect(await hear()).toEqual({ result: 'wrong', triesLeft })
    await expect(hear()).rejects.toMatchObject(refused('tries'))
    await send()
    await expect(send()).rejects.toMatchObject(refused('limit'))
  })
})

describe('what is asked on the page', () => {
  it('stands until its part is noted, and ends with the call', async () => {
    const { reviewer, caseId, booking } = await newMet(desk)
    await askOnPage(reviewer, { caseId, kind: 'movement' })
    expect(await readPrompt(reviewer, booking.id)).toMatchObject({ kind: 'movement', detail: expect.any(String) })
    await notePart(reviewer, { caseId, part: 'movement', value: 'done' })
    expect(await readPrompt(reviewer, booking.id)).toBeUndefined()
    await askOnPage(reviewer, { caseId, kind: 'room' })
    expect(await readPrompt(reviewer, booking.id)).toMatchObject({ kind: 'room' })
    await askOnPage(reviewer, { caseId, kind: null })
    expect(await readPrompt(reviewer, booking.id), 'taken back').toBeUndefined()
    await askOnPage(reviewer, { caseId, kind: 'room' })
    await endCall(reviewer, { bookingId: booking.id })
    expect(await readPrompt(reviewer, booking.id)).toBeUndefined()
    await expect(askOnPage(reviewer, { caseId, kind: 'room' })).rejects.toMatchObject({ code: 'not-met' })
  })
})

describe('a camera that is a program', () => {
  it.each([
    ['OBS Virtual Camera', 'obs'],
    ['ManyCam Virtual Webcam', 'manycam'],
    ['XSplit VCam', 'xsplit'],
    ['Snap Camera', 'snap'],
    ['Dummy video device (0x0000)', 'v4l2loopback'],
    ['某某虚拟摄像头', 'virtual'],
    ['FaceTime HD Camera', undefined],
    ['Integrated Camera (04f2:b6d0)', undefined],
    ['Front Camera', undefined],
    ['Observatory webcam', undefined],
  ])('%s: %s', (name, product) => expect(programOf(name)).toBe(product))

  it('is pointed out once; the name itself, which may hold a person’s, is kept nowhere', async () => {
    const met = await newMet(desk)
    for (const name of ['OBS Virtual Camera', 'OBS Virtual Camera', '王小明的 iPhone'])
      await noteCamera(met.ctx, { bookingId: met.booking.id, role: 'applicant' }, name)
    expect((await live(met))?.virtualCameras).toEqual(['OBS'])
    const rows = await desk.database.db.select().from(virtualCameras).where(eq(virtualCameras.bookingId, met.booking.id))
    expect(rows.map(({ product }) => product)).toEqual(['obs'])
    expect((await trailOf(met.caseId)).filter(action => action === 'camera.virtual')).toHaveLength(1)
  })
})

describe('silent help', () => {
  it('reaches the reviewer alone, on the page and in the chat, once; the applicant gets nothing', async () => {
    const met = await newMet(desk)
    const before = (await queuedTo(met.personId)).length
    const count = () => desk.database.db.$count(frames, eq(frames.toRole, 'applicant'))
    const toApplicant = await count()
    for (let i = 0; i < 3; i++) await callHelp(met.ctx, { personId: met.personId })
    expect(await queuedTo(met.personId)).toHaveLength(before)
    expect(await count()).toBe(toApplicant)
    const told = (await desk.database.db.select().from(messages)).filter(
      ({ kind, caseId }) => kind === 'help-called' && caseId === met.caseId,
    )
    expect(told).toHaveLength(1)
    expect((await live(met))?.help).toEqual([{ at: desk.now(), seen: false }])
    await seeHelp(met.reviewer, { caseId: met.caseId })
    expect((await live(met))?.help).toEqual([{ at: desk.now(), seen: true }])
  })

  it('does nothing, and says nothing, where no call is booked', async () => {
    const { ctx, person } = await desk.newApplicant()
    await expect(callHelp(ctx, { personId: person.id })).resolves.toBeUndefined()
  })
})

describe('marks', () => {
  it('ask for a second pair of eyes, can be taken back before the verdict, and both stand in the trail', async () => {
    const { reviewer, caseId, found } = await newMet(desk)
    const marks = async () => (await readDossier(reviewer, { code: found.code })).marks
    await markCall(reviewer, { caseId, kind: 'earphones', note: '两次都没有取下' })
    await markCall(reviewer, { caseId, kind: 'looks-aside' })
    const [first, second] = await marks()
    expect(first).toMatchObject({ kind: 'earphones', note: '两次都没有取下', by: '审核员一' })
    await withdrawMark(reviewer, { caseId, mark: second?.id ?? '' })
    await expect(withdrawMark(reviewer, { caseId, mark: second?.id ?? '' })).rejects.toMatchObject({ code: 'not-found' })
    expect(await marks()).toHaveLength(1)
    expect(await hasFlags(reviewer, caseId)).toBe(true)
    expect(await trailOf(caseId)).toEqual(expect.arrayContaining(['mark.made', 'mark.withdrawn']))
    await passEveryCheck(reviewer, caseId)
    const verdict = await decideCase(reviewer, { caseId, outcome: 'approved', reasons: [], idempotencyKey: 'marked-approved' })
    expect(verdict).toMatchObject({ status: 'pending', fourEyes: expect.arrayContaining(['flag']) })
  })
})

describe('a review that breaks off', () => {
  it.each([
    ['TECH_NETWORK', 0],
    ['ATTEND_LEFT', 1],
  ])('%s: what was not reached says so, the applicant books again, and %i attempts count', async (reason, attempts) => {
    const { reviewer, caseId, booking } = await newMet(desk)
    const abort = () => abortReview(reviewer, { caseId, reason, idempotencyKey: `abort-${reason}-${caseId}` })
    await abort()
    await abort()
    expect(await readCase(reviewer, { id: caseId })).toMatchObject({
      state: 'invited',
      attempts,
      scope: ['identity', 'environment', 'questions'],
    })
    expect((await desk.database.db.select().from(bookings).where(eq(bookings.id, booking.id)))[0]?.status).toBe('attended')
    expect((await trailOf(caseId)).filter(action => action === 'verdict.given')).toHaveLength(1)
  })

  it('a reason that asks for no other time does not do', async () => {
    const { reviewer, caseId } = await newMet(desk)
    const abort = abortReview(reviewer, { caseId, reason: 'ID_TAMPERED', idempotencyKey: `abort-unfit-${caseId}` })
    await expect(abort).rejects.toMatchObject({ code: 'reason-unfit' })
    expect((await readCase(reviewer, { id: caseId })).state).toBe('reviewing')
  })
})

describe('who is away', () => {
  it('comes back within 90 seconds to the same call, later to a new one at the same step; a code in the chat gives a minute more', async () => {
    const met = await newMet(desk)
    const all = () => desk.database.db.select().from(calls).where(eq(calls.bookingId, met.booking.id)).orderBy(calls.openedAt)
    const away = async (seconds: number) => {
      await leaveRoom(desk.ctxFor(met.ctx.actor), met.applicant())
      desk.pass(seconds / 60)
      await met.joinAgain()
      return (await all()).length
    }
    expect(await away(80)).toBe(1)
    await sendCode(desk.ctxFor(met.reviewer.actor), { caseId: met.caseId })
    expect(await away(140)).toBe(1)
    expect(await away(100)).toBe(2)
    const [first, second] = await all()
    expect(first?.endedAt).not.toBeNull()
    expect(second).toMatchObject({ step: first?.step, endedAt: null, pictureAt: expect.any(Date) })
    expect(await trailOf(met.caseId)).toContain('call.broken-off')
    expect((await live(met))?.calls).toBe(2)
  })
})

describe('who was in the room', () => {
  it('stands on the case in words: from when to when, for how long, each side and both at once, and what it decided', async () => {
    const met = await newMet(desk)
    const { code } = met.found
    const start = met.booking.startsAt
    const minute = (number: number) => new Date(+start + number * 60_000)
    desk.pass(5)
    await leaveRoom(desk.ctxFor(met.ctx.actor), met.applicant())
    desk.pass(1)
    await met.joinAgain()
    const records = async () => (await readDossier(desk.ctxFor(met.reviewer.actor), { code })).presence
    desk.pass(10)
    const here = [
      { from: minute(0), until: minute(5) },
      { from: minute(6), until: null },
    ]
    expect(await records()).toMatchObject([
      {
        ...{ bookingId: met.booking.id, status: 'active', togetherSeconds: 15 * 60 },
        sides: {
          applicant: { sittings: here, seconds: 15 * 60 },
          reviewer: { sittings: [{ from: minute(0), until: null }], seconds: 16 * 60 },
        },
      },
    ])
    // the page is loaded anew: the same stretch goes on
    await met.joinAgain()
    expect((await records())[0]?.sides.applicant.sittings).toHaveLength(2)
    // the server that held the sockets died: the end of the call ends the stay too
    await endCall(desk.ctxFor(met.reviewer.actor), { bookingId: met.booking.id })
    desk.pass(60)
    expect((await records())[0]?.sides.reviewer).toEqual({ sittings: [{ from: minute(0), until: minute(16) }], seconds: 960 })

    const of = eq(bookings.id, met.booking.id)
    await desk.database.db.update(bookings).set({ status: 'technical' }).where(of)
    const admin = desk.ctxFor(actorOfMember(await desk.addReviewer('管理员三', { roles: ['admin'] })))
    const dossier = await readDossier(admin, { code })
    expect(showCase(admin, dossier, 'en').presence).toMatchObject([
      { means: 'A technical fault: nothing counts against the applicant.', sides: [{ role: 'applicant' }, { role: 'reviewer' }] },
    ])
    const evidence = await collectEvidence(admin, { caseId: met.caseId, full: false })
    const told = (locale: 'zh-CN' | 'en') => JSON.stringify(writeReport(evidence, locale, 'Asia/Shanghai').sections)
    for (const words of ['15 min 0 s in all', '16 min 0 s in all', 'Both at once', 'A technical fault'])
      expect(told('en').includes(words), words).toBe(true)
    for (const words of ['共 15 分 0 秒', '双方同时在场', '认定为技术原因'])
      expect(told('zh-CN').includes(words), words).toBe(true)
  })
})

describe('a running call changes hands', () => {
  it('to somebody online and free: notes stand, the applicant stays seated, the one before is out; with nobody free it stays', async () => {
    const { reviewer, caseId, booking, found } = await newMet(desk)
    await notePart(reviewer, { caseId, part: 'people', value: 'none' })
    const hand = () => handOverCall(reviewer, { caseId, note: '证件看过了，环境还没看' })
    await expect(hand()).rejects.toMatchObject({ code: 'nobody-free' })
    const other = await desk.addReviewer('审核员二')
    const next = desk.ctxFor(actorOfMember(other))
    await setStatus(next, { status: 'online' })
    await hand()
    const dossier = await readDossier(next, { code: found.code })
    expect(dossier.live?.handed).toEqual({ note: '证件看过了，环境还没看', by: '审核员一' })
    expect(dossier.checks.flatMap(({ parts }) => parts).find(({ key }) => key === 'people')?.value).toBe('none')
    await expect(notePart(reviewer, { caseId, part: 'people', value: 'passing' })).rejects.toMatchObject({ code: 'not-allowed' })
    const seated = await desk.database.sql<{ role: string; session: string | null }[]>`
      select role, session from seats where booking_id = ${booking.id}`
    expect(seated).toEqual([{ role: 'applicant', session: expect.any(String) }])
    const told = (await queuedTo(other.personId)).map(({ kind }) => kind)
    expect(told).toContain('call-handed')
  })
})
