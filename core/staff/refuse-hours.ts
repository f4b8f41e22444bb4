import { refuse } from '../refusal.ts'

/** What can be wrong with hours that somebody typed; each has a text of its own with the right form. */
export type HoursProblem =
  | 'form'
  | 'overlap'
  | 'date'
  | 'past'
  | 'far'
  | 'too-many-dates'
  | 'too-many-windows'
  | 'zone'
  | 'limit'
  | 'year'
  | 'days'

/** `text`: the part that was not understood, cut to what a message can repeat. */
export function refuseHours(why: HoursProblem, text: string): never {
  return refuse('hours-invalid', { text: text.slice(0, 60), why })
}
