import { findRunningCase } from '../core/case/load.ts'
import type { Ctx } from '../core/context.ts'
import { findZones } from '../core/place/find-zones.ts'
import { findAppealBeingWritten } from '../core/verdict/appeal.ts'
import type { Button } from '../texts/keyboard.ts'
import { askCancel, cancel } from './cancel.ts'
import { answerForm } from './form.ts'
import { nearestOwn } from './help.ts'
import { chooseLanguage } from './language.ts'
import { message, type Reply } from './replies.ts'
import { asApplicant, type Scene } from './scene.ts'
import { receiveDevicePicture } from './staff-device-picture.ts'
import { receiveCatalogue } from './staff-devices-file.ts'
import { hoursSaid } from './staff-hours.ts'
import { explainForward, offerStaff } from './staff-members.ts'
import { begin, status } from './start.ts'
import { offerZones, placeShared } from './time-zone.ts'
import { sayAppeal, writeAppeal } from './verdict.ts'
import { verifyPasted } from './verify.ts'
import { staffWelcome, welcome } from './welcome.ts'
import { says } from './words.ts'

/** Whatever is neither a command nor a press: an answer of the form, a word that stands for a command, or just talk. */
export async function listen(base: Ctx, scene: Scene): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const { content, voice, draft } = scene
  // the messenger's note of a choice that only an admin is offered: for anybody else there is nothing to answer
  if (content.kind === 'picked') return scene.roles.has('admin') ? offerStaff(scene, content) : []
  if (scene.file) return receiveCatalogue(base, scene)
  if (scene.devicePicture) return receiveDevicePicture(base, scene)
  if (draft) return answerForm(base, scene, draft)
  const running = await findRunningCase(ctx, scene.person.id)
  const appealing = await findAppealBeingWritten(ctx, scene.person.id)
  if (appealing) return writeAppeal(base, scene, appealing)
  // outside the form nothing hangs on what was said before
  if (content.kind === 'edited') return []
  if (content.kind === 'location') return placeShared(ctx, scene, content)
  if (content.kind === 'contact' && scene.roles.has('admin')) return offerStaff(scene, content)
  if (content.kind === 'passed-on' && scene.roles.has('admin')) return explainForward(scene)
  const text = content.kind === 'text' ? content.text : ''
  const pasted = await verifyPasted(ctx, scene, text)
  if (pasted) return pasted
  if (says(text, 'apply')) return begin(base, scene)
  if (says(text, 'status')) return status(base, scene)
  const appealed = says(text, 'appeal') ? await sayAppeal(base, scene) : undefined
  if (appealed) return appealed
  if (says(text, 'language')) return chooseLanguage(scene)
  if (says(text, 'cancel')) return running ? askCancel(ctx, scene, running) : cancel(base, scene)
  const said = text === '' ? undefined : await hoursSaid(base, scene, text)
  if (said) return said
  const zones = offerZones(ctx, scene, findZones(text, ctx.now()))
  if (zones) return zones
  if (running) return [message(voice.html('talk-case'), [[statusButton(scene)], [helpButton(scene)]])]
  if (scene.member) return staffWelcome(scene)
  return welcome(scene)
}

/** No such command, or not for this person: the two look alike on purpose. Names the nearest one of the person's own. */
export async function unknownCommand(base: Ctx, scene: Scene, said = ''): Promise<Reply[]> {
  const running = await findRunningCase(asApplicant(base, scene), scene.person.id)
  const goOn: Button = { label: scene.voice.label('do-go-on'), press: { verb: 'apply' }, style: 'primary' }
  const rows = running?.state === 'draft' ? [[goOn]] : []
  const near = said === '' ? undefined : nearestOwn(scene, said)
  const html = near ? scene.voice.html('talk-unknown-near', { command: `/${near}` }) : scene.voice.html('talk-unknown-command')
  return [message(html, [...rows, [helpButton(scene)]])]
}

const statusButton = ({ voice }: Scene): Button => ({
  label: voice.label('do-status'),
  press: { verb: 'status' },
  style: 'primary',
})
const helpButton = ({ voice }: Scene): Button => ({ label: voice.label('do-help'), press: { verb: 'help' } })
