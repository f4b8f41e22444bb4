import type { Evidence } from '../core/evidence/collect.ts'
import type { Locale } from '../core/message/kinds.ts'
import { wordAnswer } from './answers.ts'
import { type Speaker, speak } from './fluent.ts'
import { formatList, formatMoney, formatTime, zoneName } from './format.ts'
import { wordStoredPart } from './part-words.ts'

/** A report as plain text, to be laid out by whoever draws it. */
export interface Report {
  title: string
  /** under the title */
  about: string[]
  sections: { heading: string; rows: [label: string, text: string][] }[]
  /** the heading over the pictures */
  photos: string
}

interface Words {
  say: Speaker
  time(moment: Date | null): string
  /** a word of a closed set in the desk's words; as it is where there are none */
  name(key: string, fallback: string): string
}

/** Words everything about one case for a reader of the language, with times of that zone. */
export function writeReport(evidence: Evidence, locale: Locale, timeZone: string): Report {
  const say = speak(locale)
  const none = say.plain('report-none')
  const time = (moment: Date | null) =>
    moment ? `${moment.getUTCFullYear()} ${formatTime(moment.toISOString(), locale, timeZone)}` : none
  const words: Words = { say, time, name: (key, fallback) => (say.has(key) ? say.plain(key) : fallback) }
  const zone = zoneName(locale, timeZone, evidence.madeAt.toISOString())
  const isErased = evidence.answers.length === 0
  return {
    title: say.plain('report-title', { code: evidence.found.code }),
    about: [
      say.plain('report-made', { time: time(evidence.madeAt), zone }),
      say.plain(isErased ? 'report-erased' : evidence.full ? 'report-full' : 'report-masked'),
      say.plain('report-proof'),
    ],
    sections: [
      { heading: say.plain('report-case'), rows: caseRows(words, evidence) },
      {
        heading: say.plain('report-answers'),
        rows: evidence.answers.map(({ words, value }) => [say.plain(`field-${words}`), wordAnswer(locale, words, value)]),
      },
      { heading: say.plain('report-consents'), rows: consentRows(words, evidence) },
      { heading: say.plain('report-reviews'), rows: reviewRows(words, evidence) },
      { heading: say.plain('report-captures'), rows: captureRows(words, evidence) },
      { heading: say.plain('report-faces'), rows: faceRows(words, evidence) },
      { heading: say.plain('report-verdicts'), rows: verdictRows(words, evidence) },
      { heading: say.plain('report-timeline'), rows: timelineRows(words, evidence) },
      { heading: say.plain('report-chain'), rows: chainRows(words, evidence) },
    ],
    photos: say.plain('report-photos'),
  }
}

function caseRows({ say, time, name }: Words, { found, device }: Evidence): [string, string][] {
  const named = say.locale === 'en' ? device?.en : device?.zh
  return [
    [say.plain('report-state'), name(`state-${found.state}`, found.state)],
    [say.plain('report-begun'), time(found.createdAt)],
    [say.plain('report-submitted'), time(found.submittedAt)],
    [say.plain('report-decided'), time(found.decidedAt)],
    [say.plain('report-order'), found.orderCode ?? say.plain('report-none')],
    [say.plain('report-device'), named ?? say.plain('report-none')],
    [
      say.plain('report-term'),
      found.termMonths === null ? say.plain('report-none') : say.plain('report-months', { months: found.termMonths }),
    ],
  ]
}

function consentRows({ say, time, name }: Words, { consents }: Evidence): [string, string][] {
  return consents.map(({ kind, given, version, at }) => [
    name(`consent-${kind}`, kind),
    say.plain(given ? 'report-given' : 'report-declined', { version, time: time(at) }),
  ])
}

