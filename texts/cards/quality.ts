import type { MessageView } from '../../core/message/view.ts'
import { lines, type Rendered, type Voice, withLink } from './voice.ts'

type View<K extends MessageView['kind']> = Extract<MessageView, { kind: K }>

/** For whoever is asked to review a finished case again, blind. Nobody waits for it: it comes without a sound. */
export function renderBlindAsked(voice: Voice, { device, url }: View<'blind-asked'>): Rendered {
  const html = voice.html('blind-asked', { device: voice.device(device) })
  return { ...withLink(html, [[{ label: voice.label('button-blind'), url, style: 'primary' }]]), silent: true }
}

/** Two findings that differ, for an admin to look into. */
export function renderBlindRaised(voice: Voice, { code, by, outcome, blind, note }: View<'blind-raised'>): Rendered {
  const html = lines(
    voice.html('blind-raised', { code }),
    voice.html('blind-raised-differ', { outcome: voice.label(`outcome-${outcome}`), by, blind: voice.label(`outcome-${blind}`) }),
    note === '' ? undefined : voice.html('blind-raised-note', { note }),
  )
  const look = { label: voice.label('button-case'), press: { verb: 'case', code }, style: 'primary' } as const
  return { html, buttons: [[look]] }
}

/** The caption of the picture. */
export function renderQualityPicture(voice: Voice, { figures }: View<'quality-picture'>): Rendered {
  return { html: voice.html('quality-picture-caption', { days: figures.days }), buttons: [] }
}
