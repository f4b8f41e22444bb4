import type { MessageView } from '../../core/message/view.ts'
import type { Button } from '../keyboard.ts'
import { reasonTitle } from './verdict.ts'
import { lines, type Rendered, type Voice, withLink } from './voice.ts'

type View<K extends MessageView['kind']> = Extract<MessageView, { kind: K }>

/** The waiting date has come. */
export function renderAgainOpen(voice: Voice, { code }: View<'again-open'>): Rendered {
  const apply: Button = { label: voice.label('button-apply-again'), press: { verb: 'apply' }, style: 'primary' }
  return { html: voice.html('again-open', { code }), buttons: [[apply]] }
}

/** We promised a time and did not keep it. */
export function renderSlipped(voice: Voice, { code, state }: View<'slipped'>): Rendered {
  return { html: voice.html(`slipped-${state}`, { code }), buttons: [] }
}

/** For the second reviewer: enough to confirm from here, and the way to all the rest. */
export function renderToConfirm(voice: Voice, view: View<'to-confirm'>): Rendered {
  const { code, by, version, url } = view
  const outcome = voice.label(`outcome-${view.outcome}`)
  const reasons = voice.list(view.reasons.map(reason => reasonTitle(voice, reason)))
  const what =
    reasons === '' ? voice.html('to-confirm-plain', { by, outcome }) : voice.html('to-confirm-reasons', { by, outcome, reasons })
  const why = voice.list(view.why.map(one => voice.label(`four-eyes-${one}`)))
  const html = lines(
    voice.html(confirmHead(voice, view), { code }),
    what,
    voice.html('to-confirm-why', { why }),
    dueLine(voice, view.dueAt),
  )
  const confirm: Button = { label: voice.label('button-confirm'), press: { verb: 'confirm', code, version: String(version) } }
  const rows = [[openButton(voice, url)], ...(view.outcome === 'escalated' ? [] : [[confirm]])]
  return withLink(html, rows)
}

function confirmHead(voice: Voice, { late, dueAt }: View<'to-confirm'>): string {
  if (!late) return 'to-confirm'
  return Date.parse(dueAt) <= voice.now.getTime() ? 'to-confirm-overdue' : 'to-confirm-late'
}

export function renderAppealMade(voice: Voice, { code, dueAt, late, url }: View<'appeal-made'>): Rendered {
  const head = voice.html(late ? 'appeal-made-late' : 'appeal-made', { code })
  return withLink(lines(head, dueLine(voice, dueAt)), [[openButton(voice, url)]])
}

export function renderVerdictDue(voice: Voice, { code, dueAt, late, url }: View<'verdict-due'>): Rendered {
  const head = voice.html(late ? 'verdict-late' : 'verdict-due', { code })
  return withLink(lines(head, dueLine(voice, dueAt)), [[openButton(voice, url)]])
}

export function renderVerdictReturned(voice: Voice, { code, by, dueAt, url }: View<'verdict-returned'>): Rendered {
  return withLink(lines(voice.html('verdict-returned', { code, by }), dueLine(voice, dueAt)), [[openButton(voice, url)]])
}

export function renderVerdictOverruled(voice: Voice, { code, by, outcome }: View<'verdict-overruled'>): Rendered {
  return { html: voice.html('verdict-overruled', { code, by, outcome: voice.label(`outcome-${outcome}`) }), buttons: [] }
}

export function renderPromiseSlipped(voice: Voice, { code, state, dueAt }: View<'promise-slipped'>): Rendered {
  const look: Button = { label: voice.label('button-case'), press: { verb: 'case', code }, style: 'primary' }
  const queue: Button = { label: voice.label('button-queue'), press: { verb: 'queue', page: '1' } }
  return { html: lines(voice.html(`promise-slipped-${state}`, { code }), dueLine(voice, dueAt)), buttons: [[look, queue]] }
}

const dueLine = (voice: Voice, dueAt: string): string => voice.html('due-at', { time: voice.time(dueAt) })
const openButton = (voice: Voice, url: string): Button => ({ label: voice.label('button-look-decide'), url, style: 'primary' })
