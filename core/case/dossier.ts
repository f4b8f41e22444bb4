import { and, asc, eq, gt, like, notInArray } from 'drizzle-orm'
import { audit } from '../../db/schema/audit.ts'
import { consents, files } from '../../db/schema/cases.ts'
import { devices } from '../../db/schema/catalogue.ts'
import { people } from '../../db/schema/people.ts'
import { staff } from '../../db/schema/staff.ts'
import { findings } from '../../db/schema/verdicts.ts'
import type { CaptureKind, Locale } from '../../db/values.ts'
import { readApplication } from '../application/answers.ts'
import { readCorrected } from '../application/correct.ts'
import { maskAnswer } from '../application/mask.ts'
import { stepsOf } from '../application/steps.ts'
import { appendAudit, nameActor } from '../audit/append.ts'
import { type Booking, findLatestBooking } from '../booking/load.ts'
import { windowOf } from '../call/link.ts'
import { type RoomRecord, readRoomRecords } from '../call/sittings.ts'
import { type Capture, findPresentCaptures, readCaptures } from '../capture/read.ts'
import { offeredCaptures } from '../check/proof.ts'
import { checksFor } from '../check/rules.ts'
import { type Ctx, transact } from '../context.ts'
import { erasedFile } from '../desk/retention.ts'
import { type Live, readLive } from '../draw/read-live.ts'
import { type NotedPart, readParts } from '../draw/read-parts.ts'
import { type Comparison, type Distance, readComparisons, readDistances } from '../face/read.ts'
import { type Mark, readMarks } from '../flag/mark.ts'
import { type Flag, readFlags } from '../flag/read.ts'
import { blindFields, isBlind, isShownToBlind } from '../identity/blind.ts'
import { type Entry, readEntry } from '../identity/entry.ts'
import { readPricedDevice } from '../order/price.ts'
import { after, minutes } from '../policy.ts'
import { hiddenAnswers } from '../question/hidden.ts'
import { listRecordings, type Stretch } from '../recording/list.ts'
import { mayRecord, recordingKind } from '../recording/load.ts'
import { refuse } from '../refusal.ts'
import { findRehearsal, type Rehearsal } from '../rehearsal/read.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { unseal } from '../vault/seal.ts'
import { findNewestVerdict, type Verdict } from '../verdict/load.ts'
import { type Look, mayLook, readLook } from '../verdict/look.ts'
import { obstacle } from '../verdict/rules.ts'
import { type Case, readCase } from './load.ts'

export interface Dossier {
  found: Case
  /** at the order's price, where the order names one */
  device: typeof devices.$inferSelect | null
  /** masked: something of it is hidden, and can be opened (core/case/reveal.ts). closed: not before it was asked about (core/question/hidden.ts). corrected: answered anew after it was handed in */
  answers: { field: string; value: string; masked: boolean; closed?: true; corrected?: true }[]
  /** this reader has yet to type name and number from the card: those and the card's photos are hidden */
  blind: boolean
  /** the applicant's own, of the document */
  photos: { id: string; kind: string; takenAt: Date }[]
  /** taken by reviewers from the calls */
  captures: Capture[]
  consents: { kind: string; given: boolean }[]
  booking?: Booking & { mine: boolean; opensAt: Date; closesAt: Date }
  checks: {
    key: string
    step: string
    stated?: string
    result?: string
    reason?: string
    note?: string
    captures?: readonly CaptureKind[]
    entry?: Entry
    comparison?: Comparison
    distance?: Distance
    parts: NotedPart[]
  }[]
  /** while the review is on, for its reviewer */
  live?: Live
  /** what reviewers marked in silence in its calls */
  marks: Mark[]
  /** the language of the applicant */
  spokenTo: Locale
  verdict?: Omit<Verdict, 'note' | 'checkNote'> & { note?: string; by: string }
  /** the newest that was carried through */
  rehearsal?: Rehearsal
  /** evidence of other cases, as far as this reader may know it by now */
  flags: (Flag & { opens: boolean })[]
  /** by staff: the second reviewer's note, when it was sent back */
  returned?: { note: string; by: string }
  /** what waits for a second person or for the decision of an appeal */
  look?: Look
  recording: { may: boolean; stretches: Stretch[] }
  /** who was in the room of its bookings */
  presence: RoomRecord[]
  /** to which a deposit, a device, a term can be changed */
  offers: (typeof devices.$inferSelect)[]
  may: {
    join: boolean
    check: boolean
    decide: boolean
    approve: boolean
    why?: 'not-mine' | 'not-met' | 'check-open' | 'check-not-passed' | 'over'
  }
}

