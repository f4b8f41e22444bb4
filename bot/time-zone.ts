import { findRunningCase } from '../core/case/load.ts'
import type { Ctx } from '../core/context.ts'
import { changeTimeZone } from '../core/person/change-settings.ts'
import { readerOf } from '../core/person/reader.ts'
import { findSimilar, findZones, type ZoneMatch, zoneAt } from '../core/place/find-zones.ts'
import { isTimeZone } from '../core/time-zone.ts'
import { createVoice } from '../texts/cards/voice.ts'
import { escapeHtml } from '../texts/fluent.ts'
import { zoneName } from '../texts/format.ts'
import type { Button } from '../texts/keyboard.ts'
import { message, type Reply, toast } from './replies.ts'
import { asApplicant, type Scene } from './scene.ts'

/** `/timezone`, or with a place after it. */
export async function timeZone(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  if (args === '') return askTimeZone(ctx, scene)
  const matches = findZones(args, ctx.now())
  const [only] = matches
  if (only && matches.length === 1 && !only.isCountry) return setZone(ctx, scene, only.timeZone)
  const known = offerZones(ctx, scene, matches) ?? offerZones(ctx, scene, findSimilar(args), 'zone-similar')
  return known ?? [message(scene.voice.html('zone-unknown-place'))]
}

/**
 * Which zone is spoken now, and the two ways to another: a place shared, a city typed. While the form is open what is typed is an
 * answer, so there the city comes with the command.
 */
async function askTimeZone(ctx: Ctx, scene: Scene): Promise<Reply[]> {
  const { voice, person } = scene
  const time = voice.time(ctx.now().toISOString())
  const running = await findRunningCase(asApplicant(ctx, scene), person.id)
  if (running?.state === 'draft') return [message(voice.html('zone-ask-draft', { time }))]
  const keys = {
    rows: [[{ label: voice.label('do-share-place'), shareLocation: true }]],
    placeholder: voice.label('zone-placeholder'),
  }
  return [{ kind: 'message', html: voice.html(voice.zoneKnown ? 'zone-ask' : 'zone-ask-unknown', { time }), keys }]
}

/** What a typed place may mean, each on a button with the time there; undefined when it is no place that is known. */
export function offerZones(ctx: Ctx, scene: Scene, matches: readonly ZoneMatch[], ask = 'zone-which'): Reply[] | undefined {
  if (matches.length === 0) return undefined
  const { voice } = scene
  const now = ctx.now().toISOString()
  const nameOf = ({ timeZone, city = timeZone, name }: ZoneMatch) => (name ? voice.device(name) : city)
  // what is only similar is a question of its own: the place is to be read, with its country, before anything is taken
  const isSure = matches.length === 1 && ask !== 'zone-similar'
  const rows = matches.map((match): Button[] => {
    const { timeZone, region } = match
    const where = region && /^[A-Z]{2}$/.test(region) ? regions(scene).of(region) : region
    const label = isSure ? voice.label('do-use-zone') : [nameOf(match), where].filter(Boolean).join(', ')
    return [{ label, press: { verb: 'zone-set', zone: timeZone } }]
  })
  const [first] = matches
  if (!first || !isSure) return [message(voice.html(ask), rows)]
  const there = createVoice(readerOf(ctx, { locale: scene.locale, timeZone: first.timeZone }), ctx.now())
  return [message(voice.html('zone-offer', { city: nameOf(first), time: there.time(now) }), rows)]
}

const regions = ({ locale }: Scene) => new Intl.DisplayNames(locale, { type: 'region' })

export async function pressZone(ctx: Ctx, scene: Scene): Promise<Reply[]> {
  return askTimeZone(ctx, scene)
}

export async function pressZoneSet(ctx: Ctx, scene: Scene, { zone }: { zone: string }): Promise<Reply[]> {
  if (!isTimeZone(zone)) return [toast(scene.voice.label('refused-gone'))]
  const chosen = `✓ ${zoneName(scene.locale, zone, ctx.now().toISOString())}`
  return [{ kind: 'close', html: escapeHtml(chosen) }, ...(await setZone(ctx, scene, zone))]
}

/** Where somebody is says by which clock; the place itself is not kept. */
export async function placeShared(ctx: Ctx, scene: Scene, place: { latitude: number; longitude: number }): Promise<Reply[]> {
  return setZone(ctx, scene, zoneAt(place.latitude, place.longitude))
}

async function setZone(ctx: Ctx, { person, locale }: Scene, zone: string): Promise<Reply[]> {
  await changeTimeZone(ctx, { personId: person.id, timeZone: zone })
  const voice = createVoice(readerOf(ctx, { locale, timeZone: zone }), ctx.now())
  return [{ kind: 'message', html: voice.html('zone-set', { time: voice.time(ctx.now().toISOString()) }), keys: 'remove' }]
}
