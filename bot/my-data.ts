import { restoreConsent, withdrawConsent } from '../core/application/withdraw-consent.ts'
import type { Ctx } from '../core/context.ts'
import { deletePhotos } from '../core/person/delete-photos.ts'
import { type OwnCase, readOwnCases } from '../core/person/own-data.ts'
import { lines } from '../texts/cards/voice.ts'
import { consentText } from '../texts/consents.ts'
import { formatDate } from '../texts/format.ts'
import type { Button } from '../texts/keyboard.ts'
import { findConsentShown } from './consents.ts'
import { askErase } from './erase.ts'
import { inPairs } from './form-summary.ts'
import { edit, message, paragraphs, type Reply, toast } from './replies.ts'
import { asApplicant, type Scene } from './scene.ts'

/** What can be taken back without deleting everything. */
const optional = ['face', 'recording'] as const
type Optional = (typeof optional)[number]
const isOptional = (kind: string): kind is Optional => optional.some(one => one === kind)

const mostListed = 4

/** `/mydata`: what is kept, for how long, and what can be done about it. */
export async function myData(base: Ctx, scene: Scene): Promise<Reply[]> {
  return [await draw(base, scene, message)]
}

export async function pressMyData(base: Ctx, scene: Scene): Promise<Reply[]> {
  return [await draw(base, scene, edit)]
}

async function draw(base: Ctx, scene: Scene, put: (html: string, buttons?: Button[][]) => Reply): Promise<Reply> {
  const { voice, person } = scene
  const all = await readOwnCases(asApplicant(base, scene), person.id)
  if (all.length === 0) return put(voice.html('mydata-none'), [])
  const kept = all.filter(({ erased }) => !erased)
  const agreed = optional.filter(kind => kept.some(own => consentOf(own, kind)?.given))
  const html = paragraphs(
    kept.length === 0 ? voice.html('mydata-gone') : voice.html('mydata', { days: base.policy.picturesKeptDays }),
    lines(
      ...all.slice(0, mostListed).map(own => caseLine(scene, own)),
      all.length > mostListed ? voice.html('mydata-more') : undefined,
    ),
    lines(...agreed.map(kind => voice.html('mydata-agreed', { what: voice.label(`consent-${kind}`) }))),
  )
  const first: Button = { label: voice.label('do-export'), press: { verb: 'export' }, style: 'primary' }
  if (kept.length === 0) return put(html, [[first]])
  const photos = kept.some(own => own.photos.length > 0)
  const consentButtons = optional.flatMap(kind => consentButton(scene, kept, kind) ?? [])
  const gaveData = kept.some(own => consentOf(own, 'data')?.given)
  const takeData: Button = { label: voice.label('do-consent-off-data'), press: { verb: 'consent-off', kind: 'data' } }
  const takePhotos: Button = { label: voice.label('do-delete-photos'), press: { verb: 'photos-off' } }
  const erase: Button = { label: voice.label('do-erase'), press: { verb: 'erase' }, style: 'danger' }
  return put(html, [
    [first],
    ...inPairs([...consentButtons, ...(gaveData ? [takeData] : []), ...(photos ? [takePhotos] : [])]),
    [erase],
  ])
}

const consentOf = (own: OwnCase, kind: string) => own.consents.find(consent => consent.kind === kind)

function caseLine({ voice, locale, reader }: Scene, { found, erased, answers, photos, photosUntil }: OwnCase): string {
  const named = { code: found.code, state: voice.label(`state-${found.state}`) }
  if (erased) return voice.html('mydata-case-erased', named)
  const counted = { ...named, answers, photos: photos.length }
  if (!photosUntil || photos.length === 0) return voice.html('mydata-case', counted)
  const until = formatDate(photosUntil.toISOString(), locale, reader.timeZone)
  return voice.html('mydata-case-until', { ...counted, until })
}

/** Takes back what is agreed to anywhere; offers again what was declined or taken back; nothing where it was never asked. */
function consentButton({ voice }: Scene, kept: readonly OwnCase[], kind: Optional): Button | undefined {
  const said = kept.flatMap(own => consentOf(own, kind) ?? [])
  if (said.length === 0) return undefined
  const verb = said.some(({ given }) => given) ? 'consent-off' : 'consent-on'
  return { label: voice.label(`do-${verb}-${kind}`), press: { verb, kind } }
}

const backToData = ({ voice }: Scene): Button => ({ label: voice.label('do-mydata'), press: { verb: 'mydata' } })

/** Names the effect and asks. Taking back the use of the data is deleting it. */
export async function pressConsentOff(base: Ctx, scene: Scene, { kind }: { kind: string }): Promise<Reply[]> {
  if (!isOptional(kind)) return [await askErase(base, scene, 'consent-off-data', edit)]
  const yes: Button = { label: scene.voice.label('do-consent-off-yes'), press: { verb: 'consent-off-yes', kind } }
  return [edit(scene.voice.html(`consent-off-${kind}`), [[yes], [backToData(scene)]])]
}

export async function pressConsentOffYes(base: Ctx, scene: Scene, { kind }: { kind: string }): Promise<Reply[]> {
  if (!isOptional(kind)) return [await askErase(base, scene, 'consent-off-data', edit)]
  const taken = await withdrawConsent(asApplicant(base, scene), { personId: scene.person.id, kind })
  return [toast(scene.voice.label(taken > 0 ? 'toast-consent-off' : 'toast-nothing-changed')), await draw(base, scene, edit)]
}

/** Shows the very text that is agreed to. */
export async function pressConsentOn(base: Ctx, scene: Scene, { kind }: { kind: string }): Promise<Reply[]> {
  if (!isOptional(kind)) return pressMyData(base, scene)
  const yes: Button = { label: scene.voice.label('do-agree'), press: { verb: 'consent-on-yes', kind }, style: 'primary' }
  return [edit(consentText(kind, scene.locale, base.policy).html, [[yes], [backToData(scene)]])]
}

export async function pressConsentOnYes(base: Ctx, scene: Scene, { kind }: { kind: string }): Promise<Reply[]> {
  const shown = findConsentShown(base, kind, scene.content.kind === 'press' ? scene.content.shownText : '')
  if (!isOptional(kind) || !shown) return pressMyData(base, scene)
  const { hash, version } = consentText(kind, shown.locale, base.policy)
  const input = { personId: scene.person.id, kind, textHash: hash, version, locale: shown.locale }
  const given = await restoreConsent(asApplicant(base, scene), input)
  return [toast(scene.voice.label(given > 0 ? 'toast-consent-on' : 'toast-nothing-changed')), await draw(base, scene, edit)]
}

export async function pressPhotosOff(base: Ctx, scene: Scene): Promise<Reply[]> {
  const { voice, person } = scene
  const all = await readOwnCases(asApplicant(base, scene), person.id)
  const photos = all.reduce((sum, own) => sum + own.photos.length, 0)
  if (photos === 0) return [edit(voice.html('photos-off-none'), [[backToData(scene)]])]
  const yes: Button = { label: voice.label('do-delete-photos-yes'), press: { verb: 'photos-off-yes' }, style: 'danger' }
  return [edit(voice.html('photos-off', { photos }), [[yes], [backToData(scene)]])]
}

export async function pressPhotosOffYes(base: Ctx, scene: Scene): Promise<Reply[]> {
  const gone = await deletePhotos(asApplicant(base, scene), { personId: scene.person.id })
  return [toast(scene.voice.label(gone > 0 ? 'toast-photos-off' : 'toast-nothing-changed')), await draw(base, scene, edit)]
}
