import type { ConditionsView, MessageView, Reader, StatusCardView, ToConfirmView, ToldOutcome } from '../../core/message/view.ts'
import { advices } from '../../core/rehearsal/rules.ts'
import { reasons } from '../../core/verdict/rules.ts'
import { caseStates, type Locale, rehearsalParts } from '../../db/values.ts'
import { weekOfFigures } from './stats-sample.ts'

/** One message as the page and the tests show it. */
export interface Sample {
  title: string
  view: MessageView
  /** the reader's zone is not known: the office's is shown, and named */
  zoneUnknown?: boolean
}

export const now = new Date('2026-11-24T01:05:00Z')
const startsAt = '2026-11-24T09:20:00Z'
const past = '2026-11-24T01:00:00Z'
const soon = '2026-11-24T01:10:00Z'
const code = 'M-7K3QXD'
const url = 'https://mianshen.example/c/Yk3v'
const device = { zh: 'iPhone 17 Pro 256 GB', en: 'iPhone 17 Pro 256 GB' }
const continueUrl = 'https://rental.example/orders/R-2041'
const offer = { times: [startsAt, '2026-11-25T02:40:00Z', '2026-11-30T06:00:00Z'], more: true, now: true }
const deskUrl = 'https://mianshen.example/console/M-7K3QXD#in=Yk3v'
const acceptUntil = '2026-12-01T01:05:00Z'
const appealUntil = '2026-12-08T01:05:00Z'
const deposit = { from: 60_000, to: 120_000 }
const conditions: ConditionsView = {
  deposit,
  device: { to: { zh: '青禾 手机 8', en: 'Qinghe Phone 8' }, monthlyRentFen: 8_900 },
  term: { from: 12, to: 6 },
}
const promised = ['reviewing', 'confirming', 'appealed'] as const
const rehearsalUrl = 'https://mianshen.example/r/Yk3v'
const booking = { startsAt, version: 2, changeable: true, reviewerName: '李敏' }

export function readerOf(locale: Locale, sample: Pick<Sample, 'zoneUnknown'> = {}): Reader {
  return { locale, timeZone: 'Asia/Shanghai', zoneKnown: !sample.zoneUnknown }
}

const card = (state: StatusCardView['state'], more: Partial<StatusCardView> = {}): StatusCardView => ({
  kind: 'status-card',
  code,
  state,
  version: 4,
  device,
  termMonths: 12,
  ...more,
})
const verdict = (outcome: ToldOutcome, codes: string[], more: object = {}): MessageView => ({
  kind: 'verdict',
  code,
  outcome,
  reasons: codes,
  ...more,
})

