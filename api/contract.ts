/**
 * What the pages and the API say to each other. JSON over HTTP; every refusal is RFC 9457 `application/problem+json` (`Problem`).
 * Times are ISO 8601 in UTC. Types only: the pages import nothing else from `api`.
 *
 * Call link (bearer: the code in the path)
 *   GET  /c/:code                                   the page (one HTML file for both roles)
 *   GET  /api/calls/:code                           → CallView
 *   POST /api/calls/:code/join      JoinRequest     → JoinResponse    409 other-device, too-early, over; applicants only
 *   POST /api/calls/:code/sign-in   SignInRequest   → SignedIn        409 other-browser; reviewers only; sets the console's cookie
 * Console (cookie)
 *   GET  /console, /console/:caseCode               the page
 *   GET  /api/console/me                            → Me
 *   POST /api/console/status        { status }      → Me
 *   POST /api/console/sign-out      {}              → {}
 *   GET  /api/console/agenda                        → AgendaEntry[]   soonest first: running, today, the next seven days
 *   GET  /api/console/cases/:code                   → CaseFile
 *   POST /api/console/cases/:code/fields/:field     → { value: string } one answer whole; the trail says who opened it
 *   GET  /api/console/cases/:code/photos/:id        → image bytes
 *   POST /api/console/cases/:code/captures/:kind    image bytes → { id: string }   422 capture-invalid; card-front, card-back, face, room
 *   POST /api/console/cases/:code/entry             { number, name } → EntryAnswer   typed from the card; 409 stale once it is settled
 *   PUT  /api/console/cases/:code/comparison        { points } → {}   five points of the present stills of card and face
 *   POST /api/console/cases/:code/distance          DistanceInput → {}   403 no-consent, 409 stale: a still was taken again
 *   GET  /face/:file                                models and WebAssembly of the console's face comparison
 *   PUT  /api/console/cases/:code/checks/:key       CheckInput → CheckState
 *   PUT  /api/console/cases/:code/parts/:key        PartInput → CheckState   the check that the part belongs to
 *   POST /api/console/cases/:code/code              {} → LiveState     a code to be spoken goes to the applicant's chat
 *   POST /api/console/cases/:code/heard             { digits } → HeardCode
 *   POST /api/console/cases/:code/marks             { kind, note } → {}       a silent mark
 *   POST /api/console/cases/:code/marks/:id/withdraw {} → {}
 *   POST /api/console/cases/:code/hand-over         { note } → {}     another reviewer takes the running call
 *   POST /api/console/cases/:code/abort             AbortInput → { state: string }
 *   POST /api/console/cases/:code/help-seen         {} → {}           the silent call for help was noticed
 *   POST /api/console/cases/:code/prompt            { kind: movement, room or null } → LiveState   asked on the applicant's page
 *   POST /api/console/cases/:code/join              JoinRequest → JoinResponse
 *   POST /api/console/cases/:code/patience          {} → { until: string }   two more minutes, for the applicant who waits
 *   POST /api/console/cases/:code/patience          {} → { until: string }   two more minutes, for the applicant who waits
 *   POST /api/console/cases/:code/verdict           VerdictInput → { state: string }
 *   POST /api/console/cases/:code/preview           PreviewInput → Preview   what the applicant would read, in their language
 *   POST /api/console/cases/:code/confirm           { version } → { state: string }          the second look
 *   POST /api/console/cases/:code/return            { version, note } → { state: string }
 *   POST /api/console/cases/:code/overrule          LookInput → { state: string }
 *   POST /api/console/cases/:code/appeal            LookInput → { state: string }
 *   POST /api/console/cases/:code/recordings      { mime } → StartedRecording   the running call; with the applicant's consent only
 *   PUT  /api/console/recordings/:id/chunks/:n     bytes → 204            in order from 0; the same again changes nothing
 *   POST /api/console/recordings/:id/end            → 204
 *   POST /api/console/cases/:code/recordings/:id/play → PlayResponse      every playback stands in the trail
 *   GET  /api/console/looks                         → LookEntry[]   what waits for a second look or an appeal's decision
 *   POST /api/calls/desk-sign-in    { code }        → SignedIn        by the link of a card that asks for a decision
 *   GET  /api/console/blind                         → BlindEntry[]    finished cases to review again, blind
 *   POST /api/console/blind/:id/open                → BlindFile       its reader's from here on
 *   GET  /api/console/blind/:id/photos/:photo       image bytes
 *   POST /api/console/blind/:id     BlindInput      → BlindCompared   on record; only then what was decided
 *   POST /api/console/blind/:id/raise { note }      → BlindCompared   to the admins
 * Rehearsal (bearer: the code in the path)
 *   GET  /r/:code                                   the page
 *   GET  /api/rehearsals/:code                      → RehearsalView
 *   GET  /api/rehearsals/:code/ping                 → RehearsalPing
 *   GET  /api/rehearsals/:code/down?bytes=          → so many bytes, 512 KiB at most
 *   POST /api/rehearsals/:code/up   bytes           → UploadCounted
 *   PUT  /api/rehearsals/:code/:run/:part  { figures } → RehearsalResult   a part's figures; the desk grades them
 *   POST /api/rehearsals/:code/:run/finish {}       → {}              the card goes to the chat, once
 * Mini-app (no cookie; the call link comes back as a bearer for the page's memory)
 *   GET  /m/:caseCode                               the call page, for a messenger's frame
 *   POST /api/mini-app   { initData, caseCode }     → MiniAppOpened   403 launch-invalid
 * Room (WebSocket)
 *   /api/room                                       RoomUp / RoomDown, JSON text frames; the first frame up is `hello`
 */
