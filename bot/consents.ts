import type { Application } from '../core/application/answers.ts'
import { giveConsent } from '../core/application/consent.ts'
import { type ConsentKind, consentKinds, neededConsents } from '../core/application/steps.ts'
import type { Ctx } from '../core/context.ts'
import type { Locale } from '../core/message/kinds.ts'
import { consentText } from '../texts/consents.ts'
import type { Button } from '../texts/keyboard.ts'
import type { Scene } from './scene.ts'

/** One consent: its own text, and what can be said to it. Only what is not needed can be declined. */
export function askConsent(
  { policy }: Ctx,
  { voice, locale }: Scene,
  { found }: Application,
  kind: ConsentKind,
): { html: string; buttons: Button[][] } {
  const choose = (given: '1' | '0', label: string, style?: 'primary'): Button => ({
    label: voice.label(label),
    press: { verb: 'consent', code: found.code, kind, given },
    ...(style ? { style } : {}),
  })
  const decline = neededConsents.includes(kind) ? [] : [choose('0', 'do-decline')]
  return { html: consentText(kind, locale, policy).html, buttons: [[choose('1', 'do-agree', 'primary'), ...decline]] }
}

/** Records what was said to a consent, with the hash of its text in the language in which it was shown. */
export async function recordConsent(
  ctx: Ctx,
  { kind, locale, ...said }: { caseId: string; kind: ConsentKind; given: boolean; locale: Locale },
): Promise<Application> {
  const { version, hash } = consentText(kind, locale, ctx.policy)
  return giveConsent(ctx, { ...said, kind, textHash: hash, version, locale })
}

const localesAsked: readonly Locale[] = ['zh-CN', 'en']

/** Which consent a pressed message shows, and in which language; none for an older wording, or a message that is no consent. */
export function findConsentShown(
  { policy }: Ctx,
  name: string,
  shownText: string,
): { kind: ConsentKind; locale: Locale } | undefined {
  const kind = consentKinds.find(kind => kind === name)
  const shown = squeeze(shownText)
  const locale = kind && localesAsked.find(locale => shown.includes(squeeze(plainOf(consentText(kind, locale, policy).html))))
  return kind && locale && { kind, locale }
}

/** The letters of a message as its reader sees them: without tags, entities resolved. */
function plainOf(html: string): string {
  const signs: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }
  return html.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|quot|amp);/g, entity => signs[entity] ?? entity)
}

const squeeze = (text: string) => text.replace(/\s+/gu, ' ').trim()
