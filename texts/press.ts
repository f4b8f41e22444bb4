/**
 * What buttons carry: `verb:part:part…`, at most 64 bytes (Bot API). Stateless: the case by its code, what it stood on by a version,
 * so that an old button can say what is so now. Owner and state are checked when it is pressed, never trusted from here.
 */
export type Press =
  /** begin an application, or go on with it */
  | { verb: 'apply' }
  | { verb: 'status' }
  | { verb: 'help' }
  | { verb: 'whisper' }
  | { verb: 'language'; locale: 'zh-CN' | 'en' }
  | { verb: 'zone' }
  /** an IANA name */
  | { verb: 'zone-set'; zone: string }
  // the form
  | { verb: 'answer'; code: string; field: string; value: string }
  | { verb: 'keep'; code: string; field: string }
  /** all that is known of the open question is still right; or it is to be asked, from `field` on */
  | { verb: 'keep-all'; code: string; field: string }
  /** all that an earlier application filled in: still right, or gone through question by question */
  | { verb: 'keep-taken'; code: string }
  | { verb: 'change-taken'; code: string }
  | { verb: 'change'; code: string; field: string }
  | { verb: 'skip'; code: string; field: string }
  /** an answer in own words, where the buttons have none that fits */
  | { verb: 'own'; code: string; field: string }
  | { verb: 'options'; code: string; field: string; page: string }
  | { verb: 'back'; code: string }
  | { verb: 'edits'; code: string }
  | { verb: 'edit'; code: string; field: string }
  /** what the last verdict found wrong in the answers is asked again */
  | { verb: 'correct'; code: string }
  | { verb: 'consent'; code: string; kind: string; given: '1' | '0' }
  | { verb: 'submit'; code: string }
  | { verb: 'order-take'; code: string; order: string }
  | { verb: 'withdraw'; code: string }
  | { verb: 'withdraw-yes'; code: string }
  // booking; `time` is epoch minutes in base 36, `version` the case's, `booked` the booking's
  | { verb: 'book'; code: string; version: string; time: string }
  | { verb: 'now'; code: string; version: string }
  | { verb: 'days'; code: string; purpose: Purpose }
  | { verb: 'day'; code: string; purpose: Purpose; date: string }
  | { verb: 'nearest'; code: string; purpose: Purpose }
  | { verb: 'move'; code: string; booked: string }
  | { verb: 'move-to'; code: string; booked: string; time: string }
  | { verb: 'come'; code: string; booked: string }
  | { verb: 'cancel'; code: string; booked: string }
  | { verb: 'cancel-yes'; code: string; booked: string }
  | { verb: 'card'; code: string }
  // the verdict; `version`: the case's
  | { verb: 'accept'; code: string; version: string }
  | { verb: 'decline'; code: string; version: string }
  | { verb: 'decline-yes'; code: string; version: string }
  | { verb: 'appeal'; code: string }
  | { verb: 'appeal-drop'; code: string }
  | { verb: 'confirm'; code: string; version: string }
  | { verb: 'settle'; code: string; version: string; outcome: string }
  | { verb: 'settle-yes'; code: string; version: string; outcome: string }
  | { verb: 'deciders'; code: string; version: string }
  | { verb: 'assign'; code: string; version: string; staffId: string }
  | { verb: 'leave-line'; code: string }
  | { verb: 'want-earlier'; code: string; on: '1' | '0' }
  // the call
  | { verb: 'device-yes'; code: string; ask: string }
  | { verb: 'device-no'; code: string; ask: string }
  // staff
  | { verb: 'patience'; code: string }
  /** a booked call of one's own, to a colleague; or the applicant did not come. `booked` is the booking's version */
  | { verb: 'hand-over'; code: string; booked: string }
  | { verb: 'hand-over-yes'; code: string; booked: string }
  | { verb: 'missed'; code: string; booked: string }
  | { verb: 'missed-yes'; code: string; booked: string }
  | { verb: 'browser-yes'; code: string; ask: string }
  | { verb: 'browser-no'; code: string; ask: string }
  | { verb: 'parked'; page: string }
  | { verb: 'resend'; message: string }
  | { verb: 'devices'; page: string }
  | { verb: 'device'; device: string }
  | { verb: 'device-turn'; device: string; on: string }
  | { verb: 'import-yes'; file: string }
  | { verb: 'import-no'; file: string }
  | { verb: 'policy-group'; group: string }
  | { verb: 'policy-one'; setting: string }
  | { verb: 'policy-set'; setting: string; value: string; from: string }
  | { verb: 'session-end'; session: string }
  | { verb: 'sessions-end' }
  | { verb: 'queue'; page: string }
  | { verb: 'quality'; days: string }
  | { verb: 'quality-picture'; days: string }
  | { verb: 'invite'; code: string; version: string }
  /** a booked call to another reviewer; `booked` is the booking's version */
  | { verb: 'give'; code: string; booked: string; staffId: string }
  | { verb: 'give-yes'; code: string; booked: string; staffId: string }
  /** filter: as in core/case/queue-filters.ts */
  | { verb: 'queue-of'; filter: string; page: string }
  /** period: as in core/stats/read-stats.ts */
  | { verb: 'stats'; period: string }
  | { verb: 'stats-picture'; period: string }
  | { verb: 'case'; code: string }
  /** chain: a case's code, or `desk` */
  | { verb: 'audit'; chain: string; page: string }
  | { verb: 'release'; code: string; version: string }
  // one's own data; they act on all applications of the person who presses
  | { verb: 'mydata' }
  | { verb: 'export' }
  | { verb: 'consent-off'; kind: string }
  | { verb: 'consent-off-yes'; kind: string }
  | { verb: 'consent-on'; kind: string }
  | { verb: 'consent-on-yes'; kind: string }
  | { verb: 'photos-off' }
  | { verb: 'photos-off-yes' }
  | { verb: 'erase' }
  | { verb: 'erase-yes' }
  // search and the dossier in the chat; `key` is a hash, never what was searched for
  | { verb: 'found'; key: string; page: string }
  | { verb: 'file'; code: string }
  | { verb: 'revoke'; code: string; booked: string }
  | { verb: 'revoke-yes'; code: string; booked: string }
  | { verb: 'turn-down'; code: string; version: string }
  | { verb: 'turn-down-yes'; code: string; version: string }
  | { verb: 'turn-down-for'; code: string; version: string; reason: string }
  | { verb: 'open'; code: string; field: string }
  | { verb: 'photo'; code: string; file: string }
  // the block list; `who` is the messenger's id
  | { verb: 'block'; who: string; reason: string }
  | { verb: 'unblock'; who: string }
  // hours: `staff` a member's id, `days` weekdays as digits, `change` the id of a change
  | { verb: 'hours'; staff: string }
  | { verb: 'hours-all' }
  | { verb: 'hours-picture'; staff: string }
  | { verb: 'hours-days'; staff: string }
  | { verb: 'hours-times'; staff: string; days: string }
  | { verb: 'hours-set'; staff: string; days: string; preset: string }
  | { verb: 'hours-dates'; staff: string }
  | { verb: 'hours-date'; staff: string; date: string; to: string }
  | { verb: 'hours-limits'; staff: string }
  | { verb: 'hours-limit'; staff: string; limit: string }
  | { verb: 'hours-undo'; change: string }
  | { verb: 'holidays' }
  | { verb: 'holidays-load'; year: string }
  | { verb: 'holidays-undo'; change: string }
