import type { Ctx } from '../core/context.ts'
import { type ChangedDays, clearDeskDays, loadChinaDays, readDays, setDeskDays, undoDeskDays } from '../core/desk/days.ts'
import { parseDeskDays } from '../core/desk/parse-days.ts'
import { isRefusal } from '../core/refusal.ts'
import { localToday } from '../core/staff/read-members.ts'
import { atMost, deskDayLine } from '../texts/cards/hours.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import { outsideView, type View } from './hours-views.ts'
import { edit, message, paragraphs, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'
import { checkedId } from './staff-hours.ts'

const mostDays = 30

/** `/holiday`: the coming days; `/holiday load 2026`; `/holiday 12月25日 休息`; `/holiday 2026-10-10 works as mon`; `… usual`. */
export async function holiday(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  if (args.trim() === '') {
    const { html, buttons } = await daysPage(ctx, scene)
    return [message(html, buttons)]
  }
  const wanted = parseDeskDays(args, localToday(ctx, ctx.officeTimeZone))
  if (wanted.kind === 'load') return show(message, loaded(scene, wanted.year, await loadChinaDays(ctx, { year: wanted.year })))
  const changed = wanted.kind === 'set' ? await setDeskDays(ctx, wanted) : await clearDeskDays(ctx, wanted)
  return show(message, changedView(scene, changed, scene.voice.html(changed.changeId ? 'desk-days-set' : 'desk-days-same')))
}

const show = (how: typeof message, { html, buttons }: View): Reply[] => [how(html, buttons)]

async function daysPage(ctx: Ctx, { voice }: Scene): Promise<View> {
  const { days, loadable } = await readDays(ctx)
  const said = days.slice(0, mostDays).map(day => deskDayLine(voice, day.date, day))
  const form = voice.html('desk-days-form', { example: voice.label('command-holiday.example') })
  const load = loadable.map(
    (year): Button => ({
      label: voice.label('desk-days-load', { year: String(year) }),
      press: { verb: 'holidays-load', year: String(year) },
      style: 'primary',
    }),
  )
  const list = said.length > 0 ? said : [voice.html('desk-days-none')]
  return { html: paragraphs(lines(voice.html('desk-days'), ...list), form), buttons: [load] }
}

function loaded(scene: Scene, year: number, changed: ChangedDays): View {
  const { voice } = scene
  if (!changed.changeId) return changedView(scene, changed, voice.html('desk-days-same'))
  const off = changed.differs.filter(({ after }) => after?.worksAs === 0).length
  const works = changed.differs.filter(({ after }) => after && after.worksAs > 0).length
  return changedView(scene, changed, voice.html('desk-days-loaded', { year: String(year), off, works }))
}

function changedView(scene: Scene, { changeId, differs, outside }: ChangedDays, head: string, mayUndo = true): View {
  const { voice } = scene
  const said = differs.map(({ date, after }) => deskDayLine(voice, date, after))
  const undo: Button[] =
    changeId && mayUndo ? [{ label: voice.label('hours-do-undo'), press: { verb: 'holidays-undo', change: changeId } }] : []
  const all: Button = { label: voice.label('desk-days-all'), press: { verb: 'holidays' } }
  const { html, buttons } = outsideView(scene, outside)
  return { html: paragraphs(lines(head, ...atMost(voice, said)), html), buttons: [...buttons, [...undo, all]] }
}

export async function pressHolidays(ctx: Ctx, scene: Scene): Promise<Reply[]> {
  return show(edit, await daysPage(ctx, scene))
}

export async function pressHolidaysLoad(ctx: Ctx, scene: Scene, press: { year: string }): Promise<Reply[]> {
  const year = Number(press.year)
  return show(edit, loaded(scene, year, await loadChinaDays(ctx, { year })))
}

export async function pressHolidaysUndo(ctx: Ctx, scene: Scene, { change }: { change: string }): Promise<Reply[]> {
  try {
    const undone = await undoDeskDays(ctx, { changeId: checkedId(change) })
    return show(edit, changedView(scene, undone, scene.voice.html('desk-days-undone'), false))
  } catch (error) {
    if (isRefusal(error, 'stale')) return [toast(scene.voice.label('hours-undo-late'), true)]
    throw error
  }
}
