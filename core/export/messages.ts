import { eq } from 'drizzle-orm'
import { deskExports } from '../../db/schema/audit.ts'
import type { Ctx } from '../context.ts'
import { evidencePassphrase } from '../evidence/messages.ts'
import type { MessageView } from '../message/view.ts'

/** What opens an export: derived like that of an evidence file, so it is stored nowhere. */
export const exportPassphrase = (ctx: Pick<Ctx, 'keys'>, id: string): string => evidencePassphrase(ctx, id)

/** What is said of an export; nothing once it is gone. */
export async function readExportMessage(
  ctx: Ctx,
  kind: 'export-file' | 'export-passphrase' | 'export-failed',
  exportId: string,
): Promise<MessageView | undefined> {
  const [row] = await ctx.db.select().from(deskExports).where(eq(deskExports.id, exportId))
  if (!row) return undefined
  if (kind === 'export-failed') return { kind }
  if (row.status !== 'ready') return undefined
  return kind === 'export-file' ? { kind, exportId, rows: row.rows ?? 0 } : { kind, passphrase: exportPassphrase(ctx, exportId) }
}
