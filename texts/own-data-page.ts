import type { Reader } from '../core/message/view.ts'
import type { OwnCaseWhole } from '../core/person/own-data.ts'
import { escapeHtml, type Speaker, speak } from './fluent.ts'
import { formatFullTime } from './format.ts'
import { wordRehearsal } from './rehearsal-words.ts'

/** What the page is made of; answers are worded already, since only the form knows what its values mean. */
export interface OwnDataView {
  account: { telegramId: number; language: string; zone: string | null; since: Date }
  cases: (Omit<OwnCaseWhole, 'answers'> & { answers: { label: string; value: string }[] })[]
  keeping: { pictures: number; hashes: number }
}

/**
 * Everything kept about a person as one HTML file that opens on a phone without a network: styles and pictures are inside, no script.
 * Whatever was typed is escaped.
 */
export function renderOwnDataPage(view: OwnDataView, reader: Reader, now: Date): string {
  const { locale, timeZone } = reader
  const say = speak(locale)
  const { plain, has } = say
  const words = (key: string, args: Record<string, string | number> = {}) => escapeHtml(plain(key, args))
  const time = (moment: Date) => formatFullTime(moment.toISOString(), locale, timeZone)
  const page: Page = { say, words, time, has }
  const made = { time: time(now) }
  const { account, keeping, cases } = view
  const about = facts([
    [words('export-account-id'), String(account.telegramId)],
    [words('export-account-language'), account.language],
    [words('export-account-zone'), account.zone ?? words('export-account-zone-unknown')],
    [words('export-account-since'), time(account.since)],
  ])
  const kept = ['all', 'hash', 'rights'].map(key => `<p>${words(`export-keeping-${key}`, keeping)}</p>`)
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${words('export-title')}</title><style>${style}</style></head><body><main>
<h1>${words('export-title')}</h1><p class="soft">${words('export-made', made)}</p>
${cases.map(own => caseSection(page, own)).join('\n')}
<section><h2>${words('export-account')}</h2>${about}</section>
<section><h2>${words('export-keeping')}</h2>${kept.join('')}</section>
</main></body></html>
`
}

interface Page {
  say: Speaker
  words(key: string, args?: Record<string, string | number>): string
  time(moment: Date): string
  has(key: string): boolean
}

type CaseView = OwnDataView['cases'][number]

function caseSection(page: Page, own: CaseView): string {
  const { words, time } = page
  const { code, state, createdAt, submittedAt, decidedAt } = own.found
  const dates = facts([
    [words('export-case-state'), words(`state-${state}`)],
    [words('export-case-begun'), time(createdAt)],
    ...(submittedAt ? [[words('export-case-submitted'), time(submittedAt)] as const] : []),
    ...(decidedAt ? [[words('export-case-decided'), time(decidedAt)] as const] : []),
  ])
  const said = own.erased
    ? `<p>${words('export-case-erased')}</p>`
    : part(words('export-answers'), facts(own.answers.map(({ label, value }) => [escapeHtml(label), escapeHtml(value)] as const)))
  return `<section><h2>${words('export-case', { code })}</h2>${dates}${said}${[
    pictures(page, own),
    recordingPart(page, own),
    consentPart(page, own),
    bookingPart(page, own),
    verdictPart(page, own),
    rehearsalPart(page, own),
    facePart(page, own),
  ].join('')}</section>`
}

function pictures({ words, time }: Page, { pictures, photosUntil }: CaseView): string {
  if (pictures.length === 0) return ''
  const shown = pictures.map(({ kind, mime, bytes, createdAt }) => {
    const what = words('export-photo-taken', { what: words(`file-${kind}`), time: time(createdAt) })
    return `<figure><img alt="${what}" src="data:${mime};base64,${bytes.toString('base64')}"><figcaption>${what}</figcaption></figure>`
  })
  const until = photosUntil ? `<p class="soft">${words('export-photo-until', { time: time(photosUntil) })}</p>` : ''
  return part(words('export-photos'), `${shown.join('')}${until}`)
}

function recordingPart({ words, time }: Page, { recordings }: CaseView): string {
  const rows = recordings.map(({ startedAt, durationMs, status }) => {
    const length = durationMs ? words('export-recording-length', { seconds: Math.round(durationMs / 1000) }) : ''
    const kept = words(status === 'gone' ? 'export-recording-gone' : 'export-recording-kept', { length })
    return [time(startedAt), kept] as const
  })
  return rows.length > 0 ? part(words('export-recordings'), facts(rows)) : ''
}

function consentPart({ words, time }: Page, { consents }: CaseView): string {
  const rows = consents.map(({ kind, given, version, at, withdrawnAt }) => {
    const how = withdrawnAt
      ? words('export-consent-withdrawn', { time: time(withdrawnAt) })
      : words(given ? 'export-consent-given' : 'export-consent-declined', { time: time(at), version })
    return [words(`consent-${kind}`), how] as const
  })
  return part(words('export-consents'), rows.length > 0 ? facts(rows) : `<p>${words('export-nothing')}</p>`)
}

function bookingPart({ words, time }: Page, { bookings }: CaseView): string {
  if (bookings.length === 0) return ''
  return part(
    words('export-bookings'),
    facts(bookings.map(({ startsAt, status }) => [time(startsAt), words(`export-booking-${status}`)] as const)),
  )
}

function verdictPart({ words, time, has }: Page, { verdicts }: CaseView): string {
  if (verdicts.length === 0) return ''
  const rows = verdicts.map(({ outcome, reasons, at }) => {
    const why = reasons.map(code => words(has(`reason-${code}`) ? `reason-${code}` : 'reason-OTHER'))
    return [time(at), [words(`outcome-${outcome}`), ...why].join('<br>')] as const
  })
  return part(words('export-verdicts'), facts(rows))
}

function rehearsalPart({ say, words, time }: Page, { rehearsals }: CaseView): string {
  const rows = rehearsals.map(({ startedAt, parts }) => {
    const lines = wordRehearsal(say, parts).map(({ label, ok, measured }) =>
      words(ok ? 'export-rehearsal-ok' : 'export-rehearsal-poor', { part: label, measured: measured || 'none' }),
    )
    return [time(startedAt), lines.join('<br>')] as const
  })
  return rows.length > 0 ? part(words('export-rehearsals'), facts(rows)) : ''
}

/** Advice of software and under which consent it was asked for; where that was taken back, nothing is left of it. */
function facePart({ words, time }: Page, { faces, consents }: CaseView): string {
  const consent = consents.findLast(({ kind, given }) => kind === 'face' && given)
  const rows = faces.map(({ outcome, distance, band, model, version, at }) => {
    const result = words(band === null ? `face-${outcome}` : `face-band-${band}`)
    const figure = distance === null ? [] : [words('face-measured', { distance: distance.toFixed(3) })]
    return [time(at), [result, ...figure, words('export-face-by', { model, version })].join('<br>')] as const
  })
  const means = consent
    ? `<p class="soft">${words('export-faces-means', { time: time(consent.at), version: consent.version })}</p>`
    : ''
  return rows.length > 0 ? part(words('export-faces'), `${facts(rows)}${means}`) : ''
}

const part = (title: string, body: string): string => `<h3>${title}</h3>${body}`

/** Both sides are HTML already. */
function facts(rows: readonly (readonly [string, string])[]): string {
  return `<dl>${rows.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>`
}

const style = `:root{color-scheme:light dark}body{margin:0;font:16px/1.6 system-ui,sans-serif}main{max-width:720px;margin:auto;padding:20px 16px 48px}
h1{font-size:24px;margin:0}h2{font-size:19px;margin:32px 0 8px;padding-top:16px;border-top:1px solid #8886}h3{font-size:16px;margin:20px 0 4px}
.soft{opacity:.75;font-size:14px}dl{margin:0}dl div{display:grid;grid-template-columns:minmax(88px,30%) 1fr;gap:12px;padding:4px 0}dt{opacity:.75}
dd{margin:0;overflow-wrap:anywhere;white-space:pre-line}figure{margin:8px 0}img{max-width:100%;border-radius:8px}figcaption{font-size:14px;opacity:.75}`
