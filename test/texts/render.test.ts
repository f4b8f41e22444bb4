import { readdirSync, readFileSync } from 'node:fs'
import { FluentBundle } from '@fluent/bundle'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { MessageKind } from '../../core/message/kinds.ts'
import type { MessageView, Reader } from '../../core/message/view.ts'
import { caseStates, type Locale, locales, outcomes } from '../../db/values.ts'
import { parseHtml } from '../../sandbox/text/html.ts'
import { longestVerdict, now, readerOf, type Sample, samples } from '../../scripts/messages/samples.ts'
import type { Rendered } from '../../texts/cards/voice.ts'
import { zoneName } from '../../texts/format.ts'
import type { Button } from '../../texts/keyboard.ts'
import { encodePress } from '../../texts/press.ts'
import { renderMessage } from '../../texts/render.ts'
import { keysOf } from './catalogue-files.ts'

const zones = ['Asia/Shanghai', 'America/New_York', 'Asia/Kathmandu', 'UTC']
const readers: Reader[] = locales.flatMap(locale =>
  zones.flatMap(timeZone => [true, false].map(zoneKnown => ({ locale, timeZone, zoneKnown }))),
)
const visible = (html: string): string => parseHtml(html).text
const all = (rendered: Rendered): Button[] => rendered.buttons.flat()
const render = (sample: Sample, locale: Locale) => renderMessage(sample.view, readerOf(locale, sample), now)
const find = (title: string): Sample => {
  const sample = samples.find(one => one.title === title)
  if (!sample) throw new Error(`no sample "${title}"`)
  return sample
}

it('the samples cover every kind, state and outcome', () => {
  // what takes a code out of the chat again says nothing
  const kinds: Record<Exclude<MessageKind, 'spoken-code-over'>, true> = {
    'status-card': true,
    reminder: true,
    calendar: true,
    agenda: true,
    'reviewer-here': true,
    'spoken-code': true,
    'help-called': true,
    'call-handed': true,
    nudge: true,
    missed: true,
    'reviewer-changed': true,
    'running-over': true,
    'your-turn': true,
    'turn-passed': true,
    lapsed: true,
    'lapses-soon': true,
    'earlier-free': true,
    verdict: true,
    'other-device': true,
    'other-browser': true,
    'blind-asked': true,
    'blind-raised': true,
    'quality-picture': true,
    'devices-file': true,
    'review-booked': true,
    'review-cancelled': true,
    'review-reminder': true,
    'applicant-waiting': true,
    'on-hold': true,
    'evidence-file': true,
    'evidence-passphrase': true,
    'evidence-failed': true,
    receipt: true,
    'staff-added': true,
    'staff-changed': true,
    'staff-removed': true,
    'draft-waits': true,
    'again-open': true,
    slipped: true,
    'to-confirm': true,
    'appeal-made': true,
    'verdict-due': true,
    'verdict-returned': true,
    'verdict-overruled': true,
    'promise-slipped': true,
    'hours-changed': true,
    'hours-picture': true,
    'desk-days-changed': true,
    rehearsal: true,
    'wait-shortened': true,
    'stats-picture': true,
    'two-more-minutes': true,
    'to-invite': true,
    unattended: true,
    'reviewer-missed': true,
    'export-file': true,
    'export-passphrase': true,
    'export-failed': true,
    'bookings-paused': true,
    'desk-paused': true,
    'link-replaced': true,
    'review-link-replaced': true,
  }
  const views = samples.map(sample => sample.view)
  expect(new Set(views.map(view => view.kind))).toEqual(new Set(Object.keys(kinds)))
  expect(new Set(views.flatMap(view => (view.kind === 'status-card' ? [view.state] : [])))).toEqual(new Set(caseStates))
  expect(new Set(views.flatMap(view => (view.kind === 'verdict' ? [view.outcome] : [])))).toEqual(
    // an escalation is between colleagues
    new Set(outcomes.filter(outcome => outcome !== 'escalated')),
  )
})

