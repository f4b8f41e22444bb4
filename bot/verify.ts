import { findReceipt } from '../core/audit/receipt.ts'
import { verifyOwn } from '../core/audit/verify-own.ts'
import type { Ctx } from '../core/context.ts'
import { lines } from '../texts/cards/voice.ts'
import { message, type Reply } from './replies.ts'
import { asApplicant, type Scene } from './scene.ts'

/** `/verify`, with or without a receipt: whether the record of the application holds, in plain words. */
export async function verify(base: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  const { voice, person } = scene
  if (args !== '' && !findReceipt(args)) return [message(voice.html('verify-form'))]
  const seen = await verifyOwn(asApplicant(base, scene), { personId: person.id, text: args })
  if (!seen) return [message(voice.html(args === '' ? 'verify-nothing' : 'verify-not-yours'))]
  const { code, report, receipt } = seen
  const record =
    'brokenAt' in report
      ? voice.html('verify-broken', { code, entry: report.brokenAt })
      : voice.html('verify-whole', { code, entries: report.entries })
  const compared = receipt
    ? voice.html(`verify-receipt-${receipt.result}`, { number: receipt.number })
    : voice.html('verify-hint')
  const keep = 'brokenAt' in report || receipt?.result === 'cut' || receipt?.result === 'rewritten'
  return [message(lines(record, compared, keep ? voice.html('verify-keep') : undefined))]
}

/** A receipt that somebody pastes or forwards, without a command: it is checked; undefined for any other text. */
export async function verifyPasted(base: Ctx, scene: Scene, text: string): Promise<Reply[] | undefined> {
  return findReceipt(text) ? verify(base, scene, text) : undefined
}
