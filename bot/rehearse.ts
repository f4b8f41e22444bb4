import { findLatestCase } from '../core/case/load.ts'
import type { Ctx } from '../core/context.ts'
import { mayRehearse, rehearsalUrl } from '../core/rehearsal/link.ts'
import { rehearseRows } from '../texts/cards/rehearsal.ts'
import { message, type Reply } from './replies.ts'
import { asApplicant, type Scene } from './scene.ts'

/** `/rehearse`: the page on which camera, sound, light and network are tried, for whoever has a call to come. */
export async function rehearse(base: Ctx, scene: Scene): Promise<Reply[]> {
  const { voice, person } = scene
  const found = await findLatestCase(asApplicant(base, scene), person.id)
  if (!found || !mayRehearse(found)) {
    const apply = { label: voice.label('do-apply'), press: { verb: 'apply' }, style: 'primary' } as const
    return [message(voice.html('rehearse-nothing'), [[apply]])]
  }
  const buttons = rehearseRows(voice, rehearsalUrl(base, found.id))
  return [{ kind: 'message', html: voice.html('rehearse-how'), buttons, protect: true }]
}
