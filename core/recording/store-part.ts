import { files } from '../../db/schema/cases.ts'
import { recordingParts } from '../../db/schema/recordings.ts'
import type { Ctx } from '../context.ts'
import { newId } from '../ids.ts'
import { seal } from '../vault/seal.ts'
import { type Part, partPlace, type Recording, recordingKind } from './load.ts'

/** Seals the bytes of a part with the case's key and keeps them: durable before the row that names them commits. */
export async function storePart(
  ctx: Ctx,
  key: Buffer,
  recording: Recording,
  part: Pick<Part, 'stage' | 'number'> & { bytes: Buffer; sha256: string },
): Promise<void> {
  const { stage, number, bytes, sha256 } = part
  const id = newId(ctx)
  const place = partPlace({ recordingId: recording.id, stage, number })
  await ctx.files.put(id, seal(key, bytes, place, ctx.random))
  const { caseId, mime } = recording
  await ctx.db.insert(files).values({ id, caseId, kind: recordingKind, mime, size: bytes.length, sha256, createdAt: ctx.now() })
  await ctx.db.insert(recordingParts).values({ recordingId: recording.id, stage, number, size: bytes.length, fileId: id })
}
