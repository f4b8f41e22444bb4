import type { Case } from '../core/case/load.ts'
import { submitApplication } from '../core/case/submit.ts'
import type { Ctx } from '../core/context.ts'
import { edit, message, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'

/** Hands the application in. The card with the times comes by the outbox; here only the summary is closed. */
export async function submit(ctx: Ctx, scene: Scene, draft: Case): Promise<Reply[]> {
  const { code, state, hold } = await submitApplication(ctx, { caseId: draft.id })
  // where a person has to look first, the card says what happens now
  const next = state === 'invited' && hold === null ? 'chat-submitted' : 'chat-submitted-waits'
  const html = scene.voice.html(next, { code })
  return scene.content.kind === 'press' ? [toast(scene.voice.label('toast-submitted')), edit(html)] : [message(html)]
}
