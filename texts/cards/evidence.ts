import type { MessageView } from '../../core/message/view.ts'
import type { Rendered, Voice } from './voice.ts'

type View<K extends MessageView['kind']> = Extract<MessageView, { kind: K }>

/** The caption of the file: encrypted, and to be saved, so not protected. */
export function renderEvidenceFile(voice: Voice, { code, full }: View<'evidence-file'>): Rendered {
  return { html: voice.html(full ? 'evidence-file-full' : 'evidence-file', { code }), buttons: [] }
}

/** What opens it, apart from it; not to be forwarded. */
export function renderEvidencePassphrase(voice: Voice, { code, passphrase }: View<'evidence-passphrase'>): Rendered {
  return { html: voice.html('evidence-passphrase', { code, passphrase }), buttons: [], protect: true }
}

export function renderEvidenceFailed(voice: Voice, { code }: View<'evidence-failed'>): Rendered {
  return { html: voice.html('evidence-failed', { code }), buttons: [] }
}