function reviewRows({ say, time, name }: Words, { bookings }: Evidence): [string, string][] {
  return bookings.flatMap(
    ({ startsAt, status, reviewer, calls, presence, findings, entries, parts, marks }): [string, string][] => [
      [time(startsAt), say.plain('report-review', { reviewer, status: name(`report-status-${status}`, status) })],
      ...calls.map(({ openedAt, metAt, endedAt }): [string, string] => {
        const times = { opened: time(openedAt), met: time(metAt), ended: time(endedAt) }
        return [say.plain('report-call'), say.plain('report-call-times', times)]
      }),
      ...(presence ? presenceRows(say, time, presence, status) : []),
      ...entries.map(({ tries, differs, settledAt }): [string, string] => {
        const outcome = settledAt === null ? 'open' : differs.length === 0 ? 'matched' : differs.join('-')
        return [say.plain('report-entry'), say.plain('report-entry-result', { outcome, tries, time: time(settledAt) })]
      }),
      ...parts.flatMap(({ part, value, note }): [string, string][] => {
        const noted = wordStoredPart(say, part, value)
        return note ? [noted, [say.plain('report-note'), note]] : [noted]
      }),
      ...marks.map(({ kind, at, withdrawn }): [string, string] => [
        say.plain(withdrawn ? 'report-mark-withdrawn' : 'report-mark'),
        `${name(`call-flag-${kind}`, kind)}, ${time(at)}`,
      ]),
      ...findings.flatMap(({ check, result, reason, at, reviewer, note }): [string, string][] => {
        const why = reason ? `: ${name(`reason-${reason}.title`, reason)}` : ''
        const what = `${name(`audit-result-${result}`, result)}${why}`
        const found: [string, string] = [
          name(`check-${check}`, check),
          say.plain('report-by', { what, reviewer, time: time(at) }),
        ]
        return note ? [found, [say.plain('report-note'), note]] : [found]
      }),
    ],
  )
}

function presenceRows(
  say: Speaker,
  time: Words['time'],
  { sides, togetherSeconds }: NonNullable<Evidence['bookings'][number]['presence']>,
  status: string,
): [string, string][] {
  const length = (seconds: number) => say.plain('presence-length', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })
  const side = (role: 'applicant' | 'reviewer'): [string, string] => {
    const { sittings, seconds } = sides[role]
    const spans = sittings.map(({ from, until }) =>
      until
        ? say.plain('presence-span', { from: time(from), until: time(until) })
        : say.plain('presence-span-open', { from: time(from) }),
    )
    const inAll = { length: length(seconds), spans: formatList(spans, say.locale) }
    return [say.plain(`presence-${role}`), spans.length > 0 ? say.plain('presence-in-all', inAll) : say.plain('presence-never')]
  }
  const together = togetherSeconds > 0 ? length(togetherSeconds) : say.plain('presence-never')
  return [
    ...[side('applicant'), side('reviewer')],
    [say.plain('presence-together'), together],
    [say.plain('presence'), say.plain(`presence-means-${status}`)],
  ]
}

/** Which still shows what, where it lies in the archive, and of which bytes. */
function captureRows({ say, time }: Words, { captures }: Evidence): [string, string][] {
  return captures.map(({ id, kind, by, takenAt, width, height, replaced }) => [
    say.plain(`file-capture-${kind}`),
    say.plain(replaced ? 'report-capture-replaced' : 'report-capture', {
      by,
      width: String(width),
      height: String(height),
      id,
      time: time(takenAt),
    }),
  ])
}

/** What was said of two stills: by whom or by what, from which files. */
function faceRows({ say, time }: Words, { comparisons, distances }: Evidence): [string, string][] {
  const byEye = comparisons.flatMap(({ points, by, at, cardId, faceId }): [string, string][] => [
    [say.plain('report-face-eye'), say.plain('report-face-by', { by, time: time(at), card: cardId, face: faceId })],
    ...Object.entries(points).map(([point, judgement]): [string, string] => [
      say.plain(`face-point-${point}`),
      say.plain(`face-${judgement}`),
    ]),
  ])
  const byMachine = distances.map(({ outcome, distance, band, model, version, at, cardHash, faceHash }): [string, string] => {
    const result = band === null ? say.plain(`face-${outcome}`) : say.plain(`face-band-${band}`)
    const figure = distance === null ? '' : distance.toFixed(3)
    return [
      say.plain('report-face-machine'),
      say.plain('report-face-measured', { result, figure, model, version, time: time(at), card: cardHash, face: faceHash }),
    ]
  })
  return [...byEye, ...byMachine]
}

