import sharp from 'sharp'
import { readApplication } from '../../core/application/answers.ts'
import { cleanStill } from '../../core/capture/clean-still.ts'
import { takeCapture } from '../../core/capture/take.ts'
import { readDossier } from '../../core/case/dossier.ts'
import { type Case, readCase } from '../../core/case/load.ts'
import { neededCaptures } from '../../core/check/proof.ts'
import { checksFor } from '../../core/check/rules.ts'
import type { Ctx } from '../../core/context.ts'
import { compareFaces } from '../../core/face/compare.ts'
import { enterFromCard } from '../../core/identity/enter.ts'
import { endOf } from '../../core/identity/entry.ts'
import { type CaptureKind, captureKinds } from '../../db/values.ts'

/** What a camera of 640×480 could have sent; each kind a colour of its own. */
const shots = new Map<CaptureKind, Promise<Buffer>>()
export function stillOf(kind: CaptureKind): Promise<Buffer> {
  const known = shots.get(kind)
  if (known) return known
  const background = { 'card-front': '#884422', 'card-back': '#226644', face: '#445588', room: '#667744' }[kind]
  const made = sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer()
  shots.set(kind, made)
  return made
}

export const allSame = { shape: 'same', eyes: 'same', nose: 'same', mouth: 'same', marks: 'same' } as const

/** Everything that the case's checks are told from, as its reviewer in the running call. */
export async function proveIdentity(reviewer: Ctx, caseId: string): Promise<void> {
  const found = await readCase(reviewer, { id: caseId })
  const { code, scope } = found
  const needed: CaptureKind[] = checksFor(scope).flatMap(({ key }) => neededCaptures(key, () => undefined))
  for (const kind of captureKinds.filter(kind => needed.includes(kind)))
    await takeCapture(reviewer, { code, kind, still: await cleanStill(await stillOf(kind)) })
  if ((await readDossier(reviewer, { code })).blind) await enterFromCard(reviewer, { code, ...(await cardOf(reviewer, found)) })
  if (needed.includes('face')) await compareFaces(reviewer, { code, points: allSame })
}

/** What stands on the card, if the applicant told the truth. */
export async function cardOf(ctx: Ctx, found: Case): Promise<{ number: string; name: string }> {
  const { said } = await readApplication(ctx, found)
  return { number: endOf(said('documentNumber') ?? ''), name: said('name') ?? '' }
}