const special: Partial<Record<StatusCardView['state'], Sample[]>> = {
  invited: [
    { title: 'Card: invited', view: card('invited', { offer, rehearsalUrl }) },
    { title: 'Card: invited again, answers to correct', view: card('invited', { offer, correctable: true }) },
    { title: 'Card: invited, zone unknown', view: card('invited', { offer: { ...offer, now: false } }), zoneUnknown: true },
    { title: 'Card: invited, only now', view: card('invited', { offer: { times: [], more: false, now: true } }) },
    { title: 'Card: invited, a line for now', view: card('invited', { offer: { ...offer, now: false, wait: 10 } }) },
    { title: 'Card: invited, only the line', view: card('invited', { offer: { times: [], more: false, now: false, wait: 25 } }) },
    { title: 'Card: in line', view: card('invited', { rehearsalUrl, queue: { place: 2, minutes: 25 } }) },
    { title: 'Card: in line, next', view: card('invited', { queue: { place: 1, minutes: 0 } }) },
    { title: 'Card: in line, nobody online', view: card('invited', { queue: { place: 1 } }) },
    { title: 'Card: invited, nothing free, to be told', view: card('invited', { wantsEarlier: true }) },
    { title: 'Card: invited, nothing free', view: card('invited', { offer: { times: [], more: false, now: false } }) },
    {
      title: 'Card: invited again after a retry',
      view: card('invited', { offer, verdict: { outcome: 'retry', reasons: ['ENV_TOO_DARK', 'ID_UNREADABLE'] } }),
      zoneUnknown: true,
    },
    {
      title: 'Card: invited again after a retry, nothing free',
      view: card('invited', { verdict: { outcome: 'retry', reasons: ['TECH_NETWORK'] } }),
    },
    { title: 'Card: on hold, attempts used up', view: card('invited', { hold: 'attempts-used-up' }) },
    { title: 'Card: on hold, nobody eligible', view: card('invited', { hold: 'nobody-eligible' }) },
    { title: 'Card: on hold, missed', view: card('invited', { hold: 'missed-too-often' }) },
    { title: 'Card: on hold, an earlier rejection', view: card('invited', { hold: 'earlier-rejection' }) },
    { title: 'Card: on hold, blocked', view: card('invited', { hold: 'blocked' }) },
    { title: 'Card: on hold for a reason without words of its own', view: card('invited', { hold: 'something-new' }) },
  ],
  booked: [
    { title: 'Card: booked', view: card('booked', { booking, rehearsalUrl }) },
    {
      title: 'Card: booked, the link is open',
      view: card('booked', { rehearsalUrl, booking: { ...booking, url, startsAt: soon } }),
    },
    {
      title: 'Card: booked, the time has come',
      view: card('booked', { booking: { ...booking, url, startsAt: '2026-11-24T01:03:00Z', changeable: false } }),
    },
    { title: 'Card: booked, reviewer without a name', view: card('booked', { booking: { ...booking, reviewerName: '' } }) },
    { title: 'Card: booked, to be told of an earlier time', view: card('booked', { booking, wantsEarlier: true }) },
    { title: 'Card: booked, another language', view: card('booked', { booking: { ...booking, otherLanguages: ['zh'] } }) },
    { title: 'Card: booked, no booking to show', view: card('booked') },
  ],
  reviewing: [
    { title: 'Card: reviewing', view: card('reviewing', { booking: { ...booking, url, changeable: false } }) },
    { title: 'Card: reviewing, the call is over', view: card('reviewing') },
    { title: 'Card: reviewing, a result is promised', view: card('reviewing', { promise: { dueAt: soon, late: false } }) },
    { title: 'Card: reviewing, the promise slipped', view: card('reviewing', { promise: { dueAt: soon, late: true } }) },
  ],
  confirming: [
    { title: 'Card: confirming', view: card('confirming', { promise: { dueAt: soon, late: false } }) },
    { title: 'Card: confirming, late', view: card('confirming', { promise: { dueAt: soon, late: true } }) },
    ...['escalated', 'nobody-to-confirm'].map(hold => ({
      title: `Card: confirming, on hold, ${hold}`,
      view: card('confirming', { hold, promise: { dueAt: soon, late: false } }),
    })),
  ],
  appealed: [
    { title: 'Card: appealed', view: card('appealed', { promise: { dueAt: startsAt, late: false } }) },
    {
      title: 'Card: appealed, on hold',
      view: card('appealed', { hold: 'nobody-for-appeal', promise: { dueAt: startsAt, late: false } }),
    },
  ],
  conditional: [
    {
      title: 'Card: conditional',
      view: card('conditional', {
        verdict: { outcome: 'conditional', reasons: ['HISTORY_FIRST_RENTAL'], conditions, acceptUntil, version: 4 },
      }),
    },
  ],
  rejected: [
    {
      title: 'Card: rejected, a date to wait for',
      view: card('rejected', {
        verdict: { outcome: 'rejected', reasons: ['PURPOSE_UNCLEAR'], againAt: '2026-12-01T01:00:00Z', appealUntil },
      }),
    },
    {
      title: 'Card: rejected, a rehearsal would end the wait',
      view: card('rejected', {
        verdict: {
          outcome: 'rejected',
          reasons: ['ENV_TOO_DARK'],
          againAt: startsAt,
          appealUntil,
          proof: { againAt: '2026-11-24T01:00:00Z', url: rehearsalUrl },
        },
      }),
    },
    {
      title: 'Card: rejected, a rehearsal would shorten the wait',
      view: card('rejected', {
        verdict: {
          outcome: 'rejected',
          reasons: ['ID_UNREADABLE', 'ENV_TOO_LOUD'],
          againAt: appealUntil,
          proof: { againAt: startsAt, url: rehearsalUrl },
        },
      }),
    },
    {
      title: 'Card: rejected, the date has come',
      view: card('rejected', {
        verdict: { outcome: 'rejected', reasons: ['ID_EXPIRED', 'PLACE_DIFFERS'], againAt: '2026-11-24T01:00:00Z' },
      }),
    },
    {
      title: 'Card: rejected for good',
      view: card('rejected', { verdict: { outcome: 'rejected-for-good', reasons: ['PURPOSE_BROKER'] } }),
    },
    {
      title: 'Card: rejected for good, can be appealed',
      view: card('rejected', { verdict: { outcome: 'rejected-for-good', reasons: ['ID_TAMPERED'], appealUntil } }),
    },
    { title: 'Card: turned down before a review, a date', view: card('rejected', { againAt: '2026-12-01T01:00:00Z' }) },
    { title: 'Card: turned down before a review, for good', view: card('rejected') },
  ],
  approved: [
    { title: 'Card: approved', view: card('approved', { verdict: { outcome: 'approved', reasons: [], continueUrl } }) },
    {
      title: 'Card: approved with a higher deposit',
      view: card('approved', {
        verdict: { outcome: 'conditional', reasons: ['HISTORY_FIRST_RENTAL'], continueUrl, conditions: { deposit } },
      }),
    },
    { title: 'Card: approved, no way on known', view: card('approved', { verdict: { outcome: 'approved', reasons: [] } }) },
  ],
}

