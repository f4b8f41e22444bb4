import type { CaseState, FourEyesReason, Locale, Outcome, RehearsalPart } from '../../db/values.ts'
import type { ChangedDays } from '../desk/days.ts'
import type { QualityFigures } from '../quality/figures.ts'
import type { HoursDiff } from '../staff/hours-diff.ts'
import type { TwoWeeks } from '../staff/read-week.ts'
import type { Stats } from '../stats/read-stats.ts'
import type { GoneWhy, MissedFault, ReminderKind, StaffChange } from './kinds.ts'

/** What is needed to word a message, read at the moment of sending. `texts` turns it into text and buttons. Times are ISO 8601 UTC. */
export type MessageView =
  | StatusCardView
  | ReminderView
  | CalendarView
  | AgendaView
  | { kind: 'reviewer-here'; url: string; miniAppUrl?: string }
  | { kind: 'spoken-code'; digits: string; until: string }
  | { kind: 'help-called'; code: string; url: string }
  | { kind: 'call-handed'; code: string; url: string }
  | { kind: 'nudge'; url: string; startsAt: string }
  | { kind: 'missed'; fault: MissedFault; last: boolean; code: string; held?: HeldTime; offer?: MissedOffer; none?: true }
  | { kind: 'reviewer-changed'; url: string }
  | { kind: 'lapsed'; from: CaseState; code: string }
  | { kind: 'lapses-soon'; state: 'invited' | 'conditional'; code: string; until: string }
  | { kind: 'running-over'; url: string }
  | { kind: 'your-turn'; url: string; until: string }
  | { kind: 'link-replaced'; code: string; startsAt: string; url: string }
  | { kind: 'review-link-replaced'; code: string; startsAt: string; url: string }
  | { kind: 'two-more-minutes'; url: string; until: string }
  | { kind: 'turn-passed'; code: string; last: boolean }
  | EarlierFreeView
  | VerdictView
  // reviewed again blind
  | { kind: 'blind-asked'; device: DeviceName; url: string }
  | { kind: 'blind-raised'; code: string; by: string; outcome: Outcome; blind: Outcome; note: string }
  | { kind: 'quality-picture'; figures: QualityFigures }
  | { kind: 'other-device'; ask: string; code: string }
  | {
      kind: 'review-booked'
      code: string
      startsAt: string
      now: boolean
      moved: boolean
      handed?: boolean
      url: string
      device: DeviceName
    }
  | { kind: 'review-cancelled'; code: string; startsAt: string; why: GoneWhy }
  /** without a code: at the door of a blind review */
  | { kind: 'other-browser'; ask: string; code?: string; browser: string }
  | { kind: 'review-reminder'; code: string; version: number; startsAt: string; url: string; confirmed: boolean }
  | { kind: 'applicant-waiting'; code: string; version: number; startsAt: string; url: string }
  | { kind: 'devices-file' }
  | { kind: 'on-hold'; code: string; hold: string }
  | { kind: 'bookings-paused'; on: boolean; note: string }
  | { kind: 'desk-paused'; on: boolean; note: string; by: string }
  | { kind: 'export-file'; exportId: string; rows: number }
  | { kind: 'export-passphrase'; passphrase: string }
  | { kind: 'export-failed' }
  | { kind: 'unattended'; code: string; startsAt: string }
  | { kind: 'reviewer-missed'; code: string; startsAt: string; name: string; handed: boolean }
  | { kind: 'to-invite'; code: string; version: number; dueAt: string; late?: boolean }
  | { kind: 'evidence-file'; code: string; evidenceId: string; full: boolean }
  | { kind: 'evidence-passphrase'; code: string; passphrase: string }
  | { kind: 'evidence-failed'; code: string }
  | { kind: 'receipt'; code: string; entries: number; receipt: string }
  | RehearsalCardView
  | { kind: 'wait-shortened'; code: string; before: string; after: string }
  | { kind: 'staff-added'; roles: string[] }
  | ({ kind: 'staff-changed' } & StaffChange)
  | { kind: 'staff-removed' }
  | { kind: 'hours-picture'; week: TwoWeeks }
  | { kind: 'hours-changed'; zone: string; diff: HoursDiff }
  | { kind: 'desk-days-changed'; differs: ChangedDays['differs'] }
  | { kind: 'stats-picture'; stats: Stats }
  /** `left`: questions without an answer; `until`: when the draft lapses */
  | { kind: 'draft-waits'; left: number; until: string }
  // the verdict, after and around it
  | { kind: 'again-open'; code: string }
  | { kind: 'slipped'; code: string; state: Promised }
  | ToConfirmView
  | { kind: 'appeal-made'; code: string; dueAt: string; late: boolean; url: string }
  | { kind: 'verdict-due'; code: string; dueAt: string; late: boolean; url: string }
  | { kind: 'verdict-returned'; code: string; by: string; dueAt: string; url: string }
  | { kind: 'verdict-overruled'; code: string; by: string; outcome: Outcome }
  | { kind: 'promise-slipped'; code: string; state: Promised; dueAt: string }

export interface ReminderView {
  kind: 'reminder'
  reminder: ReminderKind
  startsAt: string
  url: string
  version: number
  code: string
  confirmed: boolean
  rehearsal: RehearsedView
  /** the same page inside the messenger, where it can do that */
  miniAppUrl?: string
}

