import { and, asc, desc, eq, isNotNull, or } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { answers, cases, consents, files } from '../../db/schema/cases.ts'
import { devices } from '../../db/schema/catalogue.ts'
import { verdicts } from '../../db/schema/verdicts.ts'
import type { BookingStatus, Outcome } from '../../db/values.ts'
import { readApplication } from '../application/answers.ts'
import { appendAudit } from '../audit/append.ts'
import { keptFiles } from '../case/dossier.ts'
import type { Case } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { picturesKeptUntil } from '../desk/retention.ts'
import { type Distance, readDistances } from '../face/read.ts'
import { listRecordings, type Stretch } from '../recording/list.ts'
import { listRehearsals, type TriedOut } from '../rehearsal/read.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { unseal } from '../vault/seal.ts'

export interface OwnConsent {
  kind: string
  given: boolean
  version: string
  at: Date
  withdrawnAt: Date | null
}

/** One application as its owner may read it. Of an erased one only code, state and dates are left. */
export interface OwnCase {
  found: Case
  erased: boolean
  device: typeof devices.$inferSelect | undefined
  consents: OwnConsent[]
  /** how many */
  answers: number
  photos: { id: string; kind: string; createdAt: Date }[]
  /** until when the pictures stay; undefined while the application is open */
  photosUntil: Date | undefined
}

/** What stands in the export besides: opened answers, the pictures' bytes, bookings and results, what devices and software measured. */
export interface OwnCaseWhole extends Omit<OwnCase, 'answers'> {
  answers: { field: string; value: string }[]
  pictures: { kind: string; mime: string; bytes: Buffer; createdAt: Date }[]
  bookings: { startsAt: Date; status: BookingStatus }[]
  verdicts: { outcome: Outcome; reasons: string[]; at: Date }[]
  /** of its calls, which are too large for one page: when and how long */
  recordings: Stretch[]
  /** every try of camera, sound and light on the person's own device */
  rehearsals: TriedOut[]
  /** what software measured between card and face, under the consent that was given to it */
  faces: Distance[]
}

/** Everything that the desk keeps about a person, the newest application first, nothing opened. A draft that was deleted is none of it. */
export async function readOwnCases(ctx: Ctx, personId: string): Promise<OwnCase[]> {
  const kept = and(eq(cases.personId, personId), or(isNotNull(cases.sealedKey), isNotNull(cases.submittedAt)))
  const own = await ctx.db.select().from(cases).where(kept).orderBy(desc(cases.createdAt))
  return Promise.all(own.map(found => readOwnCase(ctx, found)))
}

/** The same, opened, for the person's own export; that it was made stands in each application's trail. */
export async function readOwnData(ctx: Ctx, personId: string): Promise<OwnCaseWhole[]> {
  return transact(ctx, async ctx => {
    const whole: OwnCaseWhole[] = []
    for (const own of await readOwnCases(ctx, personId)) {
      whole.push(await openOwnCase(ctx, own))
      if (!own.erased) await appendAudit(ctx, own.found.id, 'data.exported')
    }
    return whole
  })
}

async function readOwnCase(ctx: Ctx, found: Case): Promise<OwnCase> {
  const [device] = await ctx.db
    .select()
    .from(devices)
    .where(eq(devices.id, found.deviceId ?? ''))
  const given = await ctx.db.select().from(consents).where(eq(consents.caseId, found.id)).orderBy(asc(consents.at))
  const photos = await ctx.db
    .select({ id: files.id, kind: files.kind, createdAt: files.createdAt })
    .from(files)
    .where(keptFiles(found.id))
    .orderBy(asc(files.createdAt))
  return {
    found,
    erased: found.sealedKey === null,
    device,
    consents: given.map(({ kind, given, version, at, withdrawnAt }) => ({ kind, given, version, at, withdrawnAt })),
    answers: await ctx.db.$count(answers, eq(answers.caseId, found.id)),
    photos,
    photosUntil: picturesKeptUntil(ctx, found),
  }
}

async function openOwnCase(ctx: Ctx, own: OwnCase): Promise<OwnCaseWhole> {
  const { found, photos } = own
  const booked = await ctx.db
    .select({ startsAt: bookings.startsAt, status: bookings.status })
    .from(bookings)
    .where(eq(bookings.caseId, found.id))
    .orderBy(asc(bookings.startsAt))
  const decided = await ctx.db
    .select({ outcome: verdicts.outcome, reasons: verdicts.reasons, at: verdicts.at })
    .from(verdicts)
    // what waits for a second pair of eyes, or was overruled by it, is no result
    .where(and(eq(verdicts.caseId, found.id), eq(verdicts.status, 'final')))
    .orderBy(asc(verdicts.at))
  const rest = {
    ...{ bookings: booked, verdicts: decided, recordings: await listRecordings(ctx, found.id) },
    ...{ rehearsals: await listRehearsals(ctx, found.id), faces: await readDistances(ctx, found.id) },
  }
  if (own.erased) return { ...own, ...rest, answers: [], pictures: [] }
  const key = openCaseKey(ctx, found)
  const said = (await readApplication(ctx, found)).answers
  const pictures: OwnCaseWhole['pictures'] = []
  for (const { id, kind, createdAt } of photos)
    pictures.push({ kind, createdAt, mime: 'image/jpeg', bytes: unseal(key, await ctx.files.get(id), `files/${id}`) })
  return { ...own, ...rest, answers: [...said].map(([field, { value }]) => ({ field, value })), pictures }
}
