import type { Shift } from '../core/booking/slots.ts'
import type { Ctx } from '../core/context.ts'
import { groupBy } from '../core/group-by.ts'
import { refuse } from '../core/refusal.ts'
import { listStaff, type Member } from '../core/staff/add.ts'
import { findStaffByName } from '../core/staff/find.ts'
import { readHours, setHours } from '../core/staff/hours.ts'
import { parseHours } from '../core/staff/parse-hours.ts'
import { lines } from '../texts/cards/voice.ts'
import { listed, message, paragraphs, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'

/** `/hours`: everybody's week; `/hours <name|me>`: one week; `/hours <name|me> mon-fri 9:00-18:00`: sets those days. */
export async function hours(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  if (args === '') return showEverybody(ctx, scene)
  const named = await findStaffByName(ctx, args)
  if (!named) return refuse('not-found', { what: 'staff' })
  const { member, rest } = named
  if (rest === '') return [message(week(scene, member, await readHours(ctx, member.id)))]
  const set = await setHours(ctx, { staffId: member.id, ...parseHours(rest) })
  return [message(paragraphs(scene.voice.html('hours-set'), week(scene, member, set)))]
}

async function showEverybody(ctx: Ctx, scene: Scene): Promise<Reply[]> {
  const reviewers = (await listStaff(ctx)).filter(({ roles }) => roles.includes('reviewer'))
  if (reviewers.length === 0) return [message(scene.voice.html('hours-nobody'))]
  const weeks: string[] = []
  for (const member of reviewers) weeks.push(week(scene, member, await readHours(ctx, member.id)))
  return [message(paragraphs(...weeks, scene.voice.html('hours-form', { example: scene.voice.label('command-hours.example') })))]
}

/** One member's week: days with the same windows stand on one line. */
function week({ voice, locale }: Scene, { name, timeZone }: Member, shifts: readonly Shift[]): string {
  const heading = voice.html('hours-of', { name, zone: timeZone })
  if (shifts.length === 0) return lines(heading, voice.html('hours-none'))
  const days = groupBy(shifts, shift => shift.weekday)
  const alike = groupBy([...days], ([, windows]) => windows.map(span).join(' '))
  const said = [...alike].map(([windows, entries]) => {
    const names = listed(
      locale,
      entries.map(([weekday]) => voice.label(`weekday-${weekday}`)),
    )
    return voice.html('hours-line', { days: names, windows })
  })
  return lines(heading, ...said)
}

const span = ({ startMinute, endMinute }: Shift): string => `${clock(startMinute)}–${clock(endMinute)}`

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
