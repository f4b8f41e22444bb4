import type { FreeTime } from '../core/booking/free-times.ts'
import { findActiveBooking } from '../core/booking/load.ts'
import { findTimesFor } from '../core/booking/times-for.ts'
import type { Case } from '../core/case/load.ts'
import type { Ctx } from '../core/context.ts'
import { readPause } from '../core/desk/pause.ts'
import { offerNow } from '../core/queue/offer-now.ts'
import { nowButton, zoneButton } from '../texts/cards/booking.ts'
import { noteLine } from '../texts/cards/pause.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import { encodeTime, type Purpose } from '../texts/press.ts'
import { inPairs } from './form-summary.ts'
import { edit, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'
import { byDate, byPart, type DayPart, dayLabel } from './times.ts'

const nearestTimes = 3
/** fewer where each names its zone */
const timesInRow = { short: 4, long: 2 }

/** What a button for a time does: books it, or moves the booking there. */
interface Purposeful {
  purpose: Purpose
  found: Case
  /** the version of the booking to be moved */
  booked: number
  free: FreeTime[]
}

async function look(ctx: Ctx, found: Case, purpose: Purpose): Promise<Purposeful> {
  const moving = purpose === 'move'
  const booking = moving ? await findActiveBooking(ctx, found.id) : undefined
  const free = await findTimesFor(ctx, found)
  const others = free.filter(time => +time.startsAt !== Number(booking?.startsAt))
  return { purpose, found, booked: booking?.version ?? 0, free: others }
}

/** The next few free times, in the pressed message; or those nearest to `wanted`, a time that is gone. With all else that the card offers. */
export async function showNearest(ctx: Ctx, scene: Scene, found: Case, purpose: Purpose, wanted?: Date): Promise<Reply[]> {
  const view = await look(ctx, found, purpose)
  const times = nearestTo(wanted ?? ctx.now(), view.free)
  const rows = times.map(iso => [timeButton(view, iso, scene.voice.shortTime(iso))])
  const more = view.free.length > nearestTimes ? [[toDays(scene, view)]] : []
  const now = purpose === 'book' ? nowButton(scene.voice, found, await offerNow(ctx, found)) : undefined
  const zone = times.length > 0 && !scene.voice.zoneKnown ? [[zoneButton(scene.voice)]] : []
  const pause = times.length === 0 ? await readPause(ctx) : undefined
  if (pause) {
    const html = lines(scene.voice.html('pick-paused'), noteLine(scene.voice, pause.note))
    return [edit(html, [[toCard(scene, found)]])]
  }
  const text = times.length === 0 ? 'pick-none' : purpose === 'move' ? 'pick-move' : 'pick-nearest'
  return [edit(withZone(scene, times, text), [...(now ? [[now]] : []), ...rows, ...more, ...zone, [toCard(scene, found)]])]
}

function nearestTo(moment: Date, free: readonly FreeTime[]): string[] {
  const distance = ({ startsAt }: FreeTime) => Math.abs(+startsAt - +moment)
  const nearest = [...free].sort((a, b) => distance(a) - distance(b)).slice(0, nearestTimes)
  return nearest.map(({ startsAt }) => startsAt.toISOString()).sort()
}

/** The days that have a free time. */
export async function showDays(ctx: Ctx, scene: Scene, found: Case, purpose: Purpose): Promise<Reply[]> {
  const view = await look(ctx, found, purpose)
  const days = byDate(view.free, scene)
  if (days.size === 0) return showNearest(ctx, scene, found, purpose)
  const buttons = [...days].map(([date, times]) => dayButton(view, date, dayLabel(scene, times[0] ?? '')))
  const nearest: Button = { label: scene.voice.label('do-nearest'), press: { verb: 'nearest', code: found.code, purpose } }
  return [edit(withZone(scene, [...days.values()].flat(), 'pick-day'), [...inPairs(buttons), [nearest, toCard(scene, found)]])]
}

/** One day's times. A day with times in several parts shows one part, with the others a press away. `date`: `2026-11-24` or `2026-11-24-evening`. */
export async function showDay(ctx: Ctx, scene: Scene, found: Case, purpose: Purpose, date: string): Promise<Reply[]> {
  const view = await look(ctx, found, purpose)
  const [, day = '', part] = /^(\d{4}-\d{2}-\d{2})(?:-(night|morning|afternoon|evening))?$/.exec(date) ?? []
  const times = byDate(view.free, scene).get(day)
  const [first] = times ?? []
  if (!times || !first) return showDays(ctx, scene, found, purpose)
  const inParts = byPart(times, scene)
  const names = [...inParts.keys()]
  // at night people sleep: it is a press away where the day has other times
  const shown = names.find(name => name === part) ?? names.find(name => name !== 'night') ?? names[0]
  if (!shown) return showDays(ctx, scene, found, purpose)
  const tabs = names.filter(name => name !== shown).map(name => dayButton(view, `${day}-${name}`, partLabel(scene, name)))
  const offered = inParts.get(shown) ?? []
  const buttons = offered.map(iso => timeButton(view, iso, scene.voice.clock(iso)))
  const namesZone = buttons.some(({ label }) => label.length > '00:00'.length)
  const html = withZone(scene, offered, 'pick-time', { day: dayLabel(scene, first), part: partLabel(scene, shown) })
  return [
    edit(html, [
      ...inRows(buttons, timesInRow[namesZone ? 'long' : 'short']),
      tabs,
      [toDays(scene, view, 'do-back'), toCard(scene, found)],
    ]),
  ]
}

const partLabel = ({ voice }: Scene, name: DayPart) => voice.label(`pick-${name}`)

/** Names the zone that the buttons' times are in; both where the clocks change between the first and the last of them. */
function withZone({ voice }: Scene, times: readonly string[], key: string, args: Record<string, string> = {}): string {
  const [first, last] = [times[0], times.at(-1)].map(iso => iso && voice.zone(iso))
  if (!first || !last) return voice.html(key, args)
  const zone = first === last ? voice.html('pick-zone', { zone: first }) : voice.html('pick-zones', { first, last })
  return lines(voice.html(key, args), zone)
}

function timeButton({ purpose, found, booked }: Purposeful, iso: string, label: string): Button {
  const { code, version } = found
  const time = encodeTime(iso)
  return purpose === 'move'
    ? { label, press: { verb: 'move-to', code, booked: String(booked), time } }
    : { label, press: { verb: 'book', code, version: String(version), time } }
}

function dayButton({ purpose, found }: Purposeful, date: string, label: string): Button {
  return { label, press: { verb: 'day', code: found.code, purpose, date } }
}

function toDays({ voice }: Scene, { purpose, found }: Purposeful, label = 'do-more-days'): Button {
  return { label: voice.label(label), press: { verb: 'days', code: found.code, purpose } }
}

function toCard({ voice }: Scene, { code }: Case): Button {
  return { label: voice.label('do-to-card'), press: { verb: 'card', code } }
}

function inRows<T>(items: readonly T[], length: number): T[][] {
  return items.flatMap((_, index) => (index % length === 0 ? [items.slice(index, index + length)] : []))
}
