/**
 * The form as data: questions in their order, each of one step or several asked one after another. `ctx.form` holds the list in
 * force (the desk's own is `questions.ts`). The open step is the first that applies and has no confirmed answer, so a restart, an
 * edit, and a deploy that adds, removes or reorders questions need no special case.
 */
export interface Question {
  /** names it in the catalogues: `question-<key>` */
  key: string
  steps: readonly Step[]
  /** may be skipped; it has no number in the progress mark */
  optional?: true
}
export type Form = readonly Question[]

/** What has been answered so far, by field; undefined: nothing yet. A skipped question's answer is empty. */
export type Said = (field: string) => string | undefined

export type Step = StepBase &
  (
    | { kind: 'choice'; options: Options; free?: Limits }
    | { kind: 'text'; check: TextCheck; min: number; max: number }
    | { kind: 'photo'; file: 'card-front' | 'card-back' }
  )

interface StepBase {
  field: string
  /** its name in the catalogues (`ask-…`, `field-…`, `problem-…-…`, `option-…-…`); the field's own by default */
  words?: string
  /** asked only where this holds */
  when?: (said: Said) => boolean
  /** an order brings it, and the applicant cannot change it */
  ordered?: true
  /** an earlier application's answer is taken over, to be confirmed */
  carried?: true
  /** part of another step's answer, or a picture: not in the lists of answers */
  aside?: true
  /** the step whose answer holds this one's too: while that stands, this is not asked */
  within?: string
  /** answers that fall when this one changes */
  resets?: readonly string[]
}

/** What can be chosen: words of the catalogues, or things that are looked up. */
export type Options = readonly string[] | 'devices' | 'terms' | 'provinces' | 'cities' | 'districts'
/** Text that is none of the options is an answer too, within these lengths. */
export interface Limits {
  min: number
  max: number
  /** no button leads to it: typing is enough */
  quiet?: true
}
export type TextCheck = 'name' | 'documentNumber' | 'phone' | 'street' | 'words' | 'birthDate' | 'expiry'

/** Asked one by one after the questions. Only `data` is needed; the others may be declined. */
export const consentKinds = ['data', 'face', 'recording'] as const
export type ConsentKind = (typeof consentKinds)[number]
export const neededConsents: readonly ConsentKind[] = ['data']

/** Where the applicant stands. `number` and `total` count the questions that are not optional: the progress mark. */
export type Position =
  | { at: 'question'; question: Question; step: Step; number: number; total: number }
  | { at: 'consent'; consent: ConsentKind }
  | { at: 'summary' }

export interface Placed {
  question: Question
  step: Step
}

/** The steps that are to be asked, given what was said; in order. */
export function stepsOf(form: Form, said: Said): Placed[] {
  return form.flatMap(question => question.steps.filter(({ when }) => when?.(said) ?? true).map(step => ({ question, step })))
}

export function findStep(form: Form, field: string): Placed | undefined {
  return form.flatMap(question => question.steps.map(step => ({ question, step }))).find(({ step }) => step.field === field)
}

/** The first thing still missing. */
export function findPosition(
  form: Form,
  said: Said,
  confirmed: (field: string) => boolean,
  consented: ReadonlySet<string>,
): Position {
  const open = stepsOf(form, said).find(({ step }) => !isAnswered(step, said, confirmed))
  if (open) {
    const counted = form.filter(question => !question.optional)
    const until = form.slice(0, form.indexOf(open.question) + 1).filter(question => !question.optional)
    return { at: 'question', ...open, number: until.length, total: counted.length }
  }
  const consent = consentKinds.find(kind => !consented.has(kind))
  return consent ? { at: 'consent', consent } : { at: 'summary' }
}

/** How many questions that count are not answered whole. */
export function questionsLeft(form: Form, said: Said, confirmed: (field: string) => boolean): number {
  const open = stepsOf(form, said).filter(({ question, step }) => !question.optional && !isAnswered(step, said, confirmed))
  return new Set(open.map(({ question }) => question)).size
}

/** An address that was given whole, without its parts, need not be given in parts. */
function isAnswered({ field, within }: Step, said: Said, confirmed: (field: string) => boolean): boolean {
  return confirmed(field) || (within !== undefined && said(field) === undefined && confirmed(within))
}

export const wordsOf = (step: Step): string => step.words ?? step.field