export interface Problem {
  type: string
  title: string
  status: number
  /** stable, e.g. `link-unknown`; the page words it in the reader's language */
  code: string
  detail?: string
  /** which input was wrong and how, for 422 */
  errors?: { path: string; message: string }[]
  /** for a call link: the way back to the chat */
  chatUrl?: string
  /** for `too-early`: when it opens */
  opensAt?: string
  /** for an unknown error: the id under which it was logged */
  errorId?: string
}

export type Locale = 'zh-CN' | 'en'
export type Role = 'applicant' | 'reviewer'
export type Step = 'waiting' | 'identity' | 'environment' | 'questions' | 'verdict'

export interface CallView {
  role: Role
  caseCode: string
  locale: Locale
  /** IANA; absent until known */
  timeZone?: string
  /** early: before the window; open: may join; over: ended, missed, cancelled or moved */
  window: 'early' | 'open' | 'over'
  startsAt: string
  opensAt: string
  closesAt: string
  /** the reader's desk may run on moved time in the sandbox: count with this, not with the browser's clock */
  serverNow: string
  /** `https://t.me/<bot>` or the sandbox: the way back to the chat */
  chatUrl: string
  reviewerName?: string
}

export interface JoinRequest {
  /** random, kept in localStorage; names the device, not the person */
  device: string
  /** BCP 47 / IANA, as the browser says; the zone becomes the person's when none is known */
  timeZone?: string
}

export interface JoinResponse {
  callId: string
  caseCode: string
  role: Role
  locale: Locale
  serverNow: string
  /** the call may last until then; the media token ends with it */
  endsAt: string
  step: Step
  /** first frame on the room's socket: { type: 'hello', ticket }; lives 60 s */
  ticket: string
  media:
    | { provider: 'agora'; appId: string; channel: string; token: string; uid: number; peerUid: number; expiresAt: string }
    | { provider: 'p2p'; iceServers: RtcIceServer[] /** the polite peer gives way when both offer at once */; polite: boolean }
}

export interface RtcIceServer {
  urls: string | string[]
  username?: string
  credential?: string
}

export interface MediaState {
  camera: boolean
  microphone: boolean
}

export type LinkQuality = 'good' | 'fair' | 'poor'

export type RoomUp =
  /** camera: the name of the video track, as the browser tells it */
  | { type: 'hello'; ticket: string; media: MediaState; camera?: string }
  | { type: 'signal'; data: unknown }
  | { type: 'media'; media: MediaState; camera?: string }
  /** how the network does here, for the other to know */
  | { type: 'quality'; quality: LinkQuality }
  /** reviewer only */
  | { type: 'step'; step: Step }
  /** reviewer only: the call is over for both */
  | { type: 'end' }
  /** "I cannot hear you" and the like; at most 200 characters */
  | { type: 'line'; text: string }
  | { type: 'ping' }

