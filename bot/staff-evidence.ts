import type { Ctx } from '../core/context.ts'
import { requestEvidence } from '../core/evidence/request.ts'
import { message, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'
import { readCode } from './staff-case.ts'

/** `/evidence <case> [full]`: asks for the file; it comes by itself. */
export async function evidence(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  const { voice } = scene
  const [, said = '', full] = /^(.*?)(?:\s+(full|完整))?$/isu.exec(args.normalize('NFKC').trim()) ?? []
  const code = readCode(said)
  if (!code) return [message(voice.html('evidence-form', { example: voice.label('command-evidence.example') }))]
  await requestEvidence(ctx, { code, full: full !== undefined })
  return [message(voice.html('evidence-asked', { code }))]
}
