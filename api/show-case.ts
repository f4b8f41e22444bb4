import type { Dossier } from '../core/case/dossier.ts'
import { checkRules } from '../core/check/rules.ts'
import type { Ctx } from '../core/context.ts'
import type { Device } from '../core/device/list.ts'
import { measuredIn, type Rehearsal } from '../core/rehearsal/read.ts'
import { mayUse, type Stage } from '../core/verdict/input.ts'
import { reasons } from '../core/verdict/rules.ts'
import type { Locale } from '../db/values.ts'
import { wordAnswer } from '../texts/answers.ts'
import { speak } from '../texts/fluent.ts'
import { formatMoney } from '../texts/format.ts'
import { wordRehearsal } from '../texts/rehearsal-words.ts'
import type { CaseFile, CheckState, Offer, ReasonChoice, RoomRecord } from './contract.ts'
import { showLive, showMarks, showPart } from './show-live.ts'

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
      id: device?.id ?? '',
      name: nameDevice(device, locale),
      monthlyRent: money(device?.monthlyRentFen),
      deposit: money(device?.depositFen),
      value: money(device?.valueFen),
      termMonths: found.termMonths ?? 0,
    },
    answers: dossier.answers.map(answer => ({
      ...answer,
      label: plain(`field-${answer.field}`),
      value: answer.closed ? '' : wordAnswer(locale, answer.field, answer.value),
    })),
    blind: dossier.blind,
    photos: dossier.photos.map(({ id, kind, takenAt }) => ({
      id,
      kind,
      label: plain(`file-${kind}`),
      takenAt: takenAt.toISOString(),
    })),
    captures: dossier.captures.map(({ id, kind, takenAt, by, width, height, replaced, bookingId }) => ({
      ...{ id, kind, by, width, height },
      label: plain(`file-capture-${kind}`),
      takenAt: takenAt.toISOString(),
      present: !replaced && bookingId === booking?.id,
    })),
    consents: dossier.consents.map(({ kind, given }) => ({ kind, given, label: plain(`consent-${kind}`) })),
    flags: dossier.flags.map(({ kind, weight, code, state, opens }) => ({
      ...{ kind, weight, opens },
      label: plain(`flag-${kind}`),
      caseCode: code,
      state: plain(`state-${state}.staff`),
    })),
    checks: dossier.checks.map(check => showCheck(check, locale, dossier.spokenTo)),
    ...showMarks(dossier.marks, locale),
    ...(dossier.live ? { live: showLive(dossier.live) } : {}),
    reasons: showReasons(ctx, dossier, locale),
    offers: showOffers(dossier, locale),
    may: {
      join: may.join,
      check: may.check,
      decide: may.decide,
      approve: may.approve,
      ...(may.why ? { why: plain(`why-${may.why}`) } : {}),
    },
    recording: {
      may: dossier.recording.may,
      stretches: dossier.recording.stretches.map(({ id, startedAt, durationMs, status }) => ({
        ...{ id, status },
        startedAt: startedAt.toISOString(),
        ...(durationMs === null ? {} : { seconds: Math.round(durationMs / 1000) }),
      })),
    },
    presence: dossier.presence.map(record => showPresence(record, locale)),
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
    ...(dossier.rehearsal ? { rehearsal: showRehearsal(dossier.rehearsal, locale) } : {}),
    ...(verdict
      ? {
          verdict: {
            outcome: verdict.outcome,
            reasons: verdict.reasons,
            by: verdict.by,
            at: verdict.at.toISOString(),
            status: verdict.status,
            ...(verdict.conditions ? { conditions: wordConditions(dossier, locale) } : {}),
            ...(verdict.note ? { note: verdict.note } : {}),
          },
        }
      : {}),
    ...(dossier.returned ? { returned: dossier.returned } : {}),
    ...(dossier.look ? { look: showLook(dossier.look, locale) } : {}),
  }
}

