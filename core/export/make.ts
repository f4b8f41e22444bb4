import { and, eq, lt, sql } from 'drizzle-orm'
import { deskExports } from '../../db/schema/audit.ts'
import { people } from '../../db/schema/people.ts'
import { staff } from '../../db/schema/staff.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { queueMessage } from '../message/queue.ts'
import { after, days } from '../policy.ts'
import { type DeskExport, openExport } from './request.ts'

/** A worker that has been silent for so long is dead. Machine time. */
const takenOverAfterMinutes = 10

export interface ExportTask {
  file: DeskExport
  /** who asked, for the progress in the chat */
  admin: typeof people.$inferSelect
}

/** Takes the oldest export that is to be made, or one whose worker died; undefined when there is none. */
export async function takeExport(ctx: Ctx): Promise<ExportTask | undefined> {
  const [taken] = await ctx.db
    .update(deskExports)
    .set({ status: 'making', takenAt: sql`clock_timestamp()` })
    .where(
      sql`${deskExports.id} = (
        select id from desk_exports where status = 'queued'
          or (status = 'making' and taken_at < clock_timestamp() - make_interval(mins => ${takenOverAfterMinutes}))
        order by created_at limit 1 for update skip locked)`,
    )
    .returning()
  if (!taken) return undefined
  const [row] = await ctx.db
    .select({ admin: people })
    .from(staff)
    .innerJoin(people, eq(people.id, staff.personId))
    .where(eq(staff.id, taken.staffId))
  if (!row) throw new Error('an export without its admin')
  return { file: taken, ...row }
}

/** Kept for a day, written to the trail, and brought with its passphrase in a message of its own. */
export async function keepExport(
  ctx: Ctx,
  { file, admin }: ExportTask,
  archive: { bytes: Buffer; sha256: string; rows: number },
): Promise<void> {
  await ctx.files.put(file.id, archive.bytes)
  await transact(ctx, async ctx => {
    const { sha256, rows } = archive
    const size = archive.bytes.length
    if (!(await finish(ctx, file.id, { status: 'ready', doneAt: ctx.now(), sha256, rows }))) return
    await appendAudit(ctx, 'desk', 'export.made', { export: file.id, rows, sha256, size })
    for (const kind of ['export-file', 'export-passphrase'] as const)
      await queueMessage(ctx, { personId: admin.id, kind, params: { exportId: file.id } })
  })
}

/** It could not be made: the admin is told, and may ask again. */
export async function failExport(ctx: Ctx, { file, admin }: ExportTask): Promise<void> {
  await transact(ctx, async ctx => {
    if (!(await finish(ctx, file.id, { status: 'failed', doneAt: ctx.now() }))) return
    await appendAudit(ctx, 'desk', 'export.failed', { export: file.id })
    await queueMessage(ctx, { personId: admin.id, kind: 'export-failed', params: { exportId: file.id } })
  })
}

/** False when another worker was there first. */
async function finish(ctx: Ctx, id: string, done: Partial<DeskExport>): Promise<boolean> {
  const rows = await ctx.db
    .update(deskExports)
    .set(done)
    .where(and(eq(deskExports.id, id), eq(deskExports.status, 'making')))
    .returning({ id: deskExports.id })
  return rows.length > 0
}

/** Takes the files away whose day is over. */
export async function dropOldExports(ctx: Ctx): Promise<void> {
  const old = await ctx.db
    .update(deskExports)
    .set({ status: 'gone' })
    .where(and(eq(deskExports.status, 'ready'), lt(deskExports.doneAt, after(ctx.now(), -days(1)))))
    .returning({ id: deskExports.id })
  for (const { id } of old) await ctx.files.remove(id)
}

export async function isExportWaiting(ctx: Ctx): Promise<boolean> {
  return (await ctx.db.$count(deskExports, openExport)) > 0
}
