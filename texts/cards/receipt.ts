import type { MessageView } from '../../core/message/view.ts'
import type { Rendered, Voice } from './voice.ts'

/** The signed head of the application's record, to be kept; it comes without a sound. */
export function renderReceipt(voice: Voice, view: Extract<MessageView, { kind: 'receipt' }>): Rendered {
  const { code, entries, receipt } = view
  return { html: voice.html('receipt', { code, entries, receipt }), buttons: [], silent: true }
}
