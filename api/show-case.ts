import type { Dossier } from '../core/case/dossier.ts'
import type { Ctx } from '../core/context.ts'
import type { Device } from '../core/device/list.ts'
import { reasons } from '../core/verdict/rules.ts'
import type { Locale } from '../db/values.ts'
import { speak } from '../texts/fluent.ts'
import { formatMoney } from '../texts/format.ts'
import type { CaseFile, CheckState, ReasonChoice } from './contract.ts'

export function nameDevice(device: Device | null, locale: Locale): string {
  return (locale === 'zh-CN' ? device?.nameZh : device?.nameEn) ?? ''
}

/** Which attempt it is; of a case that is over, which it was. */
export function attemptOf({ attempts, decidedAt }: Dossier['found']): number {
  return decidedAt === null ? attempts + 1 : Math.max(1, attempts)
}

/** A dossier in the reader's language, as the console draws it. */
export function showCase(ctx: Ctx, dossier: Dossier, locale: Locale): CaseFile {
  const { plain } = speak(locale)
  const { found, device, booking, verdict, may } = dossier
  const money = (fen: number | undefined) => (fen === undefined ? '' : formatMoney(fen, locale))
  return {
    caseCode: found.code,
    state: found.state,
    attempt: attemptOf(found),
    device: {
      name: nameDevice(device, locale),
      monthlyRent: money(device?.monthlyRentFen),
      deposit: money(device?.depositFen),
      value: money(device?.valueFen),
      termMonths: found.termMonths ?? 0,
    },
    answers: dossier.answers.map(answer => ({ ...answer, label: plain(`field-${answer.field}`) })),
    photos: dossier.photos.map(({ id, kind, takenAt }) => ({
      id,
      kind,
      label: plain(`file-${kind}`),
      takenAt: takenAt.toISOString(),
    })),
    consents: dossier.consents.map(({ kind, given }) => ({ kind, given, label: plain(`consent-${kind}`) })),
    flags: dossier.flags.map(({ kind, weight, code, state, opens }) => ({
      ...{ kind, weight, opens },
      label: plain(`flag-${kind}`),
      caseCode: code,
      state: plain(`state-${state}.staff`),
    })),
    checks: dossier.checks.map(check => showCheck(check, locale)),
    reasons: reasons.map(reason => showReason(reason, locale)),
    may: {
      join: may.join,
      check: may.check,
      decide: may.decide,
      approve: may.approve,
      ...(may.why ? { why: plain(`why-${may.why}`) } : {}),
    },
    serverNow: ctx.now().toISOString(),
    ...(booking
      ? {
          booking: {
            startsAt: booking.startsAt.toISOString(),
            endsAt: booking.endsAt.toISOString(),
            opensAt: booking.opensAt.toISOString(),
            closesAt: booking.closesAt.toISOString(),
            mine: booking.mine,
            ...(booking.status === 'active' ? {} : { end: booking.status }),
          },
        }
      : {}),
    ...(verdict
      ? {
          verdict: {
            outcome: verdict.outcome,
            reasons: verdict.reasons,
            by: verdict.by,
            at: verdict.at.toISOString(),
            ...(verdict.note ? { note: verdict.note } : {}),
          },
        }
      : {}),
  }
}

function showCheck(check: Dossier['checks'][number], locale: Locale): CheckState {
  const { plain } = speak(locale)
  const title = plain(`check-${check.key}`)
  const hint = plain(`check-${check.key}.hint`)
  // guarantee: findings and rules hold only words of the sets that the contract names
  return { ...check, title, hint } as CheckState
}

function showReason({ code, family, waiting, outcomes }: (typeof reasons)[number], locale: Locale): ReasonChoice {
  const { plain } = speak(locale)
  return {
    code,
    family,
    title: plain(`reason-${code}.title`),
    applicantText: plain(`reason-${code}`),
    advice: plain(`reason-${code}.advice`),
    waitingDays: waiting === 'never' ? null : waiting,
    outcomes: [...outcomes],
  }
}
