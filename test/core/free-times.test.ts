import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bookTime } from '../../core/booking/book.ts'
import { cancelBooking } from '../../core/booking/cancel.ts'
import { findFreeNow, findFreeTimes } from '../../core/booking/free-times.ts'
import { findActiveBooking } from '../../core/booking/load.ts'
import { moveBooking } from '../../core/booking/move.ts'
import { clearDeskDays, loadChinaDays, setDeskDays, undoDeskDays } from '../../core/desk/days.ts'
import type { Member } from '../../core/staff/add.ts'
import { setDailyLimit, setDays, setHours, setZone, undoHours } from '../../core/staff/hours.ts'
import { parseHours } from '../../core/staff/parse-hours.ts'
import { setStatus } from '../../core/staff/set-status.ts'
import { actorOfMember, createTestDesk, job, newInvited, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
let lin: Member
beforeAll(async () => {
  desk = await createTestDesk()
  lin = await desk.addReviewer('林')
})
afterAll(() => desk.close())

/** 08:00 in Shanghai on a Monday. */
const eight = new Date('2026-11-23T00:00:00Z')
beforeEach(async () => {
  desk.at(eight)
  await setZone(ctx(), { staffId: lin.id, timeZone: 'Asia/Shanghai' })
  await week('daily off')
})
const ctx = () => desk.ctxFor(job)
const week = (text: string) => setHours(ctx(), { staffId: lin.id, ...parseHours(text) })
/** What is free, as UTC without the year. */
const free = async (day = '') =>
  (await findFreeTimes(ctx())).map(time => time.startsAt.toISOString().slice(5, 16)).filter(time => time.startsWith(day))
const utc = (time: string) => new Date(`2026-${time}:00Z`)

describe('times, exactly', () => {
  it('the lead is elapsed time, inclusive: exactly 20 minutes ahead can still be booked', async () => {
    await week('mon 8:20-9:00')
    expect(await free('11-23')).toEqual(['11-23T00:20', '11-23T00:40'])
    desk.at(new Date(eight.getTime() + 1))
    expect(await free('11-23')).toEqual(['11-23T00:40'])
    // the same is said of one time alone, and of one that no shift has
    const alone = (time: string) => findFreeTimes(ctx(), { at: utc(time) })
    expect(await alone('11-23T00:40')).toEqual([{ startsAt: utc('11-23T00:40'), reviewerIds: [lin.id] }])
    for (const none of ['11-23T00:20', '11-23T00:41', '11-23T01:00']) expect(await alone(none)).toEqual([])
  })

  it('the horizon counts local dates: the seventh date from today is in, the eighth is not, whatever UTC says', async () => {
    await week('daily 0:00-0:20')
    expect((await free()).at(-1)).toBe('11-29T16:00')
    // 23:59 in Shanghai is still Monday, a minute later it is Tuesday
    desk.at(utc('11-23T15:59'))
    expect((await free()).at(-1)).toBe('11-29T16:00')
    desk.at(utc('11-23T16:00'))
    expect((await free()).at(-1)).toBe('11-30T16:00')
  })

  it('a shift of yesterday that runs over midnight is offered today', async () => {
    await week('mon 23:00-1:00')
    desk.at(utc('11-23T16:05'))
    expect(await free('11-23')).toEqual(['11-23T16:40'])
  })

  it('the buffer is inclusive: a call may begin in the minute in which the buffer of the one before ends', async () => {
    await week('mon 9:00-10:00')
    const { ctx: applicant, found } = await newInvited(desk)
    const { booking } = await bookTime(applicant, { caseId: found.id, startsAt: utc('11-23T01:20') })
    // 09:20 to 09:35, buffer to 09:40: 09:00 ends its own buffer at 09:20
    expect(await free('11-23')).toEqual(['11-23T01:00', '11-23T01:40'])
    await week('mon 9:05-10:25')
    expect(await free('11-23')).toEqual(['11-23T01:45', '11-23T02:05'])
    expect(
      (await findFreeTimes(ctx(), { exceptCase: found.id })).slice(0, 2).map(time => time.startsAt.toISOString().slice(11, 16)),
    ).toEqual(['01:05', '01:25'])
    await cancelBooking(applicant, { caseId: found.id, version: booking.version })
  })

  it('a change of the clock: the offered times are those of the wall', async () => {
    await setZone(ctx(), { staffId: lin.id, timeZone: 'Europe/Berlin' })
    await week('sat,sun 1:00-4:00')
    desk.at(utc('10-24T10:00'))
    expect(await free('10-25')).toEqual([
      '10-25T00:00',
      '10-25T00:20',
      '10-25T00:40',
      '10-25T02:00',
      '10-25T02:20',
      '10-25T02:40',
    ])
  })
})

describe('exceptions, holidays, make-up days', () => {
  it('an exception closes a date or replaces its windows, and can be undone', async () => {
    await week('mon-fri 9:00-10:00')
    const off = await setDays(ctx(), { staffId: lin.id, dates: ['2026-11-24'], windows: [] })
    await setDays(ctx(), { staffId: lin.id, dates: ['2026-11-25'], windows: [{ startMinute: 1320, endMinute: 1340 }] })
    expect(await free('11-24')).toEqual([])
    expect(await free('11-25')).toEqual(['11-25T14:00'])
    await expect(undoHours(ctx(), { changeId: off.changeId ?? '' })).rejects.toMatchObject({ code: 'stale' })
    const usual = await setDays(ctx(), { staffId: lin.id, dates: ['2026-11-24', '2026-11-25'], windows: null })
    expect(usual.diff.days).toHaveLength(2)
    expect(await free('11-25')).toEqual(['11-25T01:00', '11-25T01:20', '11-25T01:40'])
    await undoHours(ctx(), { changeId: usual.changeId ?? '' })
    expect(await free('11-24')).toEqual([])
    await expect(undoHours(ctx(), { changeId: usual.changeId ?? '' })).rejects.toMatchObject({ code: 'stale' })
    await setDays(ctx(), { staffId: lin.id, dates: ['2026-11-24', '2026-11-25'], windows: null })
  })

  it("China's calendar of 2026 loads once, closes the National Day and opens its make-up Saturday like a Monday", async () => {
    desk.at(utc('10-03T00:00'))
    await week('mon 9:00-9:20')
    await setHours(ctx(), { staffId: lin.id, ...parseHours('tue-fri 10:00-10:20') })
    expect(await free()).toHaveLength(5)
    const { changeId, differs } = await loadChinaDays(ctx(), { year: 2026 })
    expect(
      differs.filter(({ after }) => after?.worksAs === 0),
      'what is left of the year',
    ).toHaveLength(5)
    expect(differs.filter(({ after }) => after?.worksAs === 1).map(({ date }) => date)).toEqual(['2026-10-10'])
    expect(await free()).toEqual(['10-08T02:00', '10-09T02:00', '10-10T01:00'])
    expect((await loadChinaDays(ctx(), { year: 2026 })).changeId).toBeUndefined()
    await setDeskDays(ctx(), { days: [{ date: '2026-10-10', worksAs: 4, name: { zh: '调休', en: 'Make-up day' } }] })
    expect(await free('10-10')).toEqual(['10-10T02:00'])
    await clearDeskDays(ctx(), { dates: ['2026-10-10'] })
    expect(await free('10-10')).toEqual([])
    await expect(undoDeskDays(ctx(), { changeId: changeId ?? '' })).rejects.toMatchObject({ code: 'stale' })
    await expect(loadChinaDays(ctx(), { year: 2031 })).rejects.toMatchObject({ code: 'hours-invalid', details: { why: 'year' } })
  })
})

describe('a daily limit', () => {
  it('G1: holds when all tap different times at the same moment, by booking and by moving', async () => {
    desk.at(new Date('2026-12-13T00:00:00Z'))
    await week('mon,tue 9:00-18:00')
    await setDailyLimit(ctx(), { staffId: lin.id, limit: 2 })
    const invited = await Promise.all(Array.from({ length: 6 }, () => newInvited(desk)))
    const at = (day: number, index: number) => new Date(Date.UTC(2026, 11, day, 2, 20 * index))
    const taps = invited.map(({ ctx, found }, index) => bookTime(ctx, { caseId: found.id, startsAt: at(14, index) }))
    const results = await Promise.allSettled(taps)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'slot-taken' })
    await setDailyLimit(ctx(), { staffId: lin.id, limit: 6 })
    for (const [index, { ctx, found }] of invited.entries()) {
      if (results[index]?.status === 'rejected') await bookTime(ctx, { caseId: found.id, startsAt: at(14, index) })
    }
    await setDailyLimit(ctx(), { staffId: lin.id, limit: 1 })
    const moves = await Promise.allSettled(
      invited.map(({ ctx, found }, index) => moveBooking(ctx, { caseId: found.id, startsAt: at(15, index) })),
    )
    expect(moves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const { ctx, found } of invited) {
      const booking = await findActiveBooking(ctx, found.id)
      await cancelBooking(ctx, { caseId: found.id, version: booking?.version ?? 0 })
    }
    await setDailyLimit(ctx(), { staffId: lin.id, limit: null })
  })

  it('counts calls on the local date on which they begin; a full day is offered no more, neither for `Now`', async () => {
    await week('mon,tue 0:00-24:00')
    await setStatus(desk.ctxFor(actorOfMember(lin)), { status: 'online' })
    await setDailyLimit(ctx(), { staffId: lin.id, limit: 2 })
    const [first, second] = [await newInvited(desk), await newInvited(desk)]
    // 23:40 on Monday in Shanghai, and 00:00 on Tuesday
    const late = await bookTime(first.ctx, { caseId: first.found.id, startsAt: utc('11-23T15:40') })
    await bookTime(second.ctx, { caseId: second.found.id, startsAt: utc('11-23T16:00') })
    expect((await free('11-23')).length).toBeGreaterThan(20)
    await setDailyLimit(ctx(), { staffId: lin.id, limit: 1 })
    expect(await free('11-23')).toEqual([])
    expect(await free('11-24')).toEqual([])
    expect(
      (await findFreeTimes(ctx(), { exceptCase: first.found.id })).filter(time => time.startsAt < utc('11-23T16:00')).length,
    ).toBeGreaterThan(20)
    expect(await findFreeNow(ctx())).toEqual([])
    await cancelBooking(first.ctx, { caseId: first.found.id, version: late.booking.version })
    expect((await free('11-23')).length).toBeGreaterThan(20)
    expect(await findFreeNow(ctx())).toEqual([lin.id])
    await setDailyLimit(ctx(), { staffId: lin.id, limit: null })
    await cancelBooking(second.ctx, { caseId: second.found.id, version: 1 })
  })
})

