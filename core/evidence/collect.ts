import { and, asc, eq } from 'drizzle-orm'
import { audit, auditHeads } from '../../db/schema/audit.ts'
import { bookings } from '../../db/schema/bookings.ts'
import { calls } from '../../db/schema/calls.ts'
import { blindEntries } from '../../db/schema/captures.ts'
import { cases, consents, files } from '../../db/schema/cases.ts'
import { devices } from '../../db/schema/catalogue.ts'
import { callFlags, observations } from '../../db/schema/draws.ts'
import { staff } from '../../db/schema/staff.ts'
import { appeals, findings, verdicts } from '../../db/schema/verdicts.ts'
import { readApplication } from '../application/answers.ts'
import { maskAnswer } from '../application/mask.ts'
import { stepsOf, wordsOf } from '../application/steps.ts'
import { commitmentSalt } from '../audit/commitment.ts'
import { readWitness } from '../audit/list-chains.ts'
import { dataIn } from '../audit/read.ts'
import { type ChainReport, verifyChain } from '../audit/verify.ts'
import { type RoomRecord, readRoomRecords } from '../call/sittings.ts'
import { type Capture, readCaptures } from '../capture/read.ts'
import { keptFiles } from '../case/dossier.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { notePlace } from '../draw/read-parts.ts'
import { type Comparison, type Distance, readComparisons, readDistances } from '../face/read.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { unseal } from '../vault/seal.ts'
import type { EvidenceFile } from './request.ts'

type Row<T extends { $inferSelect: unknown }> = T['$inferSelect']

/** All that is known of a case, opened, as plain data. Members of staff by name. */
export interface Evidence {
  found: Pick<Case, 'id' | 'code' | 'state' | 'createdAt' | 'submittedAt' | 'decidedAt' | 'orderCode' | 'termMonths' | 'scope'>
  full: boolean
  madeAt: Date
  device: { zh: string; en: string } | undefined
  /** in the form's order; `words`: the step's name in the catalogues */
  answers: { field: string; words: string; value: string }[]
  consents: Row<typeof consents>[]
  bookings: (Pick<Row<typeof bookings>, 'startsAt' | 'status'> & {
    reviewer: string
    calls: Pick<Row<typeof calls>, 'openedAt' | 'metAt' | 'endedAt'>[]
    /** who was in the room; absent where nobody was and nothing was decided by that */
    presence?: Pick<RoomRecord, 'sides' | 'togetherSeconds'>
    /** what was noted at the parts of the checks */
    parts: { part: string; value: string; note?: string }[]
    marks: { kind: string; at: Date; withdrawn: boolean }[]
    findings: (Pick<Row<typeof findings>, 'check' | 'result' | 'reason' | 'at'> & { reviewer: string; note?: string })[]
    /** typed from the document, without seeing the application */
    entries: Pick<Row<typeof blindEntries>, 'tries' | 'differs' | 'settledAt'>[]
  })[]
  verdicts: (Pick<
    Row<typeof verdicts>,
    'at' | 'outcome' | 'reasons' | 'conditions' | 'status' | 'fourEyes' | 'draw' | 'checkedAt'
  > & {
    reviewer: string
    checker: string | undefined
    notes: string[]
  })[]
  appeal: { at: Date; text: string } | undefined
  photos: { id: string; kind: string; mime: string; takenAt: Date; bytes: Buffer }[]
  /** stills from the calls; their pictures are among the photos, under the same ids */
  captures: Capture[]
  /** of the members of staff whom the trail names, by id */
  staffNames: Record<string, string>
  /** of all devices, by id */
  deviceNames: Record<string, { zh: string; en: string }>
  /** of two of them each: by eye, and by machine */
  comparisons: Comparison[]
  distances: Distance[]
  entries: Row<typeof audit>[]
  /** by the number of their entry */
  stateChanges: Record<number, { from: string; to: string }>
  heads: Row<typeof auditHeads>[]
  report: ChainReport
  publicKey: string
  /** hex; opens the commitments of the trail */
  salt: string | undefined
}

/** Everything for one evidence file. Of an erased case only what is left: states, times, consents, the trail. */
export async function collectEvidence(ctx: Ctx, { caseId, full }: Pick<EvidenceFile, 'caseId' | 'full'>): Promise<Evidence> {
  const [found] = await ctx.db.select().from(cases).where(eq(cases.id, caseId))
  if (!found) throw new Error('an evidence file without its case')
  const names = new Map((await ctx.db.select({ id: staff.id, name: staff.name }).from(staff)).map(row => [row.id, row.name]))
  const name = (id: string | null) => (id === null ? undefined : (names.get(id) ?? id))
  const key = found.sealedKey === null ? undefined : openCaseKey(ctx, found)
  const open = (sealed: Buffer | null, place: string) => (sealed && key ? unseal(key, sealed, place).toString() : undefined)
  const note = (sealed: Buffer | null, place: string) => (full ? open(sealed, place) : undefined)
  const [device] = await ctx.db
    .select()
    .from(devices)
    .where(eq(devices.id, found.deviceId ?? ''))
  const [appeal] = await ctx.db.select().from(appeals).where(eq(appeals.caseId, caseId))
  const text = appeal && open(appeal.text, `appeals/${appeal.id}`)
  const chain = await readChain(ctx, caseId)
  return {
    found,
    full,
    madeAt: ctx.now(),
    device: device && { zh: device.nameZh, en: device.nameEn },
    answers: key ? await readAnswers(ctx, found, full) : [],
    consents: await ctx.db.select().from(consents).where(eq(consents.caseId, caseId)).orderBy(asc(consents.at)),
    bookings: await readBookings(ctx, caseId, name, note),
    verdicts: await readVerdicts(ctx, caseId, name, note),
    appeal: appeal && { at: appeal.at, text: text ?? '' },
    photos: key ? await readPhotos(ctx, caseId, key) : [],
    captures: key ? await readCaptures(ctx, caseId) : [],
    staffNames: Object.fromEntries([...names].filter(([id]) => chain.entries.some(({ actor }) => actor === `staff:${id}`))),
    deviceNames: Object.fromEntries(
      (await ctx.db.select().from(devices)).map(({ id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }]),
    ),
    comparisons: key ? await readComparisons(ctx, caseId) : [],
    distances: key ? await readDistances(ctx, caseId) : [],
    ...chain,
    publicKey: ctx.signer.publicKey,
    salt: full && key ? commitmentSalt(ctx, found).toString('hex') : undefined,
  }
}

