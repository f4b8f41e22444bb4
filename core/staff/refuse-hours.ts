import type { Shift } from '../booking/day-windows.ts'
import { refuse } from '../refusal.ts'

/** What can be wrong with hours that somebody typed; each has a text of its own with the right form. */
export type HoursProblem =
  | 'form'
  | 'overlap'
  | 'overnight'
  | 'overlap-days'
  | 'date'
  | 'past'
  | 'far'
  | 'too-many-dates'
  | 'too-many-windows'
  | 'zone'
  | 'limit'
  | 'year'
  | 'year-over'
  | 'too-short'
  | 'days'

/** `text`: the part that was not understood, cut to what a message can repeat; or the shifts that it is about, to be worded. */
export function refuseHours(why: HoursProblem, text: string, more: { shifts?: readonly Shift[]; minutes?: number } = {}): never {
  return refuse('hours-invalid', { text: text.slice(0, 60), why, ...more })
}
