import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { answerQuestion, skipQuestion } from '../../core/application/answer.ts'
import { attachPhoto } from '../../core/application/attach-photo.ts'
import { cleanPhoto } from '../../core/application/clean-photo.ts'
import { giveConsent } from '../../core/application/consent.ts'
import { checkCharacter } from '../../core/application/document-number.ts'
import { consentKinds } from '../../core/application/steps.ts'
import { bookTime } from '../../core/booking/book.ts'
import { findFreeTimes } from '../../core/booking/free-times.ts'
import { findPairOf } from '../../core/booking/pair-of.ts'
import { joinCall } from '../../core/call/join.ts'
import { linkCode, openLink } from '../../core/call/link.ts'
import { changeMedia, enterRoom } from '../../core/call/room.ts'
import type { Case } from '../../core/case/load.ts'
import { startApplication } from '../../core/case/start.ts'
import { submitApplication } from '../../core/case/submit.ts'
import type { Actor, Ctx } from '../../core/context.ts'
import { seedDevices } from '../../core/device/seed.ts'
import { meetPerson } from '../../core/person/meet.ts'
import type { Policy } from '../../core/policy.ts'
import { addStaff, type Member } from '../../core/staff/add.ts'
import { setHours } from '../../core/staff/hours.ts'
import { setStatus } from '../../core/staff/set-status.ts'
import { openDesk } from '../../start/desk.ts'
import type { TestDatabase } from './database.ts'
import { passEveryCheck } from './pass-checks.ts'

export const job: Actor = { kind: 'job', name: 'test' }
/** A Monday morning in Shanghai. */
export const monday = new Date('2026-11-23T01:00:00Z')
const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** An invented number with a right check digit: region 110101, the birth date given, order 000 or so. */
export function inventNumber(birth = '19900307', order = '007'): string {
  const first = `110101${birth}${order}`
  return first + checkCharacter(first)
}

export const answersOfTest = {
  device: 'phone-pro',
  term: '12',
  name: '测试·申请人',
  document: 'resident-id',
  documentNumber: inventNumber(),
  phone: '13800138000',
  province: '110000',
  district: '110101',
  address: '测试路 1 号 2 单元 301',
  occupation: 'employee',
  purpose: '工作拍照和视频会议',
  deviceUser: 'self',
  usePlan: '自己每天通勤和出差使用',
  otherRentals: 'none',
}

export type TestDesk = Awaited<ReturnType<typeof createTestDesk>>