const cards = caseStates.flatMap(state => special[state] ?? [{ title: `Card: ${state}`, view: card(state) }])

const verdicts: Sample[] = [
  { title: 'Verdict: approved', view: verdict('approved', [], { continueUrl }) },
  { title: 'Verdict: approved, no way on known', view: verdict('approved', []) },
  {
    title: 'Verdict: rejected before a review',
    view: verdict('rejected', ['PURPOSE_CONTRADICTS'], { unreviewed: true, againAt: '2026-12-24T01:00:00Z', appealUntil }),
  },
  { title: 'Verdict: repeat', view: verdict('retry', ['ID_UNREADABLE', 'ENV_TOO_DARK']) },
  { title: 'Verdict: repeat, attempts used up', view: verdict('retry', ['ENV_TOO_LOUD'], { hold: 'attempts-used-up' }) },
  {
    title: 'Verdict: rejected, with a date',
    view: verdict('rejected', ['PURPOSE_UNCLEAR', 'ENV_NOT_ALONE'], { againAt: '2026-12-01T01:05:00Z' }),
    zoneUnknown: true,
  },
  {
    title: 'Verdict: rejected, may apply at once',
    view: verdict('rejected', ['ID_DATA_DIFFER'], { againAt: '2026-11-24T01:05:00Z' }),
  },
  {
    title: 'Verdict: rejected for good before a review',
    view: verdict('rejected-for-good', ['HISTORY_DUPLICATE'], { unreviewed: true, appealUntil }),
  },
  { title: 'Verdict: rejected for good', view: verdict('rejected-for-good', ['ID_TAMPERED'], { appealUntil }) },
  { title: 'Verdict: appeal, rejected for good, neutral', view: verdict('rejected-for-good', ['ENV_STOCK'], { appealed: true }) },
  { title: 'Verdict: rejected for good, no appeal any more', view: verdict('rejected-for-good', ['HISTORY_BLOCKED']) },
  {
    title: 'Verdict: rejected, can be appealed',
    view: verdict('rejected', ['FACE_NO_MATCH', 'LIVE_PROMPTED'], { againAt: '2026-12-24T01:05:00Z', appealUntil }),
  },
  {
    title: 'Verdict: conditional, a higher deposit',
    view: verdict('conditional', ['HISTORY_FIRST_RENTAL'], { conditions: { deposit }, acceptUntil, version: 4 }),
  },
  {
    title: 'Verdict: conditional, all three',
    view: verdict('conditional', ['PURPOSE_FIT', 'HISTORY_OTHER_RENTALS'], { conditions, acceptUntil, version: 4 }),
  },
  {
    title: 'Verdict: conditional, and over',
    view: verdict('conditional', ['PURPOSE_FIT'], { conditions: { term: { from: 24, to: 12 } } }),
  },
  { title: 'Verdict: appeal, approved', view: verdict('approved', [], { appealed: true, continueUrl }) },
  {
    title: 'Verdict: appeal, conditional',
    view: verdict('conditional', ['HISTORY_FIRST_RENTAL'], { appealed: true, conditions: { deposit }, acceptUntil, version: 4 }),
  },
  { title: 'Verdict: appeal, a new call', view: verdict('retry', ['HISTORY_APPEAL_CALL'], { appealed: true }) },
  {
    title: 'Verdict: appeal, the result stays',
    view: verdict('rejected', ['PURPOSE_UNCLEAR'], { appealed: true, againAt: '2026-12-01T01:05:00Z' }),
  },
  { title: 'Verdict: appeal, rejected for good', view: verdict('rejected-for-good', ['PURPOSE_BROKER'], { appealed: true }) },
  ...reasons
    .filter(({ outcomes }) => outcomes.includes('retry'))
    .map(({ code }) => ({ title: `Verdict: repeat, ${code}`, view: verdict('retry', [code]) })),
  ...reasons
    .filter(({ outcomes }) => outcomes.includes('rejected') || outcomes.includes('rejected-for-good'))
    .map(({ code, waiting, outcomes }) => ({
      title: `Verdict: rejected, ${code}`,
      view: outcomes.includes('rejected')
        ? verdict('rejected', [code], { againAt: new Date(+now + Number(waiting) * 86_400_000).toISOString(), appealUntil })
        : verdict('rejected-for-good', [code], { appealUntil }),
    })),
  { title: 'A draft waits: one question', view: { kind: 'draft-waits', left: 1, until: appealUntil } },
  { title: 'A draft waits: some questions', view: { kind: 'draft-waits', left: 3, until: appealUntil } },
  { title: 'A draft waits: only the last steps', view: { kind: 'draft-waits', left: 0, until: appealUntil } },
  { title: 'You can apply again', view: { kind: 'again-open', code } },
  ...promised.map(state => ({ title: `Slipped: ${state}`, view: { kind: 'slipped' as const, code, state } })),
  { title: 'Verdict: a reason that was taken out of the table', view: verdict('rejected', ['ID_RETIRED']) },
]