/**
 * Everything that a reviewer sees of a case. Reviewers see their own cases, admins every one; anybody else is told that there is no
 * such case. What is personal and not needed by a check that is on is masked; opening a dossier is written to the audit trail.
 */
export async function readDossier(ctx: Ctx, input: { code: string }): Promise<Dossier> {
  return transact(ctx, async ctx => {
    const found = await readCase(ctx, { code: input.code })
    const booking = await findLatestBooking(ctx, found.id)
    const mine = await refuseStrangers(ctx, found, booking)
    const key = openCaseKey(ctx, found)
    const { answers, said } = await readApplication(ctx, found)
    const corrected = await readCorrected(ctx, found)
    const photos = await ctx.db.select().from(files).where(cardPhotos(found.id)).orderBy(asc(files.createdAt))
    const given = await ctx.db.select().from(consents).where(eq(consents.caseId, found.id))
    const rows = booking ? await ctx.db.select().from(findings).where(eq(findings.bookingId, booking.id)) : []
    const isReviewed = mine && booking?.status === 'active' && found.state === 'reviewing'
    const parts = booking ? await readParts(ctx, found, booking.id) : []
    const blind = await isBlind(ctx, found, booking)
    const toAsk = hiddenAnswers({ found, booking, mine, parts, done: questionsChecked(found, rows) })
    const closed = new Set([...toAsk, ...(blind ? blindFields : [])])
    const faces = await showFaces(ctx, found, booking)
    const entry = booking && (await readEntry(ctx, found, { bookingId: booking.id, reviewerId: booking.reviewerId }, said))
    const checks = checksFor(found.scope).map(({ key: check, step, field }) => {
      const row = rows.find(row => row.check === check)
      const stated =
        field === undefined || closed.has(field) ? undefined : stateAnswer(field, answers.get(field)?.value ?? '', isReviewed)
      const note = row?.note && unseal(key, row.note, `findings/${row.bookingId}/${check}`).toString()
      const captures = offeredCaptures(check, said)
      return {
        key: check,
        step,
        ...(captures.length > 0 ? { captures } : {}),
        ...(check === 'card-data' && entry ? { entry } : {}),
        ...(check === 'face-match' ? faces : {}),
        ...(stated ? { stated } : {}),
        ...(row ? { result: row.result } : {}),
        ...(row?.reason ? { reason: row.reason } : {}),
        ...(note ? { note } : {}),
        parts: parts.filter(part => part.check === check),
      }
    })
    const verdict = await showVerdict(ctx, found, key)
    const rehearsal = await findRehearsal(ctx, found.id)
    await noteOpened(ctx, found)
    return {
      found,
      device: (await readPricedDevice(ctx, found)) ?? null,
      answers: stepsOf(ctx.form, said)
        .filter(({ step }) => !step.aside && said(step.field))
        .map(({ step: { field } }) => ({
          field,
          ...(closed.has(field) ? { value: '', masked: false, closed: true as const } : maskAnswer(field, said(field) ?? '')),
          ...(corrected.has(field) ? { corrected: true as const } : {}),
        })),
      blind,
      photos: (blind ? [] : photos).map(({ id, kind, createdAt }) => ({ id, kind, takenAt: createdAt })),
      captures: (await readCaptures(ctx, found.id)).filter(capture => !blind || isShownToBlind(capture, booking)),
      consents: given.map(({ kind, given }) => ({ kind, given })),
      ...(booking ? { booking: { ...booking, mine, ...windowOf(ctx, booking, found) } } : {}),
      checks,
      ...(isReviewed && booking ? { live: await readLive(ctx, found, booking.id) } : {}),
      marks: await readMarks(ctx, found),
      spokenTo: await languageOf(ctx, found),
      ...(verdict ? { verdict } : {}),
      ...(rehearsal ? { rehearsal } : {}),
      flags: mine && booking?.status === 'active' && !questionsDone(checks) ? [] : await readFlagsFor(ctx, found.id),
      ...(await showReturned(ctx, found, key)),
      ...(await showLook(ctx, found)),
      recording: { may: await mayRecord(ctx, found), stretches: await listRecordings(ctx, found.id) },
      presence: await readRoomRecords(ctx, found.id),
      offers: await ctx.db.select().from(devices).where(eq(devices.active, true)).orderBy(asc(devices.position)),
      may: whatMay(ctx, found, booking, mine, rows, checks),
    }
  })
}

