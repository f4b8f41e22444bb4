import type { MessageView } from '../../core/message/view.ts'
import type { Rendered, Voice } from './voice.ts'

type View<K extends MessageView['kind']> = Extract<MessageView, { kind: K }>

/** The caption of the file: encrypted, and to be saved, so not protected. */
export function renderExportFile(voice: Voice, { rows }: View<'export-file'>): Rendered {
  return { html: voice.html('export-file', { rows }), buttons: [] }
}

/** What opens it, apart from it; not to be forwarded. */
export function renderExportPassphrase(voice: Voice, { passphrase }: View<'export-passphrase'>): Rendered {
  return { html: voice.html('export-passphrase', { passphrase }), buttons: [], protect: true }
}

export function renderExportFailed(voice: Voice): Rendered {
  return { html: voice.html('export-failed'), buttons: [] }
}