export type Verb = Press['verb']
export type Purpose = 'book' | 'move'

const parts: { [V in Verb]: readonly (keyof Extract<Press, { verb: V }>)[] } = {
  apply: [],
  status: [],
  help: [],
  whisper: [],
  language: ['locale'],
  zone: [],
  'zone-set': ['zone'],
  answer: ['code', 'field', 'value'],
  keep: ['code', 'field'],
  'keep-all': ['code', 'field'],
  'keep-taken': ['code'],
  'change-taken': ['code'],
  change: ['code', 'field'],
  skip: ['code', 'field'],
  own: ['code', 'field'],
  options: ['code', 'field', 'page'],
  back: ['code'],
  edits: ['code'],
  edit: ['code', 'field'],
  correct: ['code'],
  consent: ['code', 'kind', 'given'],
  submit: ['code'],
  'order-take': ['code', 'order'],
  withdraw: ['code'],
  'withdraw-yes': ['code'],
  book: ['code', 'version', 'time'],
  now: ['code', 'version'],
  days: ['code', 'purpose'],
  day: ['code', 'purpose', 'date'],
  nearest: ['code', 'purpose'],
  move: ['code', 'booked'],
  'move-to': ['code', 'booked', 'time'],
  come: ['code', 'booked'],
  cancel: ['code', 'booked'],
  'cancel-yes': ['code', 'booked'],
  card: ['code'],
  accept: ['code', 'version'],
  decline: ['code', 'version'],
  'decline-yes': ['code', 'version'],
  appeal: ['code'],
  'appeal-drop': ['code'],
  confirm: ['code', 'version'],
  settle: ['code', 'version', 'outcome'],
  'settle-yes': ['code', 'version', 'outcome'],
  deciders: ['code', 'version'],
  assign: ['code', 'version', 'staffId'],
  'leave-line': ['code'],
  'want-earlier': ['code', 'on'],
  'device-yes': ['code', 'ask'],
  'device-no': ['code', 'ask'],
  patience: ['code'],
  'hand-over': ['code', 'booked'],
  'hand-over-yes': ['code', 'booked'],
  missed: ['code', 'booked'],
  'missed-yes': ['code', 'booked'],
  'browser-yes': ['code', 'ask'],
  'browser-no': ['code', 'ask'],
  parked: ['page'],
  resend: ['message'],
  devices: ['page'],
  device: ['device'],
  'device-turn': ['device', 'on'],
  'import-yes': ['file'],
  'import-no': ['file'],
  'policy-group': ['group'],
  'policy-one': ['setting'],
  'policy-set': ['setting', 'value', 'from'],
  'session-end': ['session'],
  'sessions-end': [],
  queue: ['page'],
  quality: ['days'],
  'quality-picture': ['days'],
  'queue-of': ['filter', 'page'],
  invite: ['code', 'version'],
  give: ['code', 'booked', 'staffId'],
  'give-yes': ['code', 'booked', 'staffId'],
  stats: ['period'],
  'stats-picture': ['period'],
  case: ['code'],
  audit: ['chain', 'page'],
  release: ['code', 'version'],
  mydata: [],
  export: [],
  'consent-off': ['kind'],
  'consent-off-yes': ['kind'],
  'consent-on': ['kind'],
  'consent-on-yes': ['kind'],
  'photos-off': [],
  'photos-off-yes': [],
  erase: [],
  'erase-yes': [],
  found: ['key', 'page'],
  file: ['code'],
  revoke: ['code', 'booked'],
  'revoke-yes': ['code', 'booked'],
  'turn-down': ['code', 'version'],
  'turn-down-yes': ['code', 'version'],
  'turn-down-for': ['code', 'version', 'reason'],
  open: ['code', 'field'],
  photo: ['code', 'file'],
  block: ['who', 'reason'],
  unblock: ['who'],
  hours: ['staff'],
  'hours-all': [],
  'hours-picture': ['staff'],
  'hours-days': ['staff'],
  'hours-times': ['staff', 'days'],
  'hours-set': ['staff', 'days', 'preset'],
  'hours-dates': ['staff'],
  'hours-date': ['staff', 'date', 'to'],
  'hours-limits': ['staff'],
  'hours-limit': ['staff', 'limit'],
  'hours-undo': ['change'],
  holidays: [],
  'holidays-load': ['year'],
  'holidays-undo': ['change'],
}