type Name = (id: string | null) => string | undefined
type Note = (sealed: Buffer | null, place: string) => string | undefined

async function readAnswers(ctx: Ctx, found: Case, full: boolean): Promise<Evidence['answers']> {
  const { said } = await readApplication(ctx, found)
  return stepsOf(ctx.form, said)
    .filter(({ step }) => !step.aside && said(step.field) !== undefined)
    .map(({ step }) => {
      const value = said(step.field) ?? ''
      return { field: step.field, words: wordsOf(step), value: full ? value : maskAnswer(step.field, value).value }
    })
}

async function readBookings(ctx: Ctx, caseId: string, name: Name, note: Note): Promise<Evidence['bookings']> {
  const rows = await ctx.db.select().from(bookings).where(eq(bookings.caseId, caseId)).orderBy(asc(bookings.createdAt))
  const records = await readRoomRecords(ctx, caseId)
  const read = rows.map(async ({ id, startsAt, status, reviewerId }) => {
    const record = records.find(({ bookingId }) => bookingId === id)
    const presence = record && { sides: record.sides, togetherSeconds: record.togetherSeconds }
    const held = await ctx.db.select().from(calls).where(eq(calls.bookingId, id)).orderBy(asc(calls.openedAt))
    const checked = await ctx.db.select().from(findings).where(eq(findings.bookingId, id)).orderBy(asc(findings.at))
    const findingsOf = checked.map(({ check, result, reason, at, reviewerId, note: sealed }) => {
      const words = note(sealed, `findings/${id}/${check}`)
      return { check, result, reason, at, reviewer: name(reviewerId) ?? '', ...(words ? { note: words } : {}) }
    })
    const typed = await ctx.db.select().from(blindEntries).where(eq(blindEntries.bookingId, id))
    const entries = typed.map(({ tries, differs, settledAt }) => ({ tries, differs, settledAt }))
    const callsOf = held.map(({ openedAt, metAt, endedAt }) => ({ openedAt, metAt, endedAt }))
    const parts = (
      await ctx.db.select().from(observations).where(eq(observations.bookingId, id)).orderBy(asc(observations.at))
    ).map(({ part, value, note: sealed }) => {
      const words = note(sealed, notePlace(id, part))
      return { part, value, ...(words ? { note: words } : {}) }
    })
    const marks = (await ctx.db.select().from(callFlags).where(eq(callFlags.bookingId, id)).orderBy(asc(callFlags.at))).map(
      ({ kind, at, withdrawnAt }) => ({ kind, at, withdrawn: withdrawnAt !== null }),
    )
    const seen = { calls: callsOf, ...(presence ? { presence } : {}), findings: findingsOf, entries, parts, marks }
    return { startsAt, status, reviewer: name(reviewerId) ?? '', ...seen }
  })
  return Promise.all(read)
}

async function readVerdicts(ctx: Ctx, caseId: string, name: Name, note: Note): Promise<Evidence['verdicts']> {
  const rows = await ctx.db.select().from(verdicts).where(eq(verdicts.caseId, caseId)).orderBy(asc(verdicts.at))
  return rows.map(row => {
    const { at, outcome, reasons, conditions, status, fourEyes, draw, checkedAt } = row
    const notes = [note(row.note, `verdicts/${row.id}`), note(row.checkNote, `verdicts/${row.id}/check`)]
    return {
      ...{ at, outcome, reasons, conditions, status, fourEyes, draw, checkedAt },
      reviewer: name(row.reviewerId) ?? '',
      checker: name(row.checkerId),
      notes: notes.filter(words => words !== undefined),
    }
  })
}

async function readPhotos(ctx: Ctx, caseId: string, key: Buffer): Promise<Evidence['photos']> {
  const rows = await ctx.db
    .select()
    .from(files)
    .where(and(keptFiles(caseId)))
    .orderBy(asc(files.createdAt))
  const read = rows.map(async ({ id, kind, mime, createdAt }) => {
    const bytes = unseal(key, await ctx.files.get(id), `files/${id}`)
    return { id, kind, mime, takenAt: createdAt, bytes }
  })
  return Promise.all(read)
}

async function readChain(ctx: Ctx, caseId: string): Promise<Pick<Evidence, 'entries' | 'stateChanges' | 'heads' | 'report'>> {
  const witnessed = (await readWitness(ctx, caseId)).get(caseId)
  const report = await verifyChain(ctx, caseId, witnessed)
  const entries = await ctx.db.select().from(audit).where(eq(audit.chain, caseId)).orderBy(asc(audit.number))
  const heads = await ctx.db.select().from(auditHeads).where(eq(auditHeads.chain, caseId)).orderBy(asc(auditHeads.number))
  const changes = entries.flatMap(({ number, action, body }) => {
    const { from, to } = action === 'case.state' ? dataIn(body) : {}
    return typeof from === 'string' && typeof to === 'string' ? [[number, { from, to }] as const] : []
  })
  return { entries, stateChanges: Object.fromEntries(changes), heads, report }
}
