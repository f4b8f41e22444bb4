import type { MessageView } from '../../core/message/view.ts'
import type { ReviewerFigures, Stats } from '../../core/stats/read-stats.ts'
import type { Wait } from '../../core/stats/waits.ts'
import { reasonTitle } from './verdict.ts'
import type { Rendered, Voice } from './voice.ts'
import { lines } from './voice.ts'

/** Who is named one by one, and which reasons: the rest is counted. */
const mostReviewers = 8
const mostReasons = 5

/** The figures in words: everything that the picture shows. `voice` speaks on the office's clock, whose dates they are. */
export function statsText(voice: Voice, stats: Stats): string {
  const { funnel, withdrawn, lapsed, attendance, outcomes, seconds } = stats
  const parts = [
    statsHeading(voice, stats),
    lines(voice.html('stats-funnel', { ...funnel }), voice.html('stats-gone', { withdrawn, lapsed })),
    callLines(voice, attendance),
    lines(voice.html('stats-verdicts', numbered(outcomes)), voice.html('stats-seconds', { ...seconds })),
    reasonLines(voice, stats),
    waitLines(voice, stats),
    reviewerLines(voice, stats.reviewers),
    dayLines(voice, stats),
  ]
  return parts.filter(part => part !== undefined).join('\n\n')
}

/** What went as it should is always said; what went wrong only where it did. */
function callLines(voice: Voice, attendance: Stats['attendance']): string {
  const shown = Object.entries(attendance).filter(([status, count]) => status === 'attended' || count > 0)
  return lines(voice.html('stats-calls'), ...shown.map(([status, count]) => voice.html(`stats-${status}`, { count })))
}

/** Fluent names hold no hyphen that the catalogue would have to repeat: `rejected-for-good` is `forGood`. */
const numbered = ({ approved, conditional, retry, rejected, 'rejected-for-good': forGood }: Stats['outcomes']) => ({
  approved,
  conditional,
  retry,
  rejected,
  forGood,
})

/** `Figures of the last 7 days`, which dates these are, on whose clock. */
function statsHeading(voice: Voice, { period, dates, at }: Stats): string {
  const [first = '', last = ''] = [dates[0], dates.at(-1)]
  const shown =
    first === last ? voice.date(first) : voice.label('stats-dates', { first: voice.date(first), last: voice.date(last) })
  return voice.html('stats', { period: voice.label(`stats-${period}`), dates: shown, zone: voice.zone(at) })
}

function reasonLines(voice: Voice, { reasons }: Stats): string | undefined {
  if (reasons.length === 0) return undefined
  const shown = reasons
    .slice(0, mostReasons)
    .map(({ reason, count }) => voice.html('stats-reason', { reason: reasonTitle(voice, reason), count }))
  const more = reasons.slice(mostReasons).reduce((sum, { count }) => sum + count, 0)
  return lines(voice.html('stats-reasons'), ...shown, more > 0 ? voice.html('stats-reasons-more', { count: more }) : undefined)
}

function waitLines(voice: Voice, { waits }: Stats): string | undefined {
  const shown = (['call', 'start', 'verdict'] as const).flatMap(kind => {
    const wait = waits[kind]
    return wait ? [voice.html(`stats-wait-${kind}`, spans(voice, wait))] : []
  })
  return shown.length === 0 ? undefined : lines(voice.html('stats-waits'), ...shown)
}

const spans = (voice: Voice, { median, ninth }: Wait) => ({ median: spanText(voice, median), ninth: spanText(voice, ninth) })

/** Minutes as people say them, rounded up: nobody is promised less than it was. */
function spanText(voice: Voice, minutes: number): string {
  if (minutes < 120) return voice.label('stats-minutes', { count: minutes })
  if (minutes < 48 * 60) return voice.label('stats-hours', { count: Math.ceil(minutes / 60) })
  return voice.label('stats-days', { count: Math.ceil(minutes / 1440) })
}

function reviewerLines(voice: Voice, reviewers: readonly ReviewerFigures[]): string | undefined {
  if (reviewers.length === 0) return undefined
  const shown = reviewers
    .slice(0, mostReviewers)
    .map(({ name, calls, missed, verdicts, passed, verdictWait }) =>
      lines(
        voice.html('stats-reviewer', { name, calls, verdicts, passed }),
        verdictWait && voice.html('stats-reviewer-wait', spans(voice, verdictWait)),
        missed > 0 ? voice.html('stats-reviewer-missed', { count: missed }) : undefined,
      ),
    )
  const more = reviewers.length - mostReviewers
  return lines(
    voice.html('stats-reviewers'),
    ...shown,
    more > 0 ? voice.html('stats-reviewers-more', { count: more }) : undefined,
  )
}

/** The dates one by one, folded up. */
function dayLines(voice: Voice, { daily }: Stats): string | undefined {
  if (daily.length < 2) return undefined
  const days = daily.map(({ date, ...counts }) => voice.html('stats-day', { date: voice.date(date), ...counts }))
  return voice.html('stats-by-day', { days: { html: days.join('\n') } })
}

export function renderStatsPicture(voice: Voice, { stats }: Extract<MessageView, { kind: 'stats-picture' }>): Rendered {
  const html = lines(statsHeading(voice, stats), voice.html('stats-in-words', { command: `/stats ${stats.period}` }))
  return { html, buttons: [], silent: true }
}