/** As long as a real one; made of nothing. */
const receipt = `${code}.14.${'q7Zt0'.repeat(9).slice(0, 43)}.${'Xb4-kLw9_'.repeat(10).slice(0, 86)}`
const receipts: Sample[] = [{ title: 'Receipt', view: { kind: 'receipt', code, entries: 14, receipt } }]

const evidence: Sample[] = [
  { title: 'Evidence file', view: { kind: 'evidence-file', code, evidenceId: '', full: false } },
  { title: 'Evidence file, in full', view: { kind: 'evidence-file', code, evidenceId: '', full: true } },
  {
    title: 'Passphrase of an evidence file',
    view: { kind: 'evidence-passphrase', code, passphrase: '7KQX-M3TD-9WFH-2BPR-VY6N' },
  },
  { title: 'Evidence file that could not be made', view: { kind: 'evidence-failed', code } },
]

const reminder = { kind: 'reminder' as const, url, version: 2, code, confirmed: false, rehearsal: { url: rehearsalUrl } }
const calendar = {
  kind: 'calendar' as const,
  code,
  bookingId: '0197a1f0-0000-7000-8000-000000000001',
  version: 1,
  cancelled: false,
  moved: false,
  startsAt,
  endsAt: '2026-11-24T09:35:00Z',
  opensMinutesBefore: 10,
  chatUrl: 'https://mianshen.example/chat',
  url,
}
const call: Sample[] = [
  { title: 'Calendar file: booked', view: calendar },
  { title: 'Calendar file: moved', view: { ...calendar, version: 2, moved: true } },
  { title: 'Calendar file: cancelled', view: { ...calendar, cancelled: true } },
  { title: 'Reminder: a day before', view: { ...reminder, reminder: 'day', startsAt: '2026-11-25T01:00:00Z' } },
  {
    title: 'Reminder: a day before, said yes already',
    view: { ...reminder, reminder: 'day', startsAt: '2026-11-25T01:00:00Z', confirmed: true },
  },
  { title: 'Reminder: an hour before', view: { ...reminder, reminder: 'hour', startsAt: '2026-11-24T02:00:00Z' } },
  ...(['day', 'hour', 'ten'] as const).flatMap(kind =>
    [[], ['light', 'network'] as const].map(failed => ({
      title: `Reminder: ${kind}, rehearsed, ${failed.length} to improve`,
      view: { ...reminder, reminder: kind, startsAt: soon, rehearsal: { url: rehearsalUrl, failed: [...failed] } },
    })),
  ),
  { title: 'Reminder: ten minutes before', view: { ...reminder, reminder: 'ten', startsAt: soon } },
  { title: 'The call link was replaced', view: { kind: 'link-replaced', code, startsAt: soon, url } },
  { title: 'Two more minutes', view: { kind: 'two-more-minutes', url, until: soon } },
  { title: 'The reviewer is here', view: { kind: 'reviewer-here', url } },
  { title: 'The applicant asks for help in silence', view: { kind: 'help-called', code, url } },
  { title: 'A running call was handed over', view: { kind: 'call-handed', code, url } },
  {
    title: 'The reviewer is here, page inside the messenger',
    view: { kind: 'reviewer-here', url, miniAppUrl: 'https://mianshen.example/m/M-7K3QXD' },
  },
  { title: 'A code to be spoken', view: { kind: 'spoken-code', digits: '482913', until: soon } },
  { title: 'Nudge', view: { kind: 'nudge', url, startsAt: '2026-11-24T01:03:00Z' } },
  { title: 'Missed', view: { kind: 'missed', fault: 'applicant', last: false, code } },
  { title: 'Missed too often', view: { kind: 'missed', fault: 'applicant', last: true, code } },
  { title: 'Another reviewer takes over', view: { kind: 'reviewer-changed', url } },
  { title: 'The reviewer is still in the call before', view: { kind: 'running-over', url } },
  { title: 'Called up from the line', view: { kind: 'your-turn', url, until: soon } },
  { title: 'The turn passed, the place is kept', view: { kind: 'turn-passed', code, last: false } },
  { title: 'Expires soon: no time chosen', view: { kind: 'lapses-soon', state: 'invited', code, until: startsAt } },
  { title: 'Expires soon: conditions not answered', view: { kind: 'lapses-soon', state: 'conditional', code, until: startsAt } },
  { title: 'Expired: never sent', view: { kind: 'lapsed', from: 'draft', code } },
  { title: 'Expired: no time chosen', view: { kind: 'lapsed', from: 'invited', code } },
  { title: 'Expired: conditions not answered', view: { kind: 'lapsed', from: 'conditional', code } },
  {
    title: 'Missed for the first time: the nearest times',
    view: {
      kind: 'missed',
      fault: 'applicant',
      last: false,
      code,
      offer: { times: [startsAt, '2026-11-25T02:40:00Z'], more: true, version: 4 },
    },
  },
  { title: 'The turn passed again', view: { kind: 'turn-passed', code, last: true } },
  {
    title: 'An earlier time is free',
    view: { kind: 'earlier-free', code, version: 4, startsAt, booked: { version: 2, startsAt: '2026-11-25T02:40:00Z' } },
    zoneUnknown: true,
  },
  { title: 'A time is free', view: { kind: 'earlier-free', code, version: 4, startsAt }, zoneUnknown: true },
  {
    title: 'Missed through our fault, no time free',
    view: { kind: 'missed', fault: 'cancelled-by-us', last: false, code, none: true },
  },
  { title: 'Missed through our fault', view: { kind: 'missed', fault: 'missed-by-reviewer', last: false, code } },
  ...(['missed-by-reviewer', 'cancelled-by-us', 'technical'] as const).map(fault => ({
    title: `Our fault, a time is kept: ${fault}`,
    view: { kind: 'missed' as const, fault, last: false, code, held: { startsAt, until: soon, version: 5 } },
    zoneUnknown: true,
  })),
  { title: 'Held, and never decided', view: { kind: 'missed', fault: 'no-verdict', last: false, code } },
  { title: 'Missed through our fault, on hold', view: { kind: 'missed', fault: 'us', last: true, code } },
  { title: 'Another device', view: { kind: 'other-device', ask: '3f9a1c77', code } },
  { title: 'The catalogue as a file', view: { kind: 'devices-file' } },
  {
    title: 'Another browser, at the door of a blind review',
    view: { kind: 'other-browser', ask: '3f9a1c77', browser: 'Safari · iOS' },
  },
  { title: 'Asked to review blind', view: { kind: 'blind-asked', device, url: 'https://mianshen.example/console#in=Yk3v' } },
  {
    title: 'A blind review differs',
    view: { kind: 'blind-raised', code, by: '王芳', outcome: 'approved', blind: 'rejected', note: '地址照片与所述不符' },
  },
  {
    title: 'The picture of how the desk reviews',
    view: {
      kind: 'quality-picture',
      figures: {
        ...{ days: 30, drawn: 0, done: 0, agreed: 0, waiting: 0, blindMinutes: null, verdicts: 0 },
        ...{ families: [], members: [], disagreements: [] },
      },
    },
  },
  { title: 'Another browser', view: { kind: 'other-browser', ask: '3f9a1c77', code, browser: 'Chrome · Windows' } },
  { title: 'Another browser that does not say its name', view: { kind: 'other-browser', ask: '3f9a1c77', code, browser: '' } },
]

