import { findRunningCase } from '../core/case/load.ts'
import type { Ctx } from '../core/context.ts'
import { callHelp } from '../core/help/call-help.ts'
import type { Button } from '../texts/keyboard.ts'
import { help, overview } from './help.ts'
import { edit, message, type Reply } from './replies.ts'
import { asApplicant, type Scene } from './scene.ts'

/** `/whisper`: the reviewer learns of it; the answer is the same whether anybody was reached or not, and the command itself leaves the chat. */
export async function whisper(base: Ctx, scene: Scene): Promise<Reply[]> {
  await callHelp(asApplicant(base, scene), { personId: scene.person.id })
  return [{ kind: 'forget' }, message(scene.voice.html('whisper-noted'))]
}

/** The button below the help: what remains is the help as it always is. */
export async function pressWhisper(base: Ctx, scene: Scene): Promise<Reply[]> {
  await callHelp(asApplicant(base, scene), { personId: scene.person.id })
  return [edit(overview(scene))]
}

/** `/help`; while a call may be running with the silent way to the reviewer below it. */
export async function helpNow(base: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  if (args.trim() !== '') return help(scene, args)
  const running = await findRunningCase(asApplicant(base, scene), scene.person.id)
  if (running?.state !== 'reviewing') return help(scene)
  const button: Button = { label: scene.voice.label('do-whisper'), press: { verb: 'whisper' } }
  return [message(overview(scene), [[button]])]
}
