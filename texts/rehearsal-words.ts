import type { MeasuredPart } from '../core/rehearsal/read.ts'
import type { Speaker } from './fluent.ts'

/** What a rehearsal found, part by part in the order of the page, with the figures as the applicant's browser measured them; empty: there are none. */
export function wordRehearsal({ plain }: Speaker, parts: readonly MeasuredPart[]) {
  return parts.map(({ part, ok, advice, figures }) => {
    const measured = 'problem' in figures || part === 'speaker' ? '' : plain(`rehearsal-measured-${part}`, rounded(figures))
    return { part, label: plain(`rehearsal-part-${part}`), ok, measured, ...(advice ? { advice } : {}) }
  })
}

const rounded = (figures: Record<string, number | string>) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, typeof value === 'number' ? Math.round(value) : value]),
  )