const review = { kind: 'review-booked' as const, code, startsAt, now: false, moved: false, url, device }
const toConfirm: ToConfirmView = {
  kind: 'to-confirm',
  code,
  version: 7,
  by: '李敏',
  outcome: 'rejected-for-good',
  reasons: ['ID_TAMPERED', 'PURPOSE_BROKER'],
  why: ['family'],
  dueAt: soon,
  late: false,
  url: deskUrl,
}
const staff: Sample[] = [
  { title: 'Staff: review booked', view: review },
  { title: 'Staff: review moved', view: { ...review, moved: true } },
  { title: 'Staff: review begins now', view: { ...review, now: true, startsAt: now.toISOString() } },
  { title: 'Staff: review of no known device', view: { ...review, device: { zh: '', en: '' } } },
  { title: 'Staff: review taken over', view: { ...review, handed: true } },
  ...(['cancelled', 'moved', 'missed', 'absent', 'reassigned'] as const).map(why => ({
    title: `Staff: review ${why}`,
    view: { kind: 'review-cancelled' as const, code, startsAt, why },
  })),
  { title: 'Staff: review reminder', view: { kind: 'review-reminder', code, version: 1, startsAt: soon, url, confirmed: false } },
  {
    title: 'Staff: review reminder, the applicant will come',
    view: { kind: 'review-reminder', code, version: 1, startsAt: soon, url, confirmed: true },
  },
  {
    title: 'Staff: agenda of a full day',
    view: {
      kind: 'agenda',
      day: '2026-11-24',
      calls: Array.from({ length: 22 }, () => ({ code, startsAt: soon, device, confirmed: false, url })),
    },
  },
  {
    title: 'Staff: agenda of the day',
    view: {
      kind: 'agenda',
      day: '2026-11-24',
      calls: [
        { code, startsAt: soon, device, confirmed: true, url },
        { code: 'M-2WRN8F', startsAt, device: { zh: '青禾 手机 12 Pro', en: 'Qinghe Phone 12 Pro' }, confirmed: false, url },
      ],
    },
  },
  { title: 'Staff: the review link was replaced', view: { kind: 'review-link-replaced', code, startsAt: soon, url } },
  { title: 'Staff: the applicant is waiting', view: { kind: 'applicant-waiting', code, version: 1, startsAt: soon, url } },
  ...[
    'attempts-used-up',
    'missed-too-often',
    'earlier-rejection',
    'escalated',
    'nobody-to-confirm',
    'nobody-for-appeal',
    'something-new',
  ].map(hold => ({
    title: `Staff: on hold, ${hold}`,
    view: { kind: 'on-hold' as const, code, hold },
  })),
  { title: 'Staff: share changed', view: { kind: 'staff-changed', what: 'weight', weight: 2 } },
  { title: 'Staff: languages changed', view: { kind: 'staff-changed', what: 'languages', languages: ['zh', 'en'] } },
  { title: 'Staff: languages cleared', view: { kind: 'staff-changed', what: 'languages', languages: [] } },
  { title: 'Staff: set away', view: { kind: 'staff-changed', what: 'away', from: startsAt, until: '2026-12-05T16:00:00Z' } },
  { title: 'Staff: set back', view: { kind: 'staff-changed', what: 'back' } },
  { title: 'Staff: added as reviewer', view: { kind: 'staff-added', roles: ['reviewer'] } },
  { title: 'Staff: added as admin', view: { kind: 'staff-added', roles: ['admin'] } },
  { title: 'Staff: added as both', view: { kind: 'staff-added', roles: ['reviewer', 'admin'] } },
  { title: 'Staff: removed', view: { kind: 'staff-removed' } },
  { title: 'Staff: to confirm', view: toConfirm },
  {
    title: 'Staff: to confirm, approval',
    view: { ...toConfirm, outcome: 'approved', reasons: [], why: ['value', 'flag', 'draw'] },
  },
  {
    title: 'Staff: to confirm, once more',
    view: { ...toConfirm, outcome: 'retry', reasons: ['ENV_TOO_DARK'], why: ['returned'] },
  },
  { title: 'Staff: to confirm, overdue', view: { ...toConfirm, late: true, dueAt: past } },
  { title: 'Staff: to confirm, nearly due', view: { ...toConfirm, late: true } },
  { title: 'Staff: to confirm, escalated', view: { ...toConfirm, outcome: 'escalated', why: ['escalated'] } },
  ...[false, true].map(late => ({
    title: late ? 'Staff: appeal, reminder' : 'Staff: appeal',
    view: { kind: 'appeal-made' as const, code, dueAt: startsAt, late, url: deskUrl },
  })),
  ...[false, true].map(late => ({
    title: late ? 'Staff: verdict overdue' : 'Staff: verdict due',
    view: { kind: 'verdict-due' as const, code, dueAt: soon, late, url: deskUrl },
  })),
  { title: 'Staff: verdict sent back', view: { kind: 'verdict-returned', code, by: '李敏', dueAt: soon, url: deskUrl } },
  { title: 'Staff: verdict changed', view: { kind: 'verdict-overruled', code, by: '李敏', outcome: 'retry' } },
  ...promised.map(state => ({
    title: `Staff: overdue, ${state}`,
    view: { kind: 'promise-slipped' as const, code, state, dueAt: soon },
  })),
  {
    title: 'Staff: the week as a picture',
    view: {
      kind: 'hours-picture',
      week: {
        name: '陈晨',
        zone: 'Asia/Shanghai',
        today: '2026-11-23',
        days: [
          {
            date: '2026-11-23',
            shifts: [{ from: 540, until: 1080 }],
            booked: [{ from: 600, until: 615 }],
            away: [{ from: 900, until: 1080 }],
            why: null,
            name: null,
          },
          { date: '2026-11-24', shifts: [], booked: [], away: [], why: 'holiday', name: { zh: '年会', en: 'Annual party' } },
          { date: '2026-11-25', shifts: [], booked: [], away: [], why: 'own', name: null },
          {
            date: '2026-11-26',
            shifts: [{ from: 540, until: 720 }],
            booked: [],
            away: [{ from: 540, until: 720 }],
            why: null,
            name: null,
          },
        ],
      },
    },
  },
  ...[true, false].flatMap((on): Sample[] => [
    {
      title: on ? 'Bookings paused' : 'Bookings resumed',
      view: { kind: 'bookings-paused', on, note: on ? '系统维护，下午恢复' : '' },
    },
    { title: on ? 'Staff: bookings paused' : 'Staff: bookings resumed', view: { kind: 'desk-paused', on, note: '', by: '陈晨' } },
  ]),
  { title: 'Staff: export', view: { kind: 'export-file', exportId: '', rows: 1280 } },
  { title: 'Staff: passphrase of an export', view: { kind: 'export-passphrase', passphrase: 'ABCD-EFGH-JKMN-PQRS-TUVW' } },
  { title: 'Staff: export failed', view: { kind: 'export-failed' } },
  { title: 'Staff: nobody came to a review', view: { kind: 'unattended', code, startsAt } },
  ...[true, false].map(
    (handed): Sample => ({
      title: `Staff: a reviewer did not come, ${handed ? 'somebody else took over' : 'nobody took over'}`,
      view: { kind: 'reviewer-missed', code, startsAt, name: '陈晨', handed },
    }),
  ),
  {
    title: 'Staff: to be invited by hand, overdue',
    view: { kind: 'to-invite', code, version: 2, dueAt: startsAt, late: true },
  },
  { title: 'Staff: to be invited by hand', view: { kind: 'to-invite', code, version: 2, dueAt: startsAt } },
  { title: 'Staff: the figures as a picture', view: { kind: 'stats-picture', stats: weekOfFigures } },
  {
    title: 'Staff: hours changed',
    view: {
      kind: 'hours-changed',
      zone: 'Asia/Kathmandu',
      diff: {
        zone: { before: 'Asia/Shanghai', after: 'Asia/Kathmandu' },
        limit: { before: null, after: 12 },
        week: [
          {
            weekdays: [1, 2, 3, 4, 5],
            before: [{ startMinute: 540, endMinute: 1080 }],
            after: [
              { startMinute: 540, endMinute: 720 },
              { startMinute: 780, endMinute: 1080 },
            ],
          },
          { weekdays: [6, 7], before: [], after: [{ startMinute: 1320, endMinute: 360 }] },
        ],
        days: [{ from: '2026-12-24', to: '2026-12-26', before: [{ startMinute: 540, endMinute: 1080 }], after: [] }],
      },
    },
  },
  {
    title: 'Staff: holidays changed',
    view: {
      kind: 'desk-days-changed',
      differs: [
        {
          date: '2026-12-25',
          before: undefined,
          after: { date: '2026-12-25', worksAs: 0, name: { zh: '圣诞节', en: 'Christmas' } },
        },
        {
          date: '2027-01-02',
          before: undefined,
          after: { date: '2027-01-02', worksAs: 1, name: { zh: '元旦', en: 'New Year' } },
        },
        {
          date: '2027-01-04',
          before: { date: '2027-01-04', worksAs: 0, name: { zh: '元旦', en: 'New Year' } },
          after: undefined,
        },
      ],
    },
  },
]