export type RoomDown =
  | { type: 'ready'; step: Step; peer: PeerState | null; recording: boolean; prompt?: PagePrompt; patienceUntil?: string }
  /** the reviewer asks the waiting applicant for patience */
  | { type: 'patience'; until: string }
  | { type: 'prompt'; prompt: PagePrompt | null }
  /** to the reviewer alone: the applicant asks for help in silence */
  | { type: 'help'; at: string }
  | { type: 'quality'; quality: LinkQuality }
  | { type: 'peer'; peer: PeerState | null }
  | { type: 'signal'; data: unknown }
  | { type: 'step'; step: Step }
  | { type: 'line'; text: string; from: Role }
  /** the console records the call, or has stopped */
  | { type: 'recording'; on: boolean }
  /** ended: by the reviewer or the clock; replaced: this person joined again elsewhere; revoked: the link no longer holds */
  | { type: 'closed'; reason: 'ended' | 'replaced' | 'revoked' | 'ticket' }
  | { type: 'error'; code: string }
  | { type: 'pong' }

export interface PeerState {
  /** a new number at every (re)join: a new RTCPeerConnection is due */
  session: string
  media: MediaState
}

export interface SignInRequest {
  /** random, kept in localStorage; names the browser, not the person */
  device: string
}

/** Which of the two the link was about. */
export interface SignedIn {
  caseCode?: string
  /** a blind review */
  reviewId?: string
}

export interface Me {
  name: string
  locale: Locale
  timeZone: string
  status: 'online' | 'break' | 'offline'
  serverNow: string
  chatUrl: string
}

export interface AgendaEntry {
  caseCode: string
  state: string
  startsAt: string
  endsAt: string
  device: string
  attempt: number
  applicantPresent: boolean
  /** how it ended; absent while it is to come or running */
  end?: string
}

/** Who was in the room of one booking, when and for how long, as the server saw it. */
export interface RoomRecord {
  startsAt: string
  /** what it decided, in the reader's language */
  means: string
  /** until: absent while they still are there */
  sides: { role: 'applicant' | 'reviewer'; sittings: { from: string; until?: string }[]; seconds: number }[]
  togetherSeconds: number
}

export type CheckResult = 'passed' | 'failed' | 'not-reached'

export interface CheckState {
  key: string
  step: Exclude<Step, 'waiting' | 'verdict'>
  /** what the reviewer does and looks for, in the reader's language */
  title: string
  hint: string
  /** for the questions: the applicant's own earlier answer to compare with */
  stated?: string
  result?: CheckResult
  /** a reason code; asked for when failed or not reached */
  reason?: string
  note?: string
  /** stills without which it is neither passed nor failed */
  captures?: CaptureKind[]
  /** by eye, of the present stills */
  comparison?: { points: Record<FacePoint, PointJudgement>; by: string; at: string }
  /** by the machine, of the present stills; it advises */
  distance?: {
    outcome: FaceMeasure
    distance: number | null
    band: 'likely-same' | 'unclear' | 'likely-different' | null
    model: string
    version: string
    by: string
    at: string
  }
  /** what was typed from the card; the words and the application's own once nothing is hidden any more */
  entry?: {
    triesLeft: number
    differs: EntryField[]
    settled: boolean
    typed?: Record<EntryField, string>
    application?: Record<EntryField, string>
  }
  /** what is to be noted before it can pass, drawn for this call or asked in every one */
  parts: PartState[]
}

/** One thing to note at a check; its words are in the reader's language. */
export interface PartState {
  key: string
  /** as it comes in the call */
  order: number
  kind: 'feature' | 'code' | 'movement' | 'place' | 'people' | 'prompting' | 'stock' | 'light' | 'sound' | 'question'
  label: string
  /** what to look or listen for */
  hint?: string
  /** a question in the applicant's language, where that is another: to be read out */
  aloud?: string
  /** suggests: `passed`, or a reason to fail the check; blocks: the check cannot pass with it */
  values: { value: string; label: string; suggests?: string; blocks?: true; bySystem?: true }[]
  value?: string
  note?: string
}