/** Of the stills that stand now; what was said of earlier ones is in the evidence file. */
async function showFaces(
  ctx: Ctx,
  found: Case,
  booking: Booking | undefined,
): Promise<{ comparison?: Comparison; distance?: Distance }> {
  if (!booking) return {}
  const taken = await findPresentCaptures(ctx, booking.id)
  const ofThese = (told: { cardId: string; faceId: string }) =>
    told.cardId === taken.get('card-front')?.id && told.faceId === taken.get('face')?.id
  const comparison = (await readComparisons(ctx, found.id)).find(ofThese)
  const distance = (await readDistances(ctx, found.id)).find(ofThese)
  return { ...(comparison ? { comparison } : {}), ...(distance ? { distance } : {}) }
}

async function languageOf(ctx: Ctx, { personId }: Case): Promise<Locale> {
  const [person] = await ctx.db.select({ locale: people.locale }).from(people).where(eq(people.id, personId))
  return person?.locale ?? 'zh-CN'
}

const questionsChecked = ({ scope }: Case, rows: readonly { check: string }[]): boolean =>
  checksFor(scope).every(({ key, step }) => step !== 'questions' || rows.some(({ check }) => check === key))

/** Which answers this reader does not read yet. */
export async function readClosed(
  ctx: Ctx,
  found: Case,
  booking: Booking | undefined,
  mine: boolean,
): Promise<ReadonlySet<string>> {
  if (!booking) return new Set()
  const rows = await ctx.db.select({ check: findings.check }).from(findings).where(eq(findings.bookingId, booking.id))
  const parts = await readParts(ctx, found, booking.id)
  return hiddenAnswers({ found, booking, mine, parts, done: questionsChecked(found, rows) })
}

/** A reviewer learns of other cases after the questions and before the verdict, so that they do not colour the talk. */
function questionsDone(checks: readonly { step: string; result?: string }[]): boolean {
  const questions = checks.filter(({ step }) => step === 'questions')
  return (questions.length > 0 ? questions : checks).every(({ result }) => result !== undefined)
}

/** Whoever may look at any case gets a way to the other one. */
async function readFlagsFor(ctx: Ctx, caseId: string): Promise<Dossier['flags']> {
  const opens = ctx.actor.kind === 'staff' && ctx.actor.roles.includes('admin')
  return (await readFlags(ctx, caseId)).map(flag => ({ ...flag, opens }))
}

/** While the review is on, a check compares with the whole answer; before it and after the verdict it stands there masked. */
function stateAnswer(field: string, value: string, isReviewed: boolean): string {
  return isReviewed ? value : maskAnswer(field, value).value
}