/** The names of a button's parts, in their order. */
export const partsOf = (verb: Verb): readonly string[] => parts[verb]

/** The bytes of a button. Throws when they would not fit, or could not be read back: a defect, not an input error. */
export function encodePress(press: Press): string {
  const values: Record<string, string> = press
  const data = [press.verb, ...parts[press.verb].map(name => values[name])].join(':')
  if (Buffer.byteLength(data) > 64) throw new Error(`button data of ${Buffer.byteLength(data)} bytes: ${press.verb}`)
  if (!decodePress(data)) throw new Error(`button data that nobody could read: ${press.verb}`)
  return data
}

/** What was pressed; undefined for anything that no button of ours carries. The words in it are still unchecked. */
export function decodePress(data: string): Press | undefined {
  const [verb = '', ...values] = data.split(':')
  if (!Object.hasOwn(parts, verb)) return undefined
  const names: readonly string[] = parts[verb as Verb]
  if (names.length !== values.length || values.some(value => !/^[\w+/-]{1,40}$/.test(value))) return undefined
  // guarantee: every verb in `parts` is in `Press`, with exactly these parts, each a string
  return { verb, ...Object.fromEntries(names.map((name, index) => [name, values[index]])) } as unknown as Press
}

export const encodeTime = (iso: string): string => Math.floor(Date.parse(iso) / 60_000).toString(36)

/** The moment, or undefined when it is none. Slots start on full minutes. */
export function decodeTime(time: string): Date | undefined {
  const minutes = /^[0-9a-z]{1,8}$/.test(time) ? Number.parseInt(time, 36) : Number.NaN
  return Number.isSafeInteger(minutes) && minutes < 100_000_000 ? new Date(minutes * 60_000) : undefined
}