export interface PartInput {
  /** null takes it back */
  value: string | null
  note?: string
}

/** What the applicant's page asks for; both see it. until: the picture may be away so long */
export interface PagePrompt {
  kind: 'code' | 'movement' | 'room'
  detail?: string
  until?: string
}

/** Breaks the review off; the reason decides whether it counts. */
export interface AbortInput {
  reason: string
  note?: string
  idempotencyKey: string
}

/** What was typed, compared with the code that was sent. */
export interface HeardCode {
  result: 'right' | 'wrong'
  triesLeft: number
}

/** The call of a case under review, beside its checks. */
export interface LiveState {
  code: { sent: number; left: number; triesLeft: number; expiresAt?: string }
  prompt?: PagePrompt
  /** programs that pose as the applicant's camera, by name */
  virtualCameras: string[]
  /** when the applicant asked for help in silence */
  help: { at: string; seen: boolean }[]
  handed?: { note: string; by: string }
  /** calls of this booking so far */
  calls: number
}

export type FacePoint = 'shape' | 'eyes' | 'nose' | 'mouth' | 'marks'
export type PointJudgement = 'same' | 'differs' | 'unclear'
export type FaceMeasure = 'measured' | 'no-face-card' | 'no-face-live'

export interface DistanceInput {
  /** the stills' ids */
  card: string
  face: string
  outcome: FaceMeasure
  distance?: number
  model: string
  version: string
}

export type EntryField = 'number' | 'name'

export interface EntryAnswer {
  matched: boolean
  differs: EntryField[]
  triesLeft: number
}

export type CaptureKind = 'card-front' | 'card-back' | 'face' | 'room'

export interface CaptureShown {
  id: string
  kind: CaptureKind
  label: string
  takenAt: string
  by: string
  width: number
  height: number
  /** of this booking, and no better one was taken since */
  present: boolean
}

export interface CheckInput {
  /** null takes the result back */
  result: CheckResult | null
  reason?: string
  note?: string
}

export interface ReasonChoice {
  code: string
  family: string
  title: string
  /** what the applicant will read */
  applicantText: string
  advice: string
  /** days until a new application; null: never */
  waitingDays: number | null
  outcomes: Outcome[]
  /** an attempt with it counts against the applicant */
  counts: boolean
}

export type Outcome = 'approved' | 'conditional' | 'retry' | 'rejected' | 'rejected-for-good' | 'escalated'

/** Money in fen. */
export interface Conditions {
  depositFen?: number
  deviceId?: string
  termMonths?: number
}

export interface PreviewInput {
  outcome: Exclude<Outcome, 'escalated'>
  reasons: string[]
  conditions?: Conditions
}

export interface Preview {
  /** as it will stand in the chat, without its markup */
  text: string
  buttons: string[]
  locale: Locale
}

export interface LookInput extends VerdictInput {
  version: number
}

export interface LookEntry {
  caseCode: string
  kind: 'confirm' | 'appeal'
  device: string
  dueAt?: string
  /** this person was asked */
  mine: boolean
}

// a finished case, reviewed again blind: nothing here says what was decided, nor whose case it is

export interface BlindEntry {
  id: string
  device: string
  drawnAt: string
  /** this person was asked */
  mine: boolean
}

export interface BlindFile {
  id: string
  device: string
  termMonths: number
  answers: { field: string; label: string; value: string }[]
  photos: { id: string; label: string }[]
  consents: { kind: string; label: string; given: boolean }[]
  reasons: ReasonChoice[]
}

export interface BlindInput {
  outcome: Exclude<Outcome, 'escalated'>
  reasons: string[]
  note?: string
}

export interface BlindCompared {
  caseCode: string
  agrees: boolean
  /** the verdict's */
  outcome: Outcome
  /** their titles, in the reader's language */
  reasons: string[]
  /** handed to the admins */
  raised: boolean
}

