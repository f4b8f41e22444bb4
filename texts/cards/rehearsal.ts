import type { MessageView, RehearsalCardView, RehearsedView } from '../../core/message/view.ts'
import type { Button } from '../keyboard.ts'
import { lines, type Rendered, type Voice, withLink } from './voice.ts'

type View<K extends MessageView['kind']> = Extract<MessageView, { kind: K }>

/** Fewer lines are read: what else is to be improved stands on the page. */
const mostAdvices = 2

/** What a rehearsal found: what is in order, and of the rest what helps. */
export function renderRehearsal(voice: Voice, { passed, failed, url }: RehearsalCardView): Rendered {
  const names = (parts: readonly string[]) => voice.list(parts.map(part => voice.label(`rehearsal-part-${part}`)))
  const advices = failed.slice(0, mostAdvices).map(({ part, advice }) => voice.html(`rehearsal-advice-${part}-${advice}`))
  const rest = failed.length - advices.length
  const head = failed.length === 0 ? voice.html('rehearsal-passed') : voice.html('rehearsal-improve', { count: failed.length })
  const more = rest > 0 ? [voice.html('rehearsal-more', { parts: names(failed.slice(mostAdvices).map(({ part }) => part)) })] : []
  const fine = passed.length > 0 && more.length === 0 ? [voice.html('rehearsal-fine', { parts: names(passed) })] : []
  return withLink(lines(head, ...advices, ...more, ...fine), rehearseRows(voice, url, failed.length > 0 ? 'improve' : undefined))
}

/** To the page; it is the thing to do where something was to be improved, or where it shortens a wait. */
export function rehearseRows(voice: Voice, url: string | undefined, why?: 'improve' | 'shortens'): Button[][] {
  if (!url) return []
  const label = voice.label(why === 'improve' ? 'button-rehearse-again' : 'button-rehearse')
  return [[{ label, url, ...(why ? { style: 'primary' } : {}) }]]
}

/** A rehearsal has shortened the wait: both times, or that it is over. */
export function renderWaitShortened(voice: Voice, { code, before, after }: View<'wait-shortened'>): Rendered {
  const times = { before: voice.time(before), after: voice.time(after) }
  if (Date.parse(after) > voice.now.getTime()) return { html: voice.html('wait-shortened', { code, ...times }), buttons: [] }
  const apply: Button = { label: voice.label('button-apply-again'), press: { verb: 'apply' }, style: 'primary' }
  return { html: voice.html('wait-over', { code, ...times }), buttons: [[apply]] }
}

/** How to prepare: before a rehearsal everything, after it what it found wanting, and nothing else. */
export function prepareLine(voice: Voice, { failed }: RehearsedView): string {
  if (!failed) return voice.html('prepare-short')
  if (failed.length === 0) return voice.html('rehearsal-ready')
  return voice.html('rehearsal-left', { parts: voice.list(failed.map(part => voice.label(`rehearsal-part-${part}`))) })
}