function showPresence({ startsAt, status, sides, togetherSeconds }: Dossier['presence'][number], locale: Locale): RoomRecord {
  return {
    startsAt: startsAt.toISOString(),
    means: speak(locale).plain(`presence-means-${status}`),
    sides: (['applicant', 'reviewer'] as const).map(role => ({
      role,
      sittings: sides[role].sittings.map(({ from, until }) => ({
        from: from.toISOString(),
        ...(until ? { until: until.toISOString() } : {}),
      })),
      seconds: sides[role].seconds,
    })),
    togetherSeconds,
  }
}

function showRehearsal(rehearsal: Rehearsal, locale: Locale): NonNullable<CaseFile['rehearsal']> {
  return { at: (rehearsal.finishedAt ?? new Date(0)).toISOString(), parts: wordRehearsal(speak(locale), measuredIn(rehearsal)) }
}

function showLook(
  { dueAt, assigned, why, ...look }: NonNullable<Dossier['look']>,
  locale: Locale,
): NonNullable<CaseFile['look']> {
  const { plain } = speak(locale)
  return {
    ...look,
    why: why.map(one => plain(`four-eyes-${one}`)),
    ...(dueAt ? { dueAt: dueAt.toISOString() } : {}),
    ...(assigned === undefined ? {} : { assigned }),
  }
}

/** The present device, and those of less value: with what conditions can be made. */
function showOffers({ device, offers }: Dossier, locale: Locale): Offer[] {
  if (!device) return []
  return [device, ...offers.filter(({ id, valueFen }) => id !== device.id && valueFen < device.valueFen)].map(one => ({
    id: one.id,
    name: nameDevice(one, locale),
    depositFen: one.depositFen,
    valueFen: one.valueFen,
    monthlyRent: formatMoney(one.monthlyRentFen, locale),
    terms: one.terms,
  }))
}

function wordConditions({ verdict, device, offers, found }: Dossier, locale: Locale): string[] {
  const { plain } = speak(locale)
  const { depositFen, deviceId, termMonths } = verdict?.conditions ?? {}
  const next = offers.find(({ id }) => id === deviceId) ?? device
  return [
    ...(depositFen === undefined
      ? []
      : [plain('condition-deposit', { from: formatMoney(next?.depositFen ?? 0, locale), to: formatMoney(depositFen, locale) })]),
    ...(deviceId === undefined
      ? []
      : [plain('condition-device', { device: nameDevice(next, locale), rent: formatMoney(next?.monthlyRentFen ?? 0, locale) })]),
    ...(termMonths === undefined ? [] : [plain('condition-term', { from: found.termMonths ?? 0, to: termMonths })]),
  ]
}

/** The catalogue as far as this person may use it here. */
function showReasons(ctx: Ctx, { look }: Dossier, locale: Locale): ReasonChoice[] {
  const stage: Stage = look?.kind === 'appeal' ? 'appeal' : look ? 'second' : 'review'
  return reasons
    .filter(reason => reason.outcomes.some(outcome => mayUse(ctx, reason, outcome, stage)))
    .map(reason => showReason(reason, locale))
}

function showCheck(check: Dossier['checks'][number], locale: Locale, spokenTo: Locale): CheckState {
  const { plain } = speak(locale)
  const title = plain(`check-${check.key}`)
  const hint = plain(`check-${check.key}.hint`)
  // guarantee: findings and rules hold only words of the sets that the contract names
  const field = checkRules.find(({ key }) => key === check.key)?.field
  const stated = check.stated === undefined || !field ? {} : { stated: wordAnswer(locale, field, check.stated) }
  const parts = check.parts.map(part => showPart(part, locale, spokenTo))
  return { ...check, ...stated, title, hint, parts } as CheckState
}

export function showReason({ code, family, waiting, outcomes, counts }: (typeof reasons)[number], locale: Locale): ReasonChoice {
  const { plain } = speak(locale)
  return {
    code,
    family,
    title: plain(`reason-${code}.title`),
    applicantText: plain(`reason-${code}`),
    advice: plain(`reason-${code}.advice`, { appeal: 'yes' }),
    waitingDays: waiting === 'never' ? null : waiting,
    outcomes: [...outcomes],
    counts,
  }
}
