import { createHmac } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { evidenceFiles } from '../../db/schema/audit.ts'
import { cases } from '../../db/schema/cases.ts'
import type { Ctx } from '../context.ts'
import { codeFrom } from '../ids.ts'
import type { MessageView } from '../message/view.ts'

const groups = 5
const groupLength = 4

/** What opens an evidence file: 20 signs of 31, about 99 bits. Derived from the file's id and a key of the desk, so it is stored nowhere. */
export function evidencePassphrase(ctx: Pick<Ctx, 'keys'>, evidenceId: string): string {
  const code = codeFrom(
    createHmac('sha256', ctx.keys.evidence)
      .update(evidenceId)
      .digest()
      .subarray(0, groups * groupLength),
  )
  return (code.match(/.{4}/g) ?? []).join('-')
}

/** What is said of an evidence file; nothing once it is gone. */
export async function readEvidenceMessage(
  ctx: Ctx,
  kind: 'evidence-file' | 'evidence-passphrase' | 'evidence-failed',
  evidenceId: string,
): Promise<MessageView | undefined> {
  const [row] = await ctx.db
    .select({ code: cases.code, full: evidenceFiles.full, status: evidenceFiles.status })
    .from(evidenceFiles)
    .innerJoin(cases, eq(cases.id, evidenceFiles.caseId))
    .where(eq(evidenceFiles.id, evidenceId))
  if (!row) return undefined
  const { code, full, status } = row
  if (kind === 'evidence-failed') return { kind, code }
  if (status !== 'ready') return undefined
  if (kind === 'evidence-passphrase') return { kind, code, passphrase: evidencePassphrase(ctx, evidenceId) }
  return { kind, code, evidenceId, full }
}