/** A desk on a real database of its own, with a clock that the test moves. Always `close` it. */
export async function createTestDesk({ connections = 10, on }: { connections?: number; on?: TestDatabase } = {}) {
  // a benchmark, which runs without Vitest, brings its own
  const database = on ?? (await (await import('./database.ts')).createTestDatabase())
  const dataDir = await mkdtemp(join(tmpdir(), 'mianshen-desk-'))
  const settings = {
    databaseUrl: database.url,
    dataDir,
    masterKey: randomBytes(32).toString('base64'),
    auditKey: randomBytes(32).toString('base64'),
    publicUrl: 'http://127.0.0.1:3999',
    rentalUrl: 'https://rent.example.com/orders',
    officeTimeZone: 'Asia/Shanghai',
    clockMoves: false,
    connections,
  }
  const seen: object[] = []
  const note = (fields: object) => void seen.push(fields)
  const desk = await openDesk(settings, { info: note, warn: note, error: note })
  let now = monday
  // what is drawn at random is asked for by the tests that are about it
  let policy: Policy = { ...desk.ctx.policy, fourEyesSharePercent: 0, blindReviewPercent: 0 }
  const ctxFor = (actor: Actor): Ctx => ({ ...desk.ctx, policy, actor, now: () => now })
  await seedDevices(ctxFor(job))
  let people = 5000
  let forms = 0
  return {
    settings,
    database: desk.database,
    /** what was logged */
    seen,
    ctxFor,
    at: (moment: Date) => {
      now = moment
    },
    pass: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000)
    },
    now: () => now,
    /** from the next context on */
    setPolicy: (change: Partial<Policy>) => {
      policy = { ...policy, ...change }
    },
    async addReviewer(name: string, { online = false, roles = ['reviewer'] as ('reviewer' | 'admin')[] } = {}): Promise<Member> {
      const member = await addStaff(ctxFor(job), { telegramId: ++people, name, roles, locale: 'zh-CN' })
      const windows = everyDay.map(weekday => ({ weekday, startMinute: 9 * 60, endMinute: 18 * 60 }))
      await setHours(ctxFor(job), { staffId: member.id, weekdays: everyDay, windows })
      if (online) await setStatus(ctxFor(actorOfMember(member)), { status: 'online' })
      return member
    },
    async newApplicant(locale: 'zh-CN' | 'en' = 'zh-CN') {
      const { person } = await meetPerson(ctxFor(job), { telegramId: ++people, locale })
      return { person, ctx: ctxFor({ kind: 'applicant', personId: person.id }) }
    },
    /** counts the applicants of this desk, from 0 */
    nextForm: () => forms++,
    async close() {
      await desk.close()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export function actorOfMember(member: Member): Actor {
  return { kind: 'staff', personId: member.personId, staffId: member.id, roles: member.roles }
}

/** A picture that a camera could have made, and no other camera. */
function testPhoto(number: number): Promise<Buffer> {
  // the size tells them apart: colours that differ by little are the same to JPEG
  return sharp({ create: { width: 1000 + number, height: 640, channels: 3, background: '#8899aa' } })
    .jpeg()
    .toBuffer()
}

/** What the n-th applicant says: nobody shares a number, a phone, an address or a photo with another, unless a test wants it. */
function answersOf(number: number): typeof answersOfTest {
  if (number === 0) return answersOfTest
  return {
    ...answersOfTest,
    documentNumber: inventNumber('19900307', String(100 + number)),
    phone: String(13800138000 + number),
    address: `${answersOfTest.address} 之 ${number}`,
  }
}

/** Goes through the whole form, up to the summary. `said`: answers that are to be so. */
async function fillForm(
  ctx: Ctx,
  caseId: string,
  number: number,
  said: Partial<typeof answersOfTest & { photo: Buffer }>,
): Promise<void> {
  const { photo = await testPhoto(number), ...answers } = { ...answersOf(number), ...said }
  for (const [field, text] of Object.entries(answers)) await answerQuestion(ctx, { caseId, field, text })
  // the other side is another picture
  const back = await sharp(photo).negate().jpeg().toBuffer()
  for (const side of [photo, back]) await attachPhoto(ctx, { caseId, photo: await cleanPhoto(side) })
  await skipQuestion(ctx, { caseId, field: 'note' })
  for (const kind of consentKinds) {
    await giveConsent(ctx, { caseId, kind, given: true, textHash: 'a'.repeat(64), version: '1', locale: 'zh-CN' })
  }
}

/** An applicant who has handed the application in and is invited. */
export async function newInvited(
  desk: TestDesk,
  said: Partial<typeof answersOfTest & { photo: Buffer }> = {},
): Promise<{ ctx: Ctx; found: Case; personId: string }> {
  const { person, ctx } = await desk.newApplicant()
  const { found } = await startApplication(ctx, { personId: person.id })
  await fillForm(ctx, found.id, desk.nextForm(), said)
  return { ctx, personId: person.id, found: await submitApplication(ctx, { caseId: found.id }) }
}

/** The two have met in the room, and nothing is noted yet. The desk's clock stands at the start then. */
export async function newMet(
  desk: TestDesk,
  { camera = true, ...said }: NonNullable<Parameters<typeof newInvited>[1]> & { camera?: boolean } = {},
) {
  const { ctx, found, personId } = await newInvited(desk, said)
  const [first] = await findFreeTimes(ctx)
  const { booking } = await bookTime(ctx, { caseId: found.id, startsAt: first?.startsAt ?? desk.now() })
  const resumed = desk.now()
  desk.at(booking.startsAt)
  const { reviewer: actor } = await findPairOf(ctx, booking.id)
  const reviewer = desk.ctxFor(actor)
  const join = async (role: 'applicant' | 'reviewer', as: Ctx) => {
    const ref = { bookingId: booking.id, role, version: booking.version }
    const device = `device-of-${role}-0000`
    const { session } = await joinCall(as, await openLink(as, linkCode(as, ref)), device)
    const ticket = { ...ref, session, device, until: 0 }
    await enterRoom(as, ticket, { camera: camera || role === 'reviewer', microphone: true })
    return ticket
  }
  let applicant = await join('applicant', ctx)
  const ticket = await join('reviewer', reviewer)
  return {
    ...{ ctx, reviewer, caseId: found.id, found, booking, personId, resumed, ticket },
    applicant: () => applicant,
    joinAgain: async () => {
      applicant = await join('applicant', desk.ctxFor(ctx.actor))
    },
    cameraOn: () => changeMedia(ctx, applicant, { camera: true, microphone: true }),
  }
}

/** A case that is being reviewed, with every check passed: only the verdict is missing. The desk's clock stands at its start then. */
export async function newReviewed(desk: TestDesk, said: Parameters<typeof newInvited>[1] = {}) {
  const { ctx, reviewer, caseId, booking, personId, resumed } = await newMet(desk, said)
  await passEveryCheck(reviewer, caseId)
  return { ctx, reviewer, caseId, booking, personId, resumed }
}
