import { readTrail, type Trail, type TrailActor, type TrailEntry } from '../core/audit/read.ts'
import type { Ctx } from '../core/context.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import { message, paragraphs, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'
import { readCode } from './staff-case.ts'

const pageSize = 8

/** `/audit <case | desk> [page]`: the trail, its last page first, and whether it verifies. */
export async function auditTrail(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  const [what = '', page = '0', ...more] = args.normalize('NFKC').trim().split(/\s+/u)
  const chain = /^(desk|审核台)$/i.test(what) ? 'desk' : readCode(what)
  if (!chain || more.length > 0 || !/^\d{1,6}$/.test(page))
    return [message(scene.voice.html('audit-form', { example: scene.voice.label('command-audit.example') }))]
  return showTrail(ctx, scene, chain, Number(page), message)
}

export async function showTrail(
  ctx: Ctx,
  scene: Scene,
  chain: string,
  page: number,
  put: (html: string, buttons: Button[][]) => Reply,
): Promise<Reply[]> {
  const { voice } = scene
  const trail = await readTrail(ctx, { chain, page, size: pageSize })
  const name = chain === 'desk' ? voice.label('audit-desk') : chain
  const heading = lines(voice.html('audit', { name, page: trail.page, pages: trail.pages }), verdictOn(scene, trail))
  const turn = (to: number, label: string): Button => ({
    label: voice.label(label),
    press: { verb: 'audit', chain, page: String(to) },
  })
  const pages = [
    ...(trail.page > 1 ? [turn(trail.page - 1, 'do-earlier')] : []),
    ...(trail.page < trail.pages ? [turn(trail.page + 1, 'do-later')] : []),
  ]
  return [put(paragraphs(heading, lines(...trail.entries.map(entry => entryLine(scene, entry)))), [pages])]
}

function verdictOn({ voice }: Scene, { report }: Trail): string {
  if ('brokenAt' in report)
    return voice.html('audit-broken', { entry: report.brokenAt, why: voice.label(`audit-flaw-${report.why}`) })
  return voice.html('audit-whole', { entries: report.entries, signed: report.signed })
}

function entryLine(scene: Scene, entry: TrailEntry): string {
  const { voice } = scene
  const key = `audit-${entry.action.replaceAll('.', '-')}`
  const what = voice.has(key) ? voice.label(key) : entry.action
  const told = { number: entry.number, time: voice.time(entry.at), who: actorName(scene, entry.actor), what }
  const more = details(scene, entry)
  return more ? voice.html('audit-line-more', { ...told, more }) : voice.html('audit-line', told)
}

export function actorName({ voice }: Scene, actor: TrailActor): string {
  if (actor.kind === 'staff') return actor.name
  return voice.label(actor.kind === 'applicant' ? 'audit-by-applicant' : 'audit-by-desk')
}

/** What makes one entry differ from others of its kind, in words; the whole entry is in the evidence file. */
function details({ voice }: Scene, { data }: TrailEntry): string | undefined {
  const named = (value: unknown, prefix: string, suffix = ''): string | undefined => {
    const key = `${prefix}${String(value)}`
    return typeof value === 'string' && voice.has(key) ? voice.label(key + suffix) : undefined
  }
  const from = named(data.from, 'state-', '.staff')
  const to = named(data.to, 'state-', '.staff')
  if (to) return from ? voice.label('audit-from-to', { from, to }) : to
  const time = typeof data.startsAt === 'string' ? voice.shortTime(data.startsAt) : undefined
  const reason = named(data.reason, 'reason-', '.title')
  const parts = [
    named(data.field, 'field-'),
    named(data.check, 'check-'),
    named(data.kind, 'consent-'),
    named(data.result, 'audit-result-'),
    named(data.outcome, 'outcome-'),
    reason,
    time,
  ].filter(part => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(' · ')
}
