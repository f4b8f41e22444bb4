import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import { evidenceFiles } from '../../db/schema/audit.ts'
import { cases } from '../../db/schema/cases.ts'
import { people } from '../../db/schema/people.ts'
import { staff } from '../../db/schema/staff.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import type { MessageKind } from '../message/kinds.ts'
import { queueMessage } from '../message/queue.ts'
import { after, days } from '../policy.ts'
import type { EvidenceFile } from './request.ts'

/** A worker that has been silent for so long is dead. Machine time. */
const takenOverAfterMinutes = 10

export interface EvidenceTask {
  file: EvidenceFile
  code: string
  /** the admin who asked, for the progress in the chat */
  admin: typeof people.$inferSelect
}

/** Takes the oldest file that is to be made, or one whose worker died; undefined when there is none. */
export async function takeEvidence(ctx: Ctx): Promise<EvidenceTask | undefined> {
  const [taken] = await ctx.db
    .update(evidenceFiles)
    .set({ status: 'making', takenAt: sql`clock_timestamp()` })
    .where(
      sql`${evidenceFiles.id} = (
        select id from evidence_files where status = 'queued'
          or (status = 'making' and taken_at < clock_timestamp() - make_interval(mins => ${takenOverAfterMinutes}))
        order by created_at limit 1 for update skip locked)`,
    )
    .returning()
  if (!taken) return undefined
  const [row] = await ctx.db
    .select({ code: cases.code, admin: people })
    .from(cases)
    .innerJoin(staff, eq(staff.id, taken.staffId))
    .innerJoin(people, eq(people.id, staff.personId))
    .where(eq(cases.id, taken.caseId))
  if (!row) throw new Error('an evidence file without its case')
  return { file: taken, ...row }
}

/** The archive is made: kept for a day, written to the trail, and brought with its passphrase in a message of its own. */
export async function keepEvidence(
  ctx: Ctx,
  { file, admin }: EvidenceTask,
  archive: { bytes: Buffer; sha256: string },
): Promise<void> {
  await ctx.files.put(file.id, archive.bytes)
  await transact(ctx, async ctx => {
    const { sha256 } = archive
    const size = archive.bytes.length
    if (!(await finish(ctx, file.id, { status: 'ready', doneAt: ctx.now(), sha256, size }))) return
    await appendAudit(ctx, file.caseId, 'evidence.made', { evidence: file.id, full: file.full, sha256, size })
    for (const kind of ['evidence-file', 'evidence-passphrase'] as const) await tell(ctx, admin.id, kind, file)
  })
}

/** It could not be made: the admin is told, and may ask again. */
export async function failEvidence(ctx: Ctx, { file, admin }: EvidenceTask): Promise<void> {
  await transact(ctx, async ctx => {
    if (!(await finish(ctx, file.id, { status: 'failed', doneAt: ctx.now() }))) return
    await appendAudit(ctx, file.caseId, 'evidence.failed', { evidence: file.id })
    await tell(ctx, admin.id, 'evidence-failed', file)
  })
}

/** False when another worker was there first. */
async function finish(ctx: Ctx, id: string, done: Partial<EvidenceFile>): Promise<boolean> {
  const rows = await ctx.db
    .update(evidenceFiles)
    .set(done)
    .where(and(eq(evidenceFiles.id, id), eq(evidenceFiles.status, 'making')))
    .returning({ id: evidenceFiles.id })
  return rows.length > 0
}

async function tell(ctx: Ctx, personId: string, kind: MessageKind & `evidence-${string}`, file: EvidenceFile): Promise<void> {
  await queueMessage(ctx, { personId, caseId: file.caseId, kind, params: { evidenceId: file.id } })
}

/** Takes the archives away whose day is over. */
export async function dropOldEvidence(ctx: Ctx): Promise<void> {
  const old = await ctx.db
    .select({ id: evidenceFiles.id })
    .from(evidenceFiles)
    .where(and(eq(evidenceFiles.status, 'ready'), lt(evidenceFiles.doneAt, after(ctx.now(), -days(1)))))
    .limit(50)
  for (const { id } of old) await ctx.files.remove(id)
  const ids = old.map(row => row.id)
  if (ids.length > 0) await ctx.db.update(evidenceFiles).set({ status: 'gone' }).where(inArray(evidenceFiles.id, ids))
}

/** True where a worker has something to do: the sweep asks, in case the call for it was lost. */
export async function isEvidenceWaiting(ctx: Ctx): Promise<boolean> {
  return (await ctx.db.$count(evidenceFiles, inArray(evidenceFiles.status, ['queued', 'making']))) > 0
}