function verdictRows(words: Words, { verdicts, appeal, deviceNames }: Evidence): [string, string][] {
  const { say, time, name } = words
  const given = verdicts.flatMap((verdict): [string, string][] => {
    const { at, outcome, reasons, conditions, status, fourEyes, draw, reviewer, checker, checkedAt, notes } = verdict
    const rows: [string, string | undefined][] = [
      [
        time(at),
        say.plain('report-verdict', {
          outcome: name(`outcome-${outcome}`, outcome),
          status: name(`report-status-${status}`, status),
        }),
      ],
      [say.plain('report-reviewer'), reviewer],
      [say.plain('report-reasons'), reasons.map(reason => name(`reason-${reason}.title`, reason)).join('; ') || undefined],
      [say.plain('report-conditions'), conditions ? wordConditions(words, conditions, deviceNames) : undefined],
      [say.plain('report-four-eyes'), fourEyes.map(why => name(`four-eyes-${why}`, why)).join('; ') || undefined],
      [say.plain('report-draw'), draw === null ? undefined : String(draw)],
      [say.plain('report-checker'), checker && `${checker}, ${time(checkedAt)}`],
      ...notes.map((note): [string, string] => [say.plain('report-note'), note]),
    ]
    return rows.filter((row): row is [string, string] => row[1] !== undefined)
  })
  return appeal ? [...given, [say.plain('report-appeal'), `${time(appeal.at)}: ${appeal.text}`]] : given
}

type Conditions = NonNullable<Evidence['verdicts'][number]['conditions']>

function wordConditions({ say }: Words, conditions: Conditions, deviceNames: Evidence['deviceNames']): string {
  const { depositFen, deviceId, termMonths } = conditions
  const device = deviceNames[deviceId ?? '']
  return [
    ...(depositFen === undefined ? [] : [say.plain('report-deposit', { amount: formatMoney(depositFen, say.locale) })]),
    ...(deviceId === undefined
      ? []
      : [say.plain('report-device-instead', { device: (say.locale === 'en' ? device?.en : device?.zh) ?? deviceId })]),
    ...(termMonths === undefined ? [] : [say.plain('report-term-instead', { months: termMonths })]),
  ].join('; ')
}

/** By name where the desk still knows one, and as what. */
function wordActor({ say }: Words, actor: string, staffNames: Evidence['staffNames']): string {
  const [kind = '', id = ''] = actor.split(':')
  if (kind === 'staff') return staffNames[id] ?? actor
  return say.plain(kind === 'applicant' ? 'audit-by-applicant' : 'audit-by-desk')
}

function timelineRows(words: Words, { entries, staffNames, stateChanges }: Evidence): [string, string][] {
  const { time, name, say } = words
  const state = (code: string) => name(`state-${code}.staff`, code)
  return entries.map(({ number, at, actor, action }) => {
    const change = stateChanges[number]
    const what = change
      ? say.plain('report-state-changed', { from: state(change.from), to: state(change.to) })
      : name(`audit-${action.replaceAll('.', '-')}`, action)
    return [`${number}  ${time(at)}`, `${what}  ${wordActor(words, actor, staffNames)}`]
  })
}

function chainRows({ say, name }: Words, { report, entries }: Evidence): [string, string][] {
  const result =
    'brokenAt' in report
      ? say.plain('report-chain-broken', { entry: report.brokenAt, why: name(`audit-flaw-${report.why}`, report.why) })
      : say.plain('report-chain-whole', { entries: report.entries, signed: report.signed, head: report.head })
  return [['SHA-256', result], ...entries.map(({ number, hash }): [string, string] => [String(number), hash])]
}