/** A device that conditions may offer instead, and what can be asked of it. Money in fen. */
export interface Offer {
  id: string
  name: string
  depositFen: number
  valueFen: number
  monthlyRent: string
  terms: number[]
}

export interface VerdictInput {
  outcome: Outcome
  /** at least one unless approved */
  reasons: string[]
  /** with `conditional`, and only then */
  conditions?: Conditions
  /** for staff only; never leaves */
  note?: string
  /** the same key twice has one effect */
  idempotencyKey: string
}

export interface CaseFile {
  caseCode: string
  state: string
  attempt: number
  device: { id: string; name: string; monthlyRent: string; deposit: string; value: string; termMonths: number }
  /** in the reader's language, in the form's order; masked: something of it is hidden and can be opened; closed: not before it was asked about; corrected: answered anew after an earlier call */
  answers: { field: string; label: string; value: string; masked: boolean; closed?: true; corrected?: true }[]
  photos: { id: string; kind: string; label: string; takenAt: string }[]
  /** name, number and card photos are hidden from this reviewer until they were typed from the card */
  blind: boolean
  /** stills from the calls, in the order in which they were taken */
  captures: CaptureShown[]
  consents: { kind: string; label: string; given: boolean }[]
  booking?: { startsAt: string; endsAt: string; opensAt: string; closesAt: string; end?: string; mine: boolean }
  checks: CheckState[]
  /** while the review is on, for its reviewer */
  live?: LiveState
  /** what reviewers marked in silence */
  marks: { id: string; kind: string; label: string; note?: string; by: string; at: string }[]
  markKinds: { kind: string; label: string }[]
  reasons: ReasonChoice[]
  /** evidence of other cases; for a reviewer none before the questions are done. `opens`: this person may look at the other case */
  flags: { kind: string; label: string; weight: 'note' | 'flag'; caseCode: string; state: string; opens: boolean }[]
  /** the applicant's newest rehearsal; absent: there was none */
  rehearsal?: { at: string; parts: { part: RehearsalPart; label: string; ok: boolean; advice?: string; measured: string }[] }
  verdict?: { outcome: Outcome; reasons: string[]; note?: string; by: string; at: string; conditions?: string[]; status: string }
  /** the verdict was sent back with this note */
  returned?: { note: string; by: string }
  look?: {
    kind: 'confirm' | 'appeal'
    version: number
    dueAt?: string
    assigned?: string
    /** why two people are needed, in the reader's language */
    why: string[]
    /** the appeal's words */
    text?: string
    may: boolean
    mayConfirm: boolean
  }
  /** may: the desk and the applicant want it, so the console of a running call records by itself */
  presence: RoomRecord[]
  recording: { may: boolean; stretches: Stretch[] }
  /** the device of the application first, then those of less value */
  offers: Offer[]
  /** what the signed-in person may do now, and why not */
  may: { join: boolean; check: boolean; decide: boolean; approve: boolean; why?: string }
  serverNow: string
}

export interface MiniAppOpened {
  /** of the call link */
  code: string
}

// the rehearsal
export type RehearsalPart = 'camera' | 'light' | 'microphone' | 'speaker' | 'sharpness' | 'network' | 'clock'

export interface RehearsalView {
  locale: Locale
  timeZone?: string
  chatUrl: string
  /** what the desk will grade by, so that the page knows when it has measured enough */
  limits: {
    microphone: { quietest: number }
    sharpness: { blurred: number }
  }
}

export interface RehearsalPing {
  /** machine time, epoch milliseconds */
  at: number
}

export interface UploadCounted {
  bytes: number
}

export interface RehearsalResult {
  ok: boolean
  /** the page words it in the reader's language */
  advice?: string
}

/** A stretch of a recorded call: a reload of the console begins another. */
export interface Stretch {
  id: string
  startedAt: string
  /** absent: not known */
  seconds?: number
  /** finishing: ended, a moment until it can be played; gone: its time is over, or nothing could be recorded */
  status: 'running' | 'finishing' | 'ready' | 'gone'
}

export interface StartedRecording {
  id: string
}

export interface PlayResponse {
  /** for one playback by this person; takes ranges */
  url: string
}
