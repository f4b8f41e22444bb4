/** What the desk decides by. Minutes, days and counts as named; the source of every default is the domain page of the design. */
export interface Policy {
  slotMinutes: number
  bufferMinutes: number
  /** of a call that only repeats some steps; never longer than a whole one */
  retrySlotMinutes: number
  stepMinutes: number
  leadMinutes: number
  horizonDays: number
  opensMinutesBefore: number
  missedAfterMinutes: number
  nudgedAfterMinutes: number
  /** how long a reviewer may let a waiting applicant wait, each time of two */
  patienceMinutes: number
  callLastsMinutes: number
  /** who is away from the room for longer comes back to a new call of the same booking */
  absenceSeconds: number
  /** so much longer while the code is read in the chat */
  readingSeconds: number
  codeLivesMinutes: number
  /** how often what was heard may be typed */
  codeTries: number
  codesPerCall: number
  // when people are told of what is coming; minutes of the local day
  /** from then on applicants are left in peace, see core/message/quiet-hours.ts */
  quietFromMinute: number
  quietUntilMinute: number
  /** a reviewer's agenda of the day arrives */
  agendaAt: number
  // who takes a booking, and what becomes of it
  /** how far back bookings weigh when the next one is given to somebody */
  loadDays: number
  /** the applicant is there and the reviewer is not, so long after the start: another one */
  replacedAfterMinutes: number
  /** a reviewer who goes offline hands over what starts within so long */
  handedOverMinutes: number
  /** a time offered after our fault is kept for so long */
  heldMinutes: number
  /** called up from the queue, the applicant has so long to come */
  calledMinutes: number
  /** how often a place in the queue is kept for one more turn */
  turnsKept: number
  /** a review without a verdict is given up after so long */
  verdictLapsesHours: number
  attemptsThatCount: number
  missesAllowed: number
  draftLapsesDays: number
  /** a draft so long without an answer is reminded of, once */
  draftNudgedHours: number
  invitedLapsesDays: number
  /** 1: whoever hands in is invited at once; 0: an admin invites */
  inviteAutomatically: number
  /** an application that waits for an admin's invitation is overdue after so long */
  inviteDueHours: number
  orderValidDays: number
  /** after the decision */
  picturesKeptDays: number
  /** 1: calls are recorded, with the applicant's consent; 0: none is */
  callsRecorded: number
  // personal data
  /** keyed hashes for duplicate checks and search, after the case ended */
  hashesKeptDays: number
  // how much one person may send within a minute; members of staff are not counted
  messagesPerMinute: number
  /** a button that matters must not be lost to a flood of words: presses are counted with the messages, but may be many more */
  pressesPerMinute: number
  // the verdict
  verdictDueMinutes: number
  confirmationDueMinutes: number
  appealDueHours: number
  appealPossibleDays: number
  conditionalLapsesDays: number
  /** a device worth so much, or more, needs four eyes */
  fourEyesValueFen: number
  /** of all verdicts, drawn at random, in percent */
  fourEyesSharePercent: number
  /** of all finished cases, drawn to be reviewed again blind, in percent */
  blindReviewPercent: number
}

export const defaultPolicy: Policy = {
  slotMinutes: 15,
  bufferMinutes: 5,
  retrySlotMinutes: 10,
  stepMinutes: 20,
  leadMinutes: 20,
  horizonDays: 7,
  opensMinutesBefore: 10,
  missedAfterMinutes: 10,
  nudgedAfterMinutes: 2,
  patienceMinutes: 2,
  callLastsMinutes: 60,
  absenceSeconds: 90,
  readingSeconds: 60,
  codeLivesMinutes: 3,
  codeTries: 3,
  codesPerCall: 3,
  agendaAt: 8 * 60,
  loadDays: 28,
  replacedAfterMinutes: 2,
  handedOverMinutes: 30,
  heldMinutes: 10,
  calledMinutes: 2,
  turnsKept: 1,
  quietFromMinute: 22 * 60,
  quietUntilMinute: 8 * 60,
  verdictLapsesHours: 24,
  attemptsThatCount: 3,
  missesAllowed: 2,
  draftLapsesDays: 14,
  draftNudgedHours: 24,
  invitedLapsesDays: 14,
  inviteAutomatically: 1,
  inviteDueHours: 24,
  orderValidDays: 7,
  picturesKeptDays: 180,
  callsRecorded: 1,
  // personal data
  hashesKeptDays: 730,
  messagesPerMinute: 60,
  pressesPerMinute: 240,
  verdictDueMinutes: 10,
  confirmationDueMinutes: 30,
  appealDueHours: 48,
  appealPossibleDays: 14,
  conditionalLapsesDays: 7,
  fourEyesValueFen: 8_000_00,
  fourEyesSharePercent: 5,
  blindReviewPercent: 5,
}

export const minutes = (count: number): number => count * 60_000
export const days = (count: number): number => count * 86_400_000
export const after = (moment: Date, milliseconds: number): Date => new Date(moment.getTime() + milliseconds)