const parts = [...rehearsalParts]
const rehearsed: readonly Sample[] = [
  { title: 'Rehearsal: passed', view: { kind: 'rehearsal', passed: parts, failed: [], url: rehearsalUrl } },
  ...rehearsalParts.flatMap(part =>
    advices[part].map(advice => ({
      title: `Rehearsal: ${part}, ${advice}`,
      view: {
        kind: 'rehearsal' as const,
        passed: parts.filter(one => one !== part),
        failed: [{ part, advice }],
        url: rehearsalUrl,
      },
    })),
  ),
  { title: 'Rehearsal: it ends a wait', view: { kind: 'wait-shortened', code, before: startsAt, after: now.toISOString() } },
  { title: 'Rehearsal: it shortens a wait', view: { kind: 'wait-shortened', code, before: appealUntil, after: startsAt } },
  {
    title: 'Rehearsal: nothing in order',
    view: {
      kind: 'rehearsal',
      passed: [],
      failed: parts.map(part => ({ part, advice: advices[part].at(-1) ?? '' })),
      url: rehearsalUrl,
    },
  },
]

export const groups: readonly { title: string; samples: readonly Sample[] }[] = [
  { title: 'Status card', samples: cards },
  { title: 'Verdict', samples: verdicts },
  { title: 'Receipt', samples: receipts },
  { title: 'Evidence file', samples: evidence },
  { title: 'Rehearsal', samples: rehearsed },
  { title: 'The call', samples: call },
  { title: 'Staff', samples: staff },
]

export const samples: readonly Sample[] = groups.flatMap(group => group.samples)

/** The longest verdict there can be: ten reasons. */
export const longestVerdict: MessageView = verdict(
  'rejected',
  reasons.slice(0, 10).map(reason => reason.code),
  { againAt: startsAt },
)
