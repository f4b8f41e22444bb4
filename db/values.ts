/** The closed sets of words that stand in columns. Rules about them live in core. */
export const caseStates = [
  'draft',
  'submitted',
  'invited',
  'booked',
  'reviewing',
  'confirming',
  'conditional',
  'rejected',
  'appealed',
  'approved',
  'withdrawn',
  'lapsed',
] as const
export type CaseState = (typeof caseStates)[number]

/** Steps of the review that a case still has to pass. */
export const allScopes = ['identity', 'environment', 'questions'] as const
export type Scope = (typeof allScopes)[number]

export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

export type StaffRole = 'reviewer' | 'admin'
export type StaffStatus = 'online' | 'break' | 'offline'

/** Why an admin blocked somebody: a closed set, so that nothing personal stands in it. */
export const blockReasons = ['spam', 'abuse', 'fraud', 'other'] as const
export type BlockReason = (typeof blockReasons)[number]

/** How a booking ended, and whose doing it was; `active` holds its time, `held` keeps one for a case that has yet to take it. */
export const bookingStatuses = [
  'active',
  'held',
  'attended',
  'cancelled-by-applicant',
  'cancelled-by-us',
  'missed-by-applicant',
  'missed-by-reviewer',
  'technical',
] as const
export type BookingStatus = (typeof bookingStatuses)[number]
/** The ways a booking ends. */
export type BookingEnd = Exclude<BookingStatus, 'active' | 'held'>

export type MessageStatus = 'queued' | 'sending' | 'sent' | 'parked' | 'dropped'
export type RoomRole = 'applicant' | 'reviewer'

export const checkResults = ['passed', 'failed', 'not-reached'] as const
export type CheckResult = (typeof checkResults)[number]

export const outcomes = ['approved', 'conditional', 'retry', 'rejected', 'rejected-for-good', 'escalated'] as const
export type Outcome = (typeof outcomes)[number]

/** What a case can be found and compared by. `photo-band`: a part of a picture's fingerprint, with the part's number. */
export const lookupKinds = ['number', 'name', 'phone', 'phone-end', 'address', 'photo', 'photo-band'] as const
export type LookupKind = (typeof lookupKinds)[number]

/** Evidence that another case has something in common with this one; what each means stands in core/flag/rules.ts. */
export const flagKinds = [
  'rejected-for-good',
  'rejected-waiting',
  'running-elsewhere',
  'same-number',
  'same-photo',
  'alike-photo',
  'alike-sides',
  'same-phone',
  'same-address',
] as const
export type FlagKind = (typeof flagKinds)[number]

/** A verdict waits for a second person (`pending`), has taken effect (`final`), or was sent back or replaced by that person. */
export type VerdictStatus = 'pending' | 'final' | 'returned' | 'overruled'

/** Why a second pair of eyes is needed. `escalated`: the first reviewer asks for a decision. `returned`: the verdict before was sent back. */
export const fourEyesReasons = ['value', 'flag', 'family', 'draw', 'escalated', 'returned'] as const
export type FourEyesReason = (typeof fourEyesReasons)[number]

/** What an applicant has to agree to; at least one of them. Money in fen. */
export interface Conditions {
  depositFen?: number
  deviceId?: string
  termMonths?: number
}

/** `gone`: its day is over, or it could not be delivered; the row stays. */
export type EvidenceStatus = 'queued' | 'making' | 'ready' | 'failed' | 'gone'

// rehearsal
/** What a rehearsal tries, in the order of the page. */
export const rehearsalParts = ['camera', 'light', 'microphone', 'speaker', 'sharpness', 'network', 'clock'] as const
export type RehearsalPart = (typeof rehearsalParts)[number]

/** One part's result: what was measured, and, where that is not enough, what to improve. */
export interface PartResult {
  ok: boolean
  /** absent where it passed */
  advice?: string
  figures: Record<string, number | string>
}

// the call: what is drawn, asked and marked
/** What a draw depends on beside its seed. */
export interface DrawInputs {
  /** of the lists that are drawn from: raised when one of them changes */
  version: number
  /** kind of document */
  document: string
  valueFen: number
  locale: Locale
  /** the movement of the case's call before this one, which is not asked again */
  before: string | null
}

export const promptKinds = ['code', 'movement', 'room'] as const
export type PromptKind = (typeof promptKinds)[number]

export const callFlagKinds = [
  'prompted',
  'reads-answers',
  'looks-aside',
  'earphones',
  'broker-words',
  'learned-words',
  'unlike-card',
  'unlike-place',
  'other',
] as const
export type CallFlagKind = (typeof callFlagKinds)[number]

// identity
/** Stills that a reviewer takes from the call: of the card, of the person, of the place around. */
export const captureKinds = ['card-front', 'card-back', 'face', 'room'] as const
export type CaptureKind = (typeof captureKinds)[number]

/** What is typed from the card without seeing the application. */
export const entryFields = ['number', 'name'] as const
export type EntryField = (typeof entryFields)[number]

/** Where two faces are compared by eye, and what is said of each point. */
export const facePoints = ['shape', 'eyes', 'nose', 'mouth', 'marks'] as const
export const pointJudgements = ['same', 'differs', 'unclear'] as const
export type PointJudgement = (typeof pointJudgements)[number]
export type PointJudgements = Record<(typeof facePoints)[number], PointJudgement>

/** What the machine came to: a distance, or no face to measure in one of the pictures. */
export const faceMeasures = ['measured', 'no-face-card', 'no-face-live'] as const
export type FaceMeasure = (typeof faceMeasures)[number]