describe('changes of hours', () => {
  it('name the bookings that lie outside them and keep those; shifts that overlap over midnight are refused', async () => {
    await week('mon 9:00-10:00')
    const { ctx: applicant, found } = await newInvited(desk)
    await bookTime(applicant, { caseId: found.id, startsAt: utc('11-23T01:40') })
    expect((await week('mon 9:00-9:55')).outside).toEqual([])
    const { outside } = await week('mon 9:00-9:54')
    expect(outside).toEqual([{ code: found.code, startsAt: '2026-11-23T01:40:00.000Z', reviewerName: '林' }])
    expect(
      (await setDeskDays(ctx(), { days: [{ date: '2026-11-23', worksAs: 0, name: { zh: '停电', en: 'Power cut' } }] })).outside,
    ).toHaveLength(1)
    await week('mon 22:00-6:00')
    await expect(setHours(ctx(), { staffId: lin.id, ...parseHours('tue 5:00-9:00') })).rejects.toMatchObject({
      code: 'hours-invalid',
      details: { why: 'overlap-days', text: '22:00-6:00 5:00-9:00' },
    })
    await week('sun 22:00-6:00')
    await expect(setHours(ctx(), { staffId: lin.id, ...parseHours('mon 5:59-9:00') })).rejects.toMatchObject({
      code: 'hours-invalid',
    })
    await setHours(ctx(), { staffId: lin.id, ...parseHours('mon 6:00-9:00') })
  })

  it('are an admin’s, or the member’s own', async () => {
    const other = await desk.addReviewer('别人')
    await expect(setDailyLimit(desk.ctxFor(actorOfMember(other)), { staffId: lin.id, limit: 1 })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(setDeskDays(desk.ctxFor(actorOfMember(other)), { days: [] })).rejects.toMatchObject({ code: 'not-allowed' })
    expect((await setDailyLimit(desk.ctxFor(actorOfMember(other)), { staffId: other.id, limit: 1 })).diff.limit).toEqual({
      before: null,
      after: 1,
    })
  })
})
