import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { policyNames } from '../../core/desk/policy-rules.ts'
import { decodePress, decodeTime, encodePress, encodeTime, type Press } from '../../texts/press.ts'

const word = fc.stringMatching(/^[\w+-]{1,12}$/)
const code = fc.stringMatching(/^M-[0-9A-Z]{6}$/)
const id = fc.uuid()
const days = fc.constantFrom('1', '67', '1234567')
const number = fc.nat({ max: 65_535 }).map(String)
const purpose = fc.constantFrom('book' as const, 'move' as const)
const minutes = fc.integer({ min: 0, max: 99_999_999 })
const time = minutes.map(count => encodeTime(new Date(count * 60_000).toISOString()))
const date = fc
  .date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true })
  .map(day => day.toISOString().slice(0, 10))

/** Every verb once: a verb without a line here does not compile. */
const generators: { [V in Press['verb']]: fc.Arbitrary<Extract<Press, { verb: V }>> } = {
  apply: fc.constant({ verb: 'apply' }),
  status: fc.constant({ verb: 'status' }),
  help: fc.constant({ verb: 'help' }),
  whisper: fc.constant({ verb: 'whisper' }),
  language: fc.constantFrom('zh-CN' as const, 'en' as const).map(locale => ({ verb: 'language', locale })),
  answer: fc.record({ verb: fc.constant('answer'), code, field: word, value: word }),
  keep: fc.record({ verb: fc.constant('keep'), code, field: word }),
  back: fc.record({ verb: fc.constant('back'), code }),
  edits: fc.record({ verb: fc.constant('edits'), code }),
  'keep-all': fc.record({ verb: fc.constant('keep-all'), code, field: word }),
  'keep-taken': fc.record({ verb: fc.constant('keep-taken'), code }),
  'change-taken': fc.record({ verb: fc.constant('change-taken'), code }),
  change: fc.record({ verb: fc.constant('change'), code, field: word }),
  skip: fc.record({ verb: fc.constant('skip'), code, field: word }),
  own: fc.record({ verb: fc.constant('own'), code, field: word }),
  options: fc.record({ verb: fc.constant('options'), code, field: word, page: word }),
  edit: fc.record({ verb: fc.constant('edit'), code, field: word }),
  correct: fc.record({ verb: fc.constant('correct'), code }),
  consent: fc.record({ verb: fc.constant('consent'), code, kind: word, given: fc.constantFrom('1' as const, '0' as const) }),
  submit: fc.record({ verb: fc.constant('submit'), code }),
  'order-take': fc.record({ verb: fc.constant('order-take'), code, order: fc.stringMatching(/^[0-9A-Z]{16}$/) }),
  withdraw: fc.record({ verb: fc.constant('withdraw'), code }),
  'withdraw-yes': fc.record({ verb: fc.constant('withdraw-yes'), code }),
  zone: fc.constant({ verb: 'zone' as const }),
  'zone-set': fc.record({
    verb: fc.constant('zone-set' as const),
    zone: fc.constantFrom('Europe/Berlin', 'Etc/GMT-8', 'America/Argentina/ComodRivadavia'),
  }),
  book: fc.record({ verb: fc.constant('book'), code, version: number, time }),
  now: fc.record({ verb: fc.constant('now'), code, version: number }),
  days: fc.record({ verb: fc.constant('days'), code, purpose }),
  day: fc.record({ verb: fc.constant('day'), code, purpose, date }),
  nearest: fc.record({ verb: fc.constant('nearest'), code, purpose }),
  move: fc.record({ verb: fc.constant('move'), code, booked: number }),
  'move-to': fc.record({ verb: fc.constant('move-to'), code, booked: number, time }),
  come: fc.record({ verb: fc.constant('come' as const), code, booked: number }),
  cancel: fc.record({ verb: fc.constant('cancel'), code, booked: number }),
  'cancel-yes': fc.record({ verb: fc.constant('cancel-yes'), code, booked: number }),
  card: fc.record({ verb: fc.constant('card'), code }),
  accept: fc.record({ verb: fc.constant('accept'), code, version: number }),
  decline: fc.record({ verb: fc.constant('decline'), code, version: number }),
  'decline-yes': fc.record({ verb: fc.constant('decline-yes'), code, version: number }),
  appeal: fc.record({ verb: fc.constant('appeal'), code }),
  'appeal-drop': fc.record({ verb: fc.constant('appeal-drop'), code }),
  confirm: fc.record({ verb: fc.constant('confirm'), code, version: number }),
  settle: fc.record({ verb: fc.constant('settle'), code, version: number, outcome: word }),
  'settle-yes': fc.record({ verb: fc.constant('settle-yes'), code, version: number, outcome: word }),
  deciders: fc.record({ verb: fc.constant('deciders'), code, version: number }),
  assign: fc.record({ verb: fc.constant('assign'), code, version: fc.nat({ max: 9999 }).map(String), staffId: fc.uuid() }),
  'leave-line': fc.record({ verb: fc.constant('leave-line'), code }),
  'want-earlier': fc.record({ verb: fc.constant('want-earlier'), code, on: fc.constantFrom('1', '0') }),
  'device-yes': fc.record({ verb: fc.constant('device-yes'), code, ask: word }),
  'device-no': fc.record({ verb: fc.constant('device-no'), code, ask: word }),
  patience: fc.record({ verb: fc.constant('patience'), code }),
  'hand-over': fc.record({ verb: fc.constant('hand-over'), code, booked: number }),
  'hand-over-yes': fc.record({ verb: fc.constant('hand-over-yes'), code, booked: number }),
  missed: fc.record({ verb: fc.constant('missed'), code, booked: number }),
  'missed-yes': fc.record({ verb: fc.constant('missed-yes'), code, booked: number }),
  'browser-yes': fc.record({ verb: fc.constant('browser-yes'), code, ask: word }),
  'browser-no': fc.record({ verb: fc.constant('browser-no'), code, ask: word }),
  parked: fc.record({ verb: fc.constant('parked'), page: number }),
  resend: fc.record({ verb: fc.constant('resend'), message: number }),
  devices: fc.record({ verb: fc.constant('devices'), page: number }),
  device: fc.record({ verb: fc.constant('device'), device: word }),
  'device-turn': fc.record({ verb: fc.constant('device-turn'), device: word, on: fc.constantFrom('0', '1') }),
  'import-yes': fc.record({ verb: fc.constant('import-yes'), file: word }),
  'import-no': fc.record({ verb: fc.constant('import-no'), file: word }),
  'policy-group': fc.record({ verb: fc.constant('policy-group'), group: word }),
  'policy-one': fc.record({ verb: fc.constant('policy-one'), setting: fc.constantFrom(...policyNames) }),
  'policy-set': fc.record({
    verb: fc.constant('policy-set'),
    setting: fc.constantFrom(...policyNames),
    value: fc.nat({ max: 999_999_999 }).map(String),
    from: fc.nat({ max: 999_999_999 }).map(String),
  }),
  'session-end': fc.record({ verb: fc.constant('session-end'), session: fc.uuid() }),
  'sessions-end': fc.constant({ verb: 'sessions-end' }),
  quality: fc.record({ verb: fc.constant('quality'), days: number }),
  'quality-picture': fc.record({ verb: fc.constant('quality-picture'), days: number }),
  queue: fc.record({ verb: fc.constant('queue'), page: number }),
  stats: fc.record({ verb: fc.constant('stats'), period: word }),
  'stats-picture': fc.record({ verb: fc.constant('stats-picture'), period: word }),
  invite: fc.record({ verb: fc.constant('invite'), code, version: number }),
  give: fc.record({ verb: fc.constant('give'), code, booked: number, staffId: fc.uuid() }),
  'give-yes': fc.record({ verb: fc.constant('give-yes'), code, booked: number, staffId: fc.uuid() }),
  'queue-of': fc.record({ verb: fc.constant('queue-of'), filter: word, page: number }),
  case: fc.record({ verb: fc.constant('case'), code }),
  audit: fc.record({ verb: fc.constant('audit' as const), chain: fc.oneof(code, fc.constant('desk')), page: number }),
  release: fc.record({ verb: fc.constant('release' as const), code, version: fc.nat({ max: 999 }).map(String) }),
  mydata: fc.constant({ verb: 'mydata' }),
  export: fc.constant({ verb: 'export' }),
  'consent-off': fc.record({ verb: fc.constant('consent-off'), kind: word }),
  'consent-off-yes': fc.record({ verb: fc.constant('consent-off-yes'), kind: word }),
  'consent-on': fc.record({ verb: fc.constant('consent-on'), kind: word }),
  'consent-on-yes': fc.record({ verb: fc.constant('consent-on-yes'), kind: word }),
  'photos-off': fc.constant({ verb: 'photos-off' }),
  'photos-off-yes': fc.constant({ verb: 'photos-off-yes' }),
  erase: fc.constant({ verb: 'erase' }),
  'erase-yes': fc.constant({ verb: 'erase-yes' }),
  found: fc.record({ verb: fc.constant('found'), key: fc.stringMatching(/^\d[\w-]{22}$/), page: number }),
  file: fc.record({ verb: fc.constant('file'), code }),
  revoke: fc.record({ verb: fc.constant('revoke'), code, booked: number }),
  'revoke-yes': fc.record({ verb: fc.constant('revoke-yes'), code, booked: number }),
  'turn-down': fc.record({ verb: fc.constant('turn-down'), code, version: number }),
  'turn-down-yes': fc.record({ verb: fc.constant('turn-down-yes'), code, version: number }),
  'turn-down-for': fc.record({ verb: fc.constant('turn-down-for'), code, version: number, reason: word }),
  open: fc.record({ verb: fc.constant('open'), code, field: word }),
  photo: fc.record({ verb: fc.constant('photo'), code, file: fc.uuid() }),
  block: fc.record({ verb: fc.constant('block' as const), who: number, reason: word }),
  unblock: fc.record({ verb: fc.constant('unblock' as const), who: number }),
  hours: fc.record({ verb: fc.constant('hours'), staff: id }),
  'hours-all': fc.constant({ verb: 'hours-all' }),
  'hours-picture': fc.record({ verb: fc.constant('hours-picture'), staff: id }),
  'hours-days': fc.record({ verb: fc.constant('hours-days'), staff: id }),
  'hours-times': fc.record({ verb: fc.constant('hours-times'), staff: id, days }),
  'hours-set': fc.record({ verb: fc.constant('hours-set'), staff: id, days, preset: fc.constantFrom('a', 'x') }),
  'hours-dates': fc.record({ verb: fc.constant('hours-dates'), staff: id }),
  'hours-date': fc.record({ verb: fc.constant('hours-date'), staff: id, date, to: fc.constantFrom('on', 'off') }),
  'hours-limits': fc.record({ verb: fc.constant('hours-limits'), staff: id }),
  'hours-limit': fc.record({ verb: fc.constant('hours-limit'), staff: id, limit: fc.constantFrom('12', 'none') }),
  'hours-undo': fc.record({ verb: fc.constant('hours-undo'), change: id }),
  holidays: fc.constant({ verb: 'holidays' }),
  'holidays-load': fc.record({ verb: fc.constant('holidays-load'), year: fc.constant('2026') }),
  'holidays-undo': fc.record({ verb: fc.constant('holidays-undo'), change: id }),
}
const press: fc.Arbitrary<Press> = fc.oneof(...Object.values<fc.Arbitrary<Press>>(generators))

