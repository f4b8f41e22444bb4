import type { Ctx } from '../core/context.ts'
import { queueMessage } from '../core/message/queue.ts'
import { isRefusal, refuse } from '../core/refusal.ts'
import type { Member } from '../core/staff/add.ts'
import { findStaffByName } from '../core/staff/find.ts'
import { type ChangedHours, setDailyLimit, setDays, setHours, setZone, undoHours } from '../core/staff/hours.ts'
import { parseHoursChange, speaksOfHours } from '../core/staff/parse-hours.ts'
import { localToday, readMemberHours, readTeamHours } from '../core/staff/read-members.ts'
import type { Press } from '../texts/press.ts'
import {
  changedView,
  daysIn,
  memberPage,
  pickDays,
  pickLimit,
  pickOff,
  pickTimes,
  presets,
  teamPage,
  type View,
} from './hours-views.ts'
import { edit, message, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'

type Pressed<V extends Press['verb']> = Extract<Press, { verb: V }>

/** `/hours`: everybody's week, or one's own; `/hours <name|me>`: one week; with days or dates and times behind it: sets them. */
export async function hours(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  if (args.trim() === '') return show(scene.roles.has('admin') ? await team(ctx, scene) : await own(ctx, scene))
  const named = await findStaffByName(ctx, args)
  const member = named?.member ?? (isReviewer(scene) && speaks(ctx, scene, args) ? scene.member : undefined)
  if (!member) return refuse('not-found', { what: 'staff' })
  refuseUnlessOwn(scene, member)
  const rest = named ? named.rest : args
  if (rest === '') return show(memberPage(scene, await readMemberHours(ctx, member.id)))
  return show(changedView(scene, await change(ctx, member, rest)))
}

/** Hours typed without a command: `Chen 2026-12-24 off`, `12月24日 休息`. Undefined where a text is about something else. */
export async function hoursSaid(ctx: Ctx, scene: Scene, text: string): Promise<Reply[] | undefined> {
  if (!isReviewer(scene) && !scene.roles.has('admin')) return undefined
  const named = await findStaffByName(ctx, text)
  if (!speaks(ctx, scene, named?.rest ?? text)) return undefined
  if (!named && !isReviewer(scene)) return [message(scene.voice.html('hours-whose'))]
  return hours(ctx, scene, text)
}

const isReviewer = ({ roles }: Scene): boolean => roles.has('reviewer')

function speaks(ctx: Ctx, { member }: Scene, text: string): boolean {
  return speaksOfHours(text, localToday(ctx, member?.timeZone ?? ctx.officeTimeZone))
}

/** Others' hours are an admin's: to a reviewer a colleague's name is as good as unknown. */
function refuseUnlessOwn({ roles, member }: Scene, { id }: Member): void {
  if (!roles.has('admin') && member?.id !== id) refuse('not-found', { what: 'staff' })
}

async function change(ctx: Ctx, { id: staffId, timeZone }: Member, text: string): Promise<ChangedHours> {
  const wanted = parseHoursChange(text, localToday(ctx, timeZone))
  if (wanted.kind === 'days') return setDays(ctx, { staffId, ...wanted })
  if (wanted.kind === 'limit') return setDailyLimit(ctx, { staffId, limit: wanted.limit })
  if (wanted.kind === 'zone') return setZone(ctx, { staffId, timeZone: wanted.timeZone })
  return setHours(ctx, { staffId, ...wanted })
}

const show = ({ html, buttons }: View): Reply[] => [message(html, buttons)]
const turn = ({ html, buttons }: View): Reply[] => [edit(html, buttons)]

async function own(ctx: Ctx, scene: Scene): Promise<View> {
  return memberPage(scene, await readMemberHours(ctx, scene.member?.id ?? ''))
}

async function team(ctx: Ctx, scene: Scene): Promise<View> {
  const found = await readTeamHours(ctx)
  return found.length === 0 ? { html: scene.voice.html('hours-nobody'), buttons: [] } : teamPage(scene, found)
}

/** The pages that only show: a member's week, and what can be chosen for it. */
export async function pressHoursPage(
  ctx: Ctx,
  scene: Scene,
  press: Pressed<'hours' | 'hours-days' | 'hours-times' | 'hours-dates' | 'hours-limits'>,
): Promise<Reply[]> {
  const found = await readMemberHours(ctx, checkedId(press.staff))
  if (press.verb === 'hours-days') return turn(pickDays(scene, found))
  if (press.verb === 'hours-times') return turn(pickTimes(scene, found, checkedDays(press.days)))
  if (press.verb === 'hours-dates') return turn(pickOff(scene, found))
  return turn(press.verb === 'hours' ? memberPage(scene, found) : pickLimit(scene, found))
}

export async function pressHoursAll(ctx: Ctx, scene: Scene): Promise<Reply[]> {
  return turn(await team(ctx, scene))
}

/** The picture is slow work, so it comes with the outbox. */
export async function pressHoursPicture(
  ctx: Ctx,
  { person, voice }: Scene,
  { staff }: Pressed<'hours-picture'>,
): Promise<Reply[]> {
  const { member } = await readMemberHours(ctx, checkedId(staff))
  await queueMessage(ctx, { personId: person.id, kind: 'hours-picture', params: { staffId: member.id } })
  return [toast(voice.label('hours-picture-coming'))]
}

export async function pressHoursSet(ctx: Ctx, scene: Scene, { staff, days, preset }: Pressed<'hours-set'>): Promise<Reply[]> {
  const chosen = Object.hasOwn(presets, preset) ? presets[preset] : undefined
  if (!chosen) return refuse('not-found', { what: 'staff' })
  const weekdays = daysIn(checkedDays(days))
  const windows = weekdays.flatMap(weekday => chosen.map(window => ({ weekday, ...window })))
  return turn(changedView(scene, await setHours(ctx, { staffId: checkedId(staff), weekdays, windows })))
}

/** A date is taken off or given back in the list of dates, which then shows it. */
export async function pressHoursDate(ctx: Ctx, scene: Scene, { staff, date, to }: Pressed<'hours-date'>): Promise<Reply[]> {
  const staffId = checkedId(staff)
  const { today } = await readMemberHours(ctx, staffId)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)) || date < today) return refuse('stale', {})
  const changed = await setDays(ctx, { staffId, dates: [date], windows: to === 'off' ? [] : null })
  if (changed.outside.length > 0 && changed.changeId) return turn(changedView(scene, changed))
  const said = scene.voice.label(to === 'off' ? 'hours-toast-off' : 'hours-toast-on', { date: scene.voice.date(date) })
  return [toast(said), ...turn(pickOff(scene, await readMemberHours(ctx, staffId)))]
}

export async function pressHoursLimit(ctx: Ctx, scene: Scene, { staff, limit }: Pressed<'hours-limit'>): Promise<Reply[]> {
  const count = limit === 'none' ? null : Number(limit)
  if (count !== null && !(Number.isInteger(count) && count >= 1 && count <= 99)) return refuse('not-found', { what: 'staff' })
  return turn(changedView(scene, await setDailyLimit(ctx, { staffId: checkedId(staff), limit: count })))
}

export async function pressHoursUndo(ctx: Ctx, scene: Scene, { change }: Pressed<'hours-undo'>): Promise<Reply[]> {
  try {
    const undone = await undoHours(ctx, { changeId: checkedId(change) })
    return turn(changedView(scene, undone, scene.voice.html('hours-undone', { name: undone.member.name })))
  } catch (error) {
    if (isRefusal(error, 'stale')) return [toast(scene.voice.label('hours-undo-late'), true)]
    throw error
  }
}

/** Buttons may hold anything: what is no id is nobody's. */
export function checkedId(id: string): string {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id) ? id : refuse('not-found', { what: 'staff' })
}

function checkedDays(days: string): string {
  return daysIn(days).length > 0 ? days : refuse('not-found', { what: 'staff' })
}
