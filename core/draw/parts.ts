import type { Scope } from '../../db/values.ts'
import { findQuestion, topics } from '../question/bank.ts'
import type { Drawn } from './draw.ts'

/** What can be noted at a part, and what that says about its check: passed, a reason to fail it, or nothing by itself. */
export interface PartValue {
  value: string
  suggests?: 'passed' | string
  /** the check cannot pass with it: a second person may see it otherwise */
  blocks?: true
  /** set by the system alone, from what was typed */
  bySystem?: true
}

const passed = (value: string): PartValue => ({ value, suggests: 'passed' })
const open = (value: string): PartValue => ({ value })
const fails = (value: string, suggests: string): PartValue => ({ value, suggests })
const blocked = (value: string, suggests: string): PartValue => ({ value, suggests, blocks: true })

/** The kinds of parts; the words are `part-<kind>` and `part-<kind>-<value>` in texts. */
export const partKinds = {
  feature: [passed('seen'), open('unclear'), blocked('missing', 'ID_NOT_ORIGINAL')],
  code: [
    { value: 'right', suggests: 'passed', bySystem: true },
    { value: 'wrong', suggests: 'LIVE_CODE_FAILED', blocks: true, bySystem: true },
    blocked('not-reached', 'TECH_DEVICE'),
  ],
  movement: [passed('done'), blocked('not-done', 'LIVE_NOT_LIVE'), blocked('not-reached', 'TECH_DEVICE')],
  place: [
    ...['home', 'dormitory', 'office'].map(passed),
    ...['vehicle', 'outdoors', 'other'].map(open),
    ...['shop', 'warehouse'].map(value => fails(value, 'ENV_TRADING_PLACE')),
  ],
  people: [...['none', 'passing'].map(passed), fails('present', 'ENV_NOT_ALONE'), blocked('prompting', 'LIVE_PROMPTED')],
  prompting: [
    passed('none'),
    open('looks-aside'),
    ...['earphones', 'reading'].map(value => fails(value, 'LIVE_PROMPTED')),
    blocked('voice', 'LIVE_PROMPTED'),
  ],
  stock: [...['none', 'own'].map(passed), fails('boxed', 'ENV_STOCK'), fails('parcels', 'ENV_STOCK')],
  light: [...['good', 'fair'].map(passed), blocked('dark', 'ENV_TOO_DARK')],
  sound: [...['good', 'fair'].map(passed), blocked('loud', 'ENV_TOO_LOUD')],
  question: [passed('consistent'), fails('evasive', 'PURPOSE_UNCLEAR'), fails('contradicts', 'PURPOSE_CONTRADICTS')],
} as const satisfies Record<string, readonly PartValue[]>
export type PartKind = keyof typeof partKinds

export const valuesOf = (kind: PartKind): readonly PartValue[] => partKinds[kind]

/** One thing to note at a check. */
export interface Part {
  /** such as `question.why-this-one`, `place` */
  key: string
  kind: PartKind
  /** a feature, a movement, a question */
  detail?: string
  check: string
  step: Scope
  /** as it comes in the call */
  order: number
}

type Listed = Omit<Part, 'order'>

const environment: readonly [PartKind, string][] = [
  ['place', 'place'],
  ['people', 'alone'],
  ['prompting', 'alone'],
  ['stock', 'no-stock'],
  ['light', 'light-sound'],
  ['sound', 'light-sound'],
]

/** Everything that is to be noted in a call of this scope, in order. Without a draw (an older call) there is nothing. */
export function partsOf(drawn: Drawn | undefined, scope: readonly Scope[]): Part[] {
  if (!drawn) return []
  const all: Listed[] = [
    ...drawn.features.map(
      (detail): Listed => ({
        key: `feature.${detail}`,
        kind: 'feature',
        detail,
        check: 'card-original',
        step: 'identity',
      }),
    ),
    { key: 'code', kind: 'code', check: 'live-movement', step: 'identity' },
    { key: 'movement', kind: 'movement', detail: drawn.movement, check: 'live-movement', step: 'identity' },
    ...environment.map(([kind, check]): Listed => ({ key: kind, kind, check, step: 'environment' })),
    ...drawn.questions.flatMap((detail): Listed[] => {
      const topic = findQuestion(detail)?.topic
      return topic ? [{ key: `question.${detail}`, kind: 'question', detail, check: topics[topic].check, step: 'questions' }] : []
    }),
  ]
  return all.filter(part => scope.includes(part.step)).map((part, order) => ({ ...part, order }))
}