/** How far the applicant has rehearsed, for the messages before a call. `failed` is absent until there was a rehearsal. */
export interface RehearsedView {
  url: string
  failed?: RehearsalPart[]
}

/** What a rehearsal found, in the order of its page; `url` leads back to it. */
export interface RehearsalCardView {
  kind: 'rehearsal'
  passed: RehearsalPart[]
  failed: { part: RehearsalPart; advice: string }[]
  url: string
}

/** The states in which a person owes the applicant a decision. */
export type Promised = 'reviewing' | 'confirming' | 'appealed'

/** For the second reviewer: what was decided by whom, and why two are needed. Nothing of the applicant. */
export interface ToConfirmView {
  kind: 'to-confirm'
  code: string
  /** the case's, for a confirmation from here */
  version: number
  by: string
  outcome: Outcome
  reasons: string[]
  why: FourEyesReason[]
  dueAt: string
  late: boolean
  url: string
}

/** What an applicant is to agree to. Money in fen; `from`: as it would be without. */
export interface ConditionsView {
  deposit?: { from: number; to: number }
  device?: { to: DeviceName; monthlyRentFen: number }
  term?: { from: number; to: number }
}

/** `booked`: the booking to be moved there; without one the time is booked */
export interface EarlierFreeView {
  kind: 'earlier-free'
  code: string
  version: number
  startsAt: string
  booked?: { version: number; startsAt: string }
}

/** The nearest times after a missed call; `version` is the case's. */
export interface MissedOffer {
  times: string[]
  more: boolean
  version: number
}

/** A time that is kept for the case until a moment; `version` is the case's. */
export interface HeldTime {
  startsAt: string
  until: string
  version: number
}

export interface DeviceName {
  zh: string
  en: string
}

/** soonest first, at least one */
export interface AgendaView {
  kind: 'agenda'
  /** local date of the reviewer's shifts */
  day: string
  calls: { code: string; startsAt: string; device: DeviceName; confirmed: boolean; url: string }[]
}

export interface CalendarView {
  kind: 'calendar'
  code: string
  bookingId: string
  /** of the booking, from 1; raised by a move */
  version: number
  cancelled: boolean
  /** the time is not the first one of this booking */
  moved: boolean
  startsAt: string
  endsAt: string
  /** how long before the start the link opens and the calendar rings */
  opensMinutesBefore: number
  /** leads to the chat, and there to the card */
  chatUrl: string
  url: string
}

/** An escalation is between colleagues. */
export type ToldOutcome = Exclude<Outcome, 'escalated'>

export interface VerdictView {
  kind: 'verdict'
  code: string
  outcome: ToldOutcome
  reasons: string[]
  /** it answers an appeal */
  appealed?: boolean
  /** decided by the application alone: there was no review */
  unreviewed?: boolean
  /** from when a new application is welcome; absent: never, or not needed */
  againAt?: string
  /** present while a passed rehearsal would end the wait earlier: from when, and where to rehearse */
  proof?: { againAt: string; url: string }
  hold?: string
  /** where an approved applicant continues */
  continueUrl?: string
  /** what is still to be agreed to, until when, and the case's version for the buttons */
  conditions?: ConditionsView
  /** present while it can be accepted */
  acceptUntil?: string
  version?: number
  /** present while the decision can be appealed */
  appealUntil?: string
}

export interface Offer {
  times: string[]
  more: boolean
  /** somebody is free this minute */
  now: boolean
  /** nobody is, but somebody is online: the minutes that a place in the line would take */
  wait?: number
  /** no bookings are taken: what an admin says about it, may be empty */
  paused?: string
}

/** The one card of a case: what is so, and the one thing to do now. */
export interface StatusCardView {
  kind: 'status-card'
  code: string
  state: CaseState
  version: number
  hold?: string
  device?: DeviceName
  termMonths?: number
  /** invited: the nearest times, soonest first, and whether `Now` is possible */
  offer?: Offer
  /** invited or booked: where to try camera and sound */
  rehearsalUrl?: string
  /** waits for a call right now: the place, 1 is next, and the minutes that it may take, unknown while nobody is online */
  queue?: { place: number; minutes?: number }
  /** wants to hear of an earlier time */
  wantsEarlier?: true
  /** booked, and no earlier time could become free: the wish is not offered */
  isEarliest?: true
  /** booked: the time, its version, whether it can still be moved, the link once the window is open */
  booking?: {
    startsAt: string
    version: number
    changeable: boolean
    url?: string
    /** beside `url`: the same page inside the messenger */
    miniAppUrl?: string
    reviewerName: string
    /** what the reviewer speaks, where the reader's language is not among it */
    otherLanguages?: string[]
  }
  verdict?: Omit<VerdictView, 'kind' | 'code'>
  /** turned down without a verdict: from when to apply again; absent: never */
  againAt?: string
  /** when a decision was promised for; `late` once that has passed */
  promise?: { dueAt: string; late: boolean }
  /** answers that the last verdict found wrong can be corrected before the new call */
  correctable?: true
}

/** Who reads it. Times are shown in the reader's zone, named; without one of their own in the office's, named. */
export interface Reader {
  locale: Locale
  timeZone: string
  /** false while the zone is the office's and not known to be the reader's */
  zoneKnown: boolean
}