describe('what buttons carry', () => {
  it('comes back as it went, within 64 bytes', () => {
    fc.assert(
      fc.property(press, pressed => {
        const data = encodePress(pressed)
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
        expect(decodePress(data)).toEqual(pressed)
      }),
    )
  })

  it('G11: is undefined when it was forged, or comes back exactly as it was sent', () => {
    const forged = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 6 }).map(words => words.join(':')),
    )
    fc.assert(
      fc.property(forged, data => {
        const decoded = decodePress(data)
        if (decoded) expect(encodePress(decoded)).toBe(data)
      }),
    )
  })

  it.each([
    '',
    ':',
    'book',
    'book:M-7K3QXD',
    'book:M-7K3QXD:4:abc:more',
    'book::4:abc',
    'card:M-7K3QXD\n',
    'card:M-7K3QXD ',
    'card:<b>',
    "card:M-7K3QXD';--",
    'constructor',
    '__proto__',
    'toString:a',
    'apply:',
    `card:${'x'.repeat(41)}`,
    'BOOK:M-7K3QXD:4:abc',
    'card:申请',
  ])('%j is not a button of ours', data => {
    expect(decodePress(data)).toBeUndefined()
  })

  it('is refused when it would not fit or could not be read back', () => {
    expect(() => encodePress({ verb: 'answer', code: 'M-7K3QXD', field: 'x'.repeat(40), value: 'y'.repeat(40) })).toThrow('bytes')
    expect(() => encodePress({ verb: 'answer', code: 'M-7K3QXD', field: 'device', value: 'a:b' })).toThrow('read')
    expect(() => encodePress({ verb: 'answer', code: 'M-7K3QXD', field: 'device', value: '' })).toThrow('read')
  })
})

describe('times on buttons', () => {
  it('come back to the minute', () => {
    fc.assert(
      fc.property(minutes, count => {
        const moment = new Date(count * 60_000)
        expect(decodeTime(encodeTime(moment.toISOString()))).toEqual(moment)
      }),
    )
  })

  it.each(['', '-1', '1.5', 'zzzzzzzzz', 'zzzzzzzz', 'ABC', ' 1', 'NaN', '1e3!'])('%j is no time', time => {
    expect(decodeTime(time)).toBeUndefined()
  })
})
