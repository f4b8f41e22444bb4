/** The form as data: one question a step, in this order. The current step is the first that has no confirmed answer. */
export const textFields = ['name', 'documentNumber', 'phone', 'address', 'purpose', 'usePlan'] as const
export type TextField = (typeof textFields)[number]
export type Field = 'device' | 'term' | TextField | 'cardPhoto'

export type Step =
  | { field: 'device' | 'term'; kind: 'choice' }
  | { field: TextField; kind: 'text' }
  | { field: 'cardPhoto'; kind: 'photo' }

export const steps: readonly Step[] = [
  { field: 'device', kind: 'choice' },
  { field: 'term', kind: 'choice' },
  { field: 'name', kind: 'text' },
  { field: 'documentNumber', kind: 'text' },
  { field: 'phone', kind: 'text' },
  { field: 'address', kind: 'text' },
  { field: 'purpose', kind: 'text' },
  { field: 'usePlan', kind: 'text' },
  { field: 'cardPhoto', kind: 'photo' },
]

/** What an order brings and an applicant therefore cannot change. */
export const lockedByOrder: readonly Field[] = ['device', 'term']

/** Asked one by one after the questions. Only `data` is needed; the others may be declined. */
export const consentKinds = ['data', 'face', 'recording'] as const
export type ConsentKind = (typeof consentKinds)[number]
export const neededConsents: readonly ConsentKind[] = ['data']

/** Where the applicant stands. `number` and `total` count questions: the progress mark. */
export type Position =
  | { at: 'question'; step: Step; number: number; total: number }
  | { at: 'consent'; consent: ConsentKind }
  | { at: 'summary' }

/** The first thing still missing. A restart, an edit or a change of the steps needs no special case. */
export function findPosition(confirmed: ReadonlySet<string>, consented: ReadonlySet<string>): Position {
  const index = steps.findIndex(step => !confirmed.has(step.field))
  const step = steps[index]
  if (step) return { at: 'question', step, number: index + 1, total: steps.length }
  const consent = consentKinds.find(kind => !consented.has(kind))
  return consent ? { at: 'consent', consent } : { at: 'summary' }
}
