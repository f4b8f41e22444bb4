import { findRunningCase } from '../core/case/load.ts'
import { mayChange } from '../core/case/states.ts'
import type { Ctx } from '../core/context.ts'
import { erasePerson } from '../core/person/erase.ts'
import { readOwnCases } from '../core/person/own-data.ts'
import { keptFor } from '../texts/consents.ts'
import type { Button } from '../texts/keyboard.ts'
import { edit, message, paragraphs, type Reply } from './replies.ts'
import { asApplicant, type Scene } from './scene.ts'

type Put = (html: string, buttons?: Button[][]) => Reply

/** `/delete`: says what would go and what must stay, and asks; a button, or the command once more with a yes, does it. */
export async function erase(base: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  if (!['yes', '确认'].includes(args.trim().toLowerCase())) return [await askErase(base, scene, undefined, message)]
  const refused = await whyNot(base, scene)
  return refused ? [message(scene.voice.html(refused))] : doErase(base, scene)
}

/** `before`: a paragraph that says why deleting is what was asked for. */
export async function askErase(base: Ctx, scene: Scene, before: string | undefined, put: Put): Promise<Reply> {
  const { voice } = scene
  const refused = await whyNot(base, scene)
  if (refused) return put(voice.html(refused), [])
  const yes: Button = { label: voice.label('do-erase-yes'), press: { verb: 'erase-yes' }, style: 'danger' }
  const keep: Button = { label: voice.label('do-keep-all'), press: { verb: 'mydata' } }
  return put(
    paragraphs(
      before && voice.html(before),
      voice.html('delete-ask', { hashes: keptFor(base.policy.hashesKeptDays, scene.locale) }),
    ),
    [[yes], [keep]],
  )
}

export async function pressErase(base: Ctx, scene: Scene): Promise<Reply[]> {
  return [await askErase(base, scene, undefined, edit)]
}

export async function pressEraseYes(base: Ctx, scene: Scene): Promise<Reply[]> {
  const refused = await whyNot(base, scene)
  if (refused) return [edit(scene.voice.html(refused))]
  return [{ kind: 'close', html: scene.voice.html('delete-closed') }, ...(await doErase(base, scene))]
}

async function doErase(base: Ctx, scene: Scene): Promise<Reply[]> {
  await erasePerson(asApplicant(base, scene), { personId: scene.person.id })
  // the phone question's keys may still be there
  return [{ kind: 'message', html: scene.voice.html('delete-done'), keys: 'remove' }]
}

async function whyNot(base: Ctx, scene: Scene): Promise<string | undefined> {
  const ctx = asApplicant(base, scene)
  const { person } = scene
  const own = await readOwnCases(ctx, person.id)
  if (own.every(({ erased }) => erased)) return 'delete-nothing'
  const running = await findRunningCase(ctx, person.id)
  return running && !mayChange(running.state, 'withdrawn', 'applicant') ? 'delete-too-late' : undefined
}
