import { defaultPolicy, type Policy } from '../policy.ts'

export type PolicyName = keyof Policy
export type PolicyUnit = 'seconds' | 'minutes' | 'hours' | 'days' | 'count' | 'percent' | 'yuan' | 'clock' | 'switch'

interface PolicyRule {
  /** under which heading it stands; `policy-group-<group>` in texts */
  group: 'times' | 'call' | 'verdict' | 'reviewers' | 'limits' | 'keeping'
  unit: PolicyUnit
  /** in the stored number, both included */
  least: number
  most: number
}

const rule = (group: PolicyRule['group'], unit: PolicyUnit, least: number, most: number): PolicyRule => ({
  group,
  unit,
  least,
  most,
})

/** Every setting of the policy: what its number counts, and between which bounds an admin may set it. */
export const policyRules: Readonly<Record<PolicyName, PolicyRule>> = {
  slotMinutes: rule('times', 'minutes', 5, 120),
  bufferMinutes: rule('times', 'minutes', 0, 60),
  retrySlotMinutes: rule('times', 'minutes', 5, 120),
  stepMinutes: rule('times', 'minutes', 5, 240),
  leadMinutes: rule('times', 'minutes', 0, 1440),
  horizonDays: rule('times', 'days', 1, 60),
  opensMinutesBefore: rule('call', 'minutes', 1, 60),
  nudgedAfterMinutes: rule('call', 'minutes', 1, 60),
  patienceMinutes: rule('call', 'minutes', 1, 10),
  missedAfterMinutes: rule('call', 'minutes', 2, 60),
  callLastsMinutes: rule('call', 'minutes', 15, 180),
  absenceSeconds: rule('call', 'seconds', 30, 600),
  readingSeconds: rule('call', 'seconds', 15, 300),
  codeLivesMinutes: rule('call', 'minutes', 1, 30),
  codeTries: rule('call', 'count', 1, 5),
  codesPerCall: rule('call', 'count', 1, 10),
  agendaAt: rule('times', 'clock', 0, 1439),
  verdictLapsesHours: rule('call', 'hours', 1, 168),
  verdictDueMinutes: rule('verdict', 'minutes', 1, 1440),
  confirmationDueMinutes: rule('verdict', 'minutes', 1, 1440),
  appealDueHours: rule('verdict', 'hours', 1, 720),
  appealPossibleDays: rule('verdict', 'days', 1, 90),
  conditionalLapsesDays: rule('verdict', 'days', 1, 90),
  fourEyesValueFen: rule('verdict', 'yuan', 0, 999_999_00),
  fourEyesSharePercent: rule('verdict', 'percent', 0, 100),
  blindReviewPercent: rule('verdict', 'percent', 0, 100),
  loadDays: rule('reviewers', 'days', 1, 365),
  replacedAfterMinutes: rule('reviewers', 'minutes', 1, 30),
  handedOverMinutes: rule('reviewers', 'minutes', 0, 1440),
  heldMinutes: rule('reviewers', 'minutes', 1, 120),
  calledMinutes: rule('reviewers', 'minutes', 1, 30),
  turnsKept: rule('reviewers', 'count', 0, 5),
  quietFromMinute: rule('times', 'clock', 0, 1439),
  quietUntilMinute: rule('times', 'clock', 0, 1439),
  attemptsThatCount: rule('limits', 'count', 1, 20),
  missesAllowed: rule('limits', 'count', 1, 20),
  draftLapsesDays: rule('limits', 'days', 2, 90),
  draftNudgedHours: rule('limits', 'hours', 1, 720),
  inviteAutomatically: rule('limits', 'switch', 0, 1),
  inviteDueHours: rule('limits', 'hours', 1, 720),
  invitedLapsesDays: rule('limits', 'days', 1, 90),
  orderValidDays: rule('limits', 'days', 1, 90),
  messagesPerMinute: rule('limits', 'count', 10, 1000),
  pressesPerMinute: rule('limits', 'count', 30, 5000),
  callsRecorded: rule('call', 'switch', 0, 1),
  picturesKeptDays: rule('keeping', 'days', 1, 3650),
  hashesKeptDays: rule('keeping', 'days', 1, 3650),
}

export const policyNames = Object.keys(policyRules) as PolicyName[]

/** `slotMinutes` as people write it: `slot-minutes`. */
export const spellSetting = (name: PolicyName): string => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

/** The setting meant; words may be joined by anything, in any case. */
export function findSetting(said: string): PolicyName | undefined {
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '')
  return policyNames.find(name => letters(name) === letters(said))
}

/** Which pairs must stay in order, the first below the second: a missed applicant is nudged before being missed. */
const ordered: readonly (readonly [PolicyName, PolicyName])[] = [
  ['nudgedAfterMinutes', 'missedAfterMinutes'],
  ['slotMinutes', 'callLastsMinutes'],
]

export type PolicyProblem = { problem: 'range' } | { problem: 'order'; other: PolicyName }

/** What is wrong with this value beside the others; null when nothing is. */
export function policyProblem(policy: Policy, name: PolicyName, value: number): PolicyProblem | null {
  const { least, most } = policyRules[name]
  if (!Number.isInteger(value) || value < least || value > most) return { problem: 'range' }
  const next = { ...policy, [name]: value }
  const broken = ordered.find(pair => pair.includes(name) && next[pair[0]] >= next[pair[1]])
  return broken ? { problem: 'order', other: broken[0] === name ? broken[1] : broken[0] } : null
}

/** The defaults with the desk's own values over them; what no longer fits a rule is left at its default. */
export const mergePolicy = (stored: unknown): Policy => ({ ...defaultPolicy, ...storedPolicy(stored) })

/** The desk's own values alone. */
function storedPolicy(stored: unknown): Partial<Policy> {
  const values = typeof stored === 'object' && stored !== null ? stored : {}
  const policy: Partial<Policy> = {}
  for (const [key, value] of Object.entries(values)) {
    const name = policyNames.find(one => one === key)
    if (name && typeof value === 'number' && value >= policyRules[name].least && value <= policyRules[name].most)
      policy[name] = value
  }
  return policy
}
