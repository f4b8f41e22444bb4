import type { CaseState, Locale, RoomRole } from '../../db/values.ts'
import type { Door } from '../staff/door.ts'
import type { Period } from '../stats/read-stats.ts'

export type { Locale }

/**
 * What the desk can say by itself: kind → parameters, as they stand in the outbox. No text, nothing personal.
 * `core/message/prepare.ts` turns a row into what `texts` words (MessageView).
 */
export interface MessageParams {
  /** one per case, drawn from the present state when it is sent, edited in place */
  'status-card': { fresh?: boolean }
  reminder: { kind: ReminderKind; bookingId: string; version: number; startsAt: string }
  /** a reviewer's calls of one local date, `2026-11-24` */
  agenda: { staffId: string; day: string }
  /** carries the booking's calendar file, or the one that takes it out again; only the newest of a booking stays in the chat */
  calendar: { bookingId: string; version: number; cancelled: boolean }
  /** the reviewer is in the room, the applicant not yet */
  'reviewer-here': { bookingId: string; version: number }
  nudge: { bookingId: string; version: number }
  /** `held`: the time that is kept for the applicant for some minutes */
  missed: { fault: MissedFault; last: boolean; held?: string }
  /** the case was closed because nothing was done; `from`: where it stood */
  lapsed: { from: CaseState }
  /** it will be, unless the applicant does what it waits for */
  'lapses-soon': { state: 'invited' | 'conditional' }
  /** another reviewer took over, and the room is open */
  'reviewer-changed': { bookingId: string; version: number }
  /** called up from the queue: the link, and until when to come */
  /** the reviewer asks the waiting applicant, whose page is closed, for patience */
  'two-more-minutes': { bookingId: string; version: number; until: string }
  /** an admin took the call links back: the new ones */
  'link-replaced': { bookingId: string; version: number }
  'review-link-replaced': { bookingId: string; version: number }
  'your-turn': { bookingId: string; version: number; until: string }
  /** the turn came and the applicant did not; last: the place is given up */
  'turn-passed': { last: boolean }
  /** an earlier time has become free */
  'earlier-free': { startsAt: string }
  /** the reviewer is still in the call before */
  'running-over': { bookingId: string; version: number }
  verdict: { verdictId: string }
  /** a draft has been silent for long; what is left is counted when this is sent */
  'draft-waits': Record<string, never>
  // the verdict, after and around it
  'again-open': Record<string, never>
  slipped: { state: 'reviewing' | 'confirming' | 'appealed' }
  /** to the second reviewer; late: a reminder */
  'to-confirm': { verdictId: string; staffId: string; late: boolean }
  'appeal-made': { staffId: string; late: boolean }
  'verdict-due': { staffId: string; dueAt: string }
  'verdict-returned': { verdictId: string; staffId: string }
  'verdict-overruled': { verdictId: string; staffId: string }
  'promise-slipped': { code: string; state: 'reviewing' | 'confirming' | 'appealed'; dueAt: string }
  // reviewed again blind: to the reader, and to the admins where the two disagree
  'blind-asked': { reviewId: string; staffId: string }
  'blind-raised': { reviewId: string }
  /** carries the picture of how the desk has reviewed in so many days, for an admin */
  'quality-picture': { days: number; staffId: string }
  'other-device': { bookingId: string; version: number; ask: string }
  'review-booked': { bookingId: string; version: number; startsAt: string; now: boolean; moved: boolean; handed?: boolean }
  'review-cancelled': { startsAt: string; code: string; why: GoneWhy }
  /** another browser wants to sign in with the reviewer's link; `browser` such as `Chrome · Windows`, or empty */
  'other-browser': { door: Door; ask: string; browser: string }
  'review-reminder': { bookingId: string; version: number; startsAt: string }
  'applicant-waiting': { bookingId: string; version: number }
  /** carries the catalogue as a file, for an admin */
  'devices-file': Record<string, never>
  'on-hold': { code: string; hold: string }
  // the desk takes no bookings, or takes them again: to who may book, and to the staff
  'bookings-paused': { on: boolean }
  'desk-paused': { on: boolean }
  /** the desk's cases and verdicts as tables that an admin asked for, and what opens them, apart from it */
  'export-file': { exportId: string }
  'export-passphrase': { exportId: string }
  'export-failed': { exportId: string }
  /** to the admins: at the time of a booking neither the applicant nor the reviewer was there */
  unattended: { code: string; startsAt: string }
  /** to the admins: the applicant waited and this reviewer did not come; handed: somebody else took over */
  'reviewer-missed': { code: string; startsAt: string; staffId: string; handed: boolean }
  /** handed in, and waits for an admin's invitation */
  /** `late`: longer than the policy allows */
  'to-invite': { code: string; late?: boolean }
  /** an evidence file that an admin asked for, and what opens it, apart from it */
  'evidence-file': { evidenceId: string }
  'evidence-passphrase': { evidenceId: string }
  'evidence-failed': { evidenceId: string }
  /** a signed head of the case's audit chain, for the applicant to keep */
  receipt: { number: number }
  // rehearsal
  'wait-shortened': { before: string; after: string }
  rehearsal: { rehearsalId: string }
  /** what an admin changed of a member; hours and roles have messages of their own */
  'staff-changed': StaffChange
  'staff-added': { roles: string[] }
  'staff-removed': Record<string, never>
  // the call
  /** the digits are derived when it is sent; they stand in no row */
  'spoken-code': { bookingId: string; number: number }
  /** says nothing: takes that code out of the chat again */
  'spoken-code-over': { bookingId: string; number: number }
  /** to the reviewer: the applicant asked for help in silence */
  'help-called': { bookingId: string; version: number }
  /** to the reviewer who takes a running call over */
  'call-handed': { bookingId: string; version: number }
  // hours
  'hours-changed': { changeId: string }
  /** carries the picture of a member's current and following week */
  'hours-picture': { staffId: string }
  'desk-days-changed': { changeId: string }
  // figures
  /** carries the picture of the desk's figures, for an admin */
  'stats-picture': { period: Period }
}
/** no-verdict: the call took place, and the reviewer never decided. us: what older rows call missed-by-reviewer */
export type MissedFault = 'applicant' | 'us' | 'missed-by-reviewer' | 'cancelled-by-us' | 'technical' | 'no-verdict'
/** absent: the reviewer did not come; reassigned: somebody else has it */
export type GoneWhy = 'cancelled' | 'moved' | 'missed' | 'absent' | 'reassigned'
export type MessageKind = keyof MessageParams
export type ReminderKind = 'day' | 'hour' | 'ten'
export type StaffChange =
  | { what: 'weight'; weight: number }
  | { what: 'languages'; languages: string[] }
  | { what: 'away'; from: string; until: string }
  | { what: 'back' }
export type LinkRef = { bookingId: string; role: RoomRole; version: number }
