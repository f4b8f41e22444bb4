import { type PartResult, type RehearsalPart, rehearsalParts } from '../db/values.ts'
import type { Speaker } from './fluent.ts'

export interface RehearsalPartWords {
  part: RehearsalPart
  label: string
  ok: boolean
  /** the figures in words; empty where there are none */
  measured: string
  advice?: string
}

/** What a rehearsal found, part by part in the order of the page, with the figures as the applicant's browser measured them. */
export function wordRehearsal({ plain }: Speaker, results: Partial<Record<RehearsalPart, PartResult>>): RehearsalPartWords[] {
  return rehearsalParts.flatMap(part => {
    const result = results[part]
    if (!result) return []
    const { ok, advice, figures } = result
    const measured = 'problem' in figures || part === 'speaker' ? '' : plain(`rehearsal-measured-${part}`, rounded(figures))
    return [{ part, label: plain(`rehearsal-part-${part}`), ok, measured, ...(advice ? { advice } : {}) }]
  })
}

const rounded = (figures: Record<string, number | string>) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, typeof value === 'number' ? Math.round(value) : value]),
  )