/** The console looks again and again: who opened a dossier stands in the trail once in ten minutes. */
async function noteOpened(ctx: Ctx, found: Case): Promise<void> {
  const action = 'dossier.opened'
  const recent = and(eq(audit.chain, found.id), eq(audit.action, action), gt(audit.at, after(ctx.now(), -minutes(10))))
  const [noted] = await ctx.db
    .select({ number: audit.number })
    .from(audit)
    .where(and(recent, eq(audit.actor, nameActor(ctx.actor))))
    .limit(1)
  if (!noted) await appendAudit(ctx, found.id, action)
}

/** Whether the case is the actor's own to review; refused as `not-found` to everybody who may not see it. */
export async function refuseStrangers(ctx: Ctx, found: Case, booking: Booking | undefined): Promise<boolean> {
  if (ctx.actor.kind !== 'staff') return refuse('not-found', { what: 'case' })
  const mine = booking?.reviewerId === ctx.actor.staffId
  if (!mine && !ctx.actor.roles.includes('admin') && !(await mayLook(ctx, found))) return refuse('not-found', { what: 'case' })
  return mine
}

function whatMay(
  ctx: Ctx,
  found: Case,
  booking: Booking | undefined,
  mine: boolean,
  rows: readonly { check: string; result: 'passed' | 'failed' | 'not-reached' }[],
  checks: readonly { key: string }[],
): Dossier['may'] {
  const none = { join: false, check: false, decide: false, approve: false }
  // a verdict that was sent back is of a call that is over
  const isReturned = found.state === 'reviewing' && booking?.status === 'attended'
  if (booking?.status !== 'active' && !isReturned) return { ...none, why: 'over' }
  if (!mine) return { ...none, why: 'not-mine' }
  if (!booking) return { ...none, why: 'over' }
  const join = windowOf(ctx, booking, found).window === 'open'
  if (found.state !== 'reviewing') return { ...none, join, why: 'not-met' }
  const results = checks.map(({ key }) => rows.find(row => row.check === key)?.result)
  const decide = obstacle('rejected', results) === null
  const why = obstacle('approved', results)
  return { join, check: true, decide, approve: why === null, ...(why ? { why } : {}) }
}

async function showVerdict(ctx: Ctx, found: Case, key: Buffer): Promise<Dossier['verdict']> {
  const verdict = await findNewestVerdict(ctx, found.id)
  if (!verdict) return undefined
  const [by] = await ctx.db.select({ name: staff.name }).from(staff).where(eq(staff.id, verdict.reviewerId))
  const { note, checkNote: _, ...rest } = verdict
  return { ...rest, by: by?.name ?? '', ...(note ? { note: unseal(key, note, `verdicts/${verdict.id}`).toString() } : {}) }
}

/** What the second reviewer wrote, while the verdict is back with the first. */
async function showReturned(ctx: Ctx, found: Case, key: Buffer): Promise<Pick<Dossier, 'returned'>> {
  const verdict = found.state === 'reviewing' ? await findNewestVerdict(ctx, found.id) : undefined
  if (verdict?.status !== 'returned' || !verdict.checkNote) return {}
  const [by] = await ctx.db
    .select({ name: staff.name })
    .from(staff)
    .where(eq(staff.id, verdict.checkerId ?? verdict.reviewerId))
  return { returned: { note: unseal(key, verdict.checkNote, `verdicts/${verdict.id}/check`).toString(), by: by?.name ?? '' } }
}

async function showLook(ctx: Ctx, found: Case): Promise<Pick<Dossier, 'look'>> {
  const look = await readLook(ctx, found)
  return look ? { look } : {}
}

/** The pictures of a case but for those that are to go. */
export const keptFiles = (caseId: string) =>
  and(eq(files.caseId, caseId), notInArray(files.kind, [erasedFile.kind, recordingKind]))

/** The applicant's own, as they came by the chat: `core/capture/kinds.ts` names the others. */
const cardPhotos = (caseId: string) => and(eq(files.caseId, caseId), like(files.kind, 'card-%'))