describe.each(samples)('$title', sample => {
  it.each(readers)("keeps Telegram's limits and the desk's own for $locale, $timeZone, known: $zoneKnown", reader => {
    const rendered = renderMessage(sample.view, reader, now)
    const text = visible(rendered.html)
    expect(text.trim()).toBe(text)
    expect(text.length).toBeLessThanOrEqual(4096)
    // the caption of the week says what the picture shows
    if (sample.view.kind === 'hours-picture') expect(text.length).toBeLessThanOrEqual(1024)
    else if (sample.view.kind !== 'verdict' && sample.view.kind !== 'agenda') {
      const rows = text.split('\n')
      expect(rows.length).toBeLessThanOrEqual(4)
      expect(rows).not.toContain('')
    }
    for (const { label, press, url } of all(rendered)) {
      expect(label.length).toBeLessThanOrEqual(18)
      expect(label.match(/\p{Script=Han}/gu)?.length ?? 0).toBeLessThanOrEqual(8)
      expect(Boolean(press) !== Boolean(url)).toBe(true)
      if (press) expect(Buffer.byteLength(encodePress(press))).toBeLessThanOrEqual(64)
    }
  })

  it.each(readers)('G12: names the zone or leaves it to the client for $locale, $timeZone, known: $zoneKnown', reader => {
    const { html, buttons } = renderMessage(sample.view, reader, now)
    const zone = zoneName(reader.locale, reader.timeZone, now.toISOString())
    for (const [tag] of html.matchAll(/<tg-time.*?<\/tg-time>/g)) expect(tag).toContain(zone)
    const bare = html.replace(/<tg-time.*?<\/tg-time>/g, '')
    // working hours are no moments: they name the zone that they are in
    if (sample.view.kind === 'hours-changed') return expect(bare).toContain(sample.view.zone)
    if (sample.view.kind === 'hours-picture') return expect(bare).toContain(sample.view.week.zone)
    // a list of one day names its zone once, above
    if (sample.view.kind !== 'agenda') expect(bare).not.toMatch(/\d\d:\d\d/)
    const hasTimes = buttons.flat().some(button => /\d\d:\d\d/.test(button.label))
    if (hasTimes) expect(html).toContain(zone)
    if (reader.zoneKnown) return
    for (const { label } of buttons.flat()) if (/\d\d:\d\d/.test(label)) expect(label).toMatch(/ (?:北京时间|UTC[+\-\d:]*)$/)
  })

  it('keeps a space between Chinese and Latin or figures', () => {
    const text = visible(render(sample, 'zh-CN').html).replace(/\d{1,2}月\d{1,2}日/g, '')
    expect(text).not.toMatch(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u)
  })

  it('has the thing to do first; a personal link is neither previewed nor forwarded, nor is a passphrase', () => {
    const rendered = render(sample, 'en')
    const isOwnLink = all(rendered).some(button => /\/[cr]\/|#in=/.test(button.url ?? ''))
    expect(rendered.protect ?? false).toBe(
      isOwnLink || ['evidence-passphrase', 'export-passphrase', 'spoken-code'].includes(sample.view.kind),
    )
    if (all(rendered).some(button => button.url)) expect(rendered.quietLinks).toBe(true)
    const styled = all(rendered).findIndex(button => button.style)
    expect(styled).toBeLessThanOrEqual(0)
  })
})

it('the longest verdict fits in one message', () => {
  for (const reader of readers) expect(visible(renderMessage(longestVerdict, reader, now).html).length).toBeLessThanOrEqual(4096)
})

describe('what a button does', () => {
  const presses = (title: string) => all(render(find(title), 'en')).map(button => button.press?.verb ?? 'url')
  it.each([
    ['Card: draft', ['apply']],
    ['Card: invited', ['now', 'book', 'book', 'book', 'days', 'url']],
    ['Card: invited, nothing free', ['card', 'want-earlier']],
    ['Card: on hold, missed', []],
    ['Card: booked', ['url', 'move', 'cancel', 'want-earlier']],
    ['Card: booked, the link is open', ['url', 'move', 'cancel', 'want-earlier']],
    ['Card: booked, the time has come', ['url']],
    ['Card: in line', ['days', 'leave-line', 'url']],
    ['An earlier time is free', ['move-to', 'want-earlier']],
    ['A time is free', ['book', 'want-earlier']],
    ['Called up from the line', ['url']],
    ['Card: reviewing', ['url']],
    ['Card: approved', ['url']],
    ['Card: rejected, a date to wait for', ['appeal']],
    ['Card: conditional', ['accept', 'decline']],
    ['Card: confirming', []],
    ['Verdict: conditional, all three', ['accept', 'decline']],
    ['Verdict: rejected for good', ['appeal']],
    ['Verdict: appeal, the result stays', []],
    ['Staff: to confirm', ['url', 'confirm']],
    ['Staff: to confirm, escalated', ['url']],
    ['Card: rejected, the date has come', ['apply']],
    ['Card: rejected for good', []],
    ['Card: lapsed', ['apply']],
    ['Verdict: approved', ['url']],
    ['Verdict: repeat', ['card']],
    ['Verdict: repeat, attempts used up', []],
    ['Another device', ['device-yes', 'device-no']],
    ['Staff: review booked', ['url']],
    ['Staff: on hold, missed-too-often', ['case', 'queue']],
  ])('%s: %j', (title, verbs) => {
    expect(presses(title)).toEqual(verbs)
  })

  it('a time on a button is the time that it books', () => {
    const [, first] = all(render(find('Card: invited'), 'en'))
    expect(first).toMatchObject({ label: 'Today 17:20', press: { verb: 'book', code: 'M-7K3QXD', version: '4' } })
  })
})

/** Puts `evil` wherever a view carries free text. */
function poison(view: MessageView, evil: string): MessageView {
  const copy = structuredClone(view)
  if ('code' in copy) copy.code = evil
  if ('device' in copy && copy.device) copy.device = { zh: evil, en: evil }
  if ('hold' in copy && copy.hold) copy.hold = evil
  if (copy.kind === 'status-card' && copy.booking?.reviewerName) copy.booking.reviewerName = evil
  if (copy.kind === 'verdict') copy.reasons = copy.reasons.map(() => evil)
  return copy
}

it('G11: whatever is interpolated stands as text and cannot break the HTML', () => {
  const evil = fc.oneof(
    fc.constantFrom('<b>&"', '</b>', '<a href="x">', '&lt;', "<tg-time unix='1'>"),
    fc.string({ minLength: 1 }),
  )
  fc.assert(
    fc.property(fc.constantFrom(...samples), fc.constantFrom(...locales), evil, (sample, locale, text) => {
      const reader = readerOf(locale, sample)
      const harmless = parseHtml(renderMessage(poison(sample.view, '\u0001'), reader, now).html)
      const harmful = parseHtml(renderMessage(poison(sample.view, text), reader, now).html)
      expect(harmful.text).toBe(harmless.text.replaceAll('\u0001', () => text))
      expect(harmful.entities.map(entity => entity.type)).toEqual(harmless.entities.map(entity => entity.type))
    }),
  )
})

it('every message text is used by some message, and every one asked for exists', () => {
  const asked = new Set<string>()
  const original = FluentBundle.prototype.getMessage
  const spy = vi.spyOn(FluentBundle.prototype, 'getMessage').mockImplementation(function (this: FluentBundle, id: string) {
    asked.add(id)
    return original.call(this, id)
  })
  for (const sample of samples) for (const locale of locales) render(sample, locale)
  spy.mockRestore()
  const labels = /^(?:state|outcome|field|consent|file|flag)-/
  const all = [...keysOf('messages', 'en'), ...keysOf('verdict', 'en')]
  const written = all.filter(key => !key.includes('.') && !labels.test(key))
  expect(written.filter(key => !asked.has(key))).toEqual([])
})

it('no text is built in code: the render files hold keys, no words', () => {
  const folder = new URL('../../texts/cards/', import.meta.url)
  const paths = readdirSync(folder).map(name => new URL(name, folder))
  for (const path of [...paths, new URL('../render.ts', folder), new URL('../consents.ts', folder)]) {
    const code = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    expect(code).not.toMatch(/\p{Script=Han}/u)
    const literals = [...code.matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map(([, plain, template]) => plain ?? template ?? '')
    expect(literals.filter(text => /[A-Za-z] [A-Za-z]|[A-Z][a-z]+[.?,]|<\w/.test(text.replace(/\$\{[^}]*\}/g, '')))).toEqual([])
  }
})
