import { findLatestCase, findRunningCase } from '../core/case/load.ts'
import { mayChange } from '../core/case/states.ts'
import type { Ctx } from '../core/context.ts'
import { erasePerson } from '../core/person/erase.ts'
import { message, type Reply } from './replies.ts'
import { asApplicant, type Scene } from './scene.ts'

/** `/delete`: says what would go and what must stay, and asks; the key below sends the command again with a yes. */
export async function erase(base: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const { voice, person } = scene
  const latest = await findLatestCase(ctx, person.id)
  if (latest?.sealedKey == null) return [message(voice.html('delete-nothing'))]
  const running = await findRunningCase(ctx, person.id)
  if (running && !mayChange(running.state, 'withdrawn', 'applicant')) return [message(voice.html('delete-too-late'))]
  if (!['yes', '确认'].includes(args.trim().toLowerCase())) {
    const keys = { rows: [[{ label: '/delete yes' }], [{ label: '/status' }]] }
    return [{ kind: 'message', html: voice.html('delete-ask'), keys }]
  }
  await erasePerson(ctx, { personId: person.id })
  return [{ kind: 'message', html: voice.html('delete-done'), keys: 'remove' }]
}
