export interface Busy {
  from: number
  until: number
}

/** Somebody's turn: when it can begin, in epoch ms, and with which of the reviewers. */
export interface Turn {
  start: number
  reviewer: number
}

/** A reviewer, as the line sees them. */
export interface Taker {
  busy: readonly Busy[]
  /** how many calls they may have yet */
  left: number
}

/**
 * When each of the next people in line can begin, in epoch ms: the first gap of `length` among the reviewers' busy spans, each turn
 * filling the gap that it takes. One entry a person; none without a reviewer.
 */
export function turnsAhead(now: number, reviewers: readonly (readonly Busy[])[], people: number, length: number): number[] {
  const takers = reviewers.map(busy => ({ busy, left: Number.POSITIVE_INFINITY }))
  const anybody = Array.from({ length: people }, () => () => true)
  return planTurns(now, takers, anybody, length).flatMap(turn => turn?.start ?? [])
}

/** The same, with whom, for people of whom each may have some of the reviewers; undefined for whom nobody has a turn. */
export function planTurns(
  now: number,
  takers: readonly Taker[],
  people: readonly ((reviewer: number) => boolean)[],
  length: number,
): (Turn | undefined)[] {
  const plans = takers.map(({ busy, left }) => ({ left, spans: busy.filter(span => span.until > now).sort(byStart) }))
  return people.map(may => takeGap(now, plans, may, length))
}

interface Plan {
  left: number
  spans: Busy[]
}

const byStart = (a: Busy, b: Busy) => a.from - b.from

function takeGap(now: number, plans: Plan[], may: (reviewer: number) => boolean, length: number): Turn | undefined {
  const gaps = plans.map((plan, index) =>
    plan.left > 0 && may(index) ? firstGap(now, plan.spans, length) : Number.POSITIVE_INFINITY,
  )
  const start = Math.min(...gaps)
  const reviewer = gaps.indexOf(start)
  const plan = plans[reviewer]
  if (!plan || start === Number.POSITIVE_INFINITY) return undefined
  plan.left--
  plan.spans.push({ from: start, until: start + length })
  plan.spans.sort(byStart)
  return { start, reviewer }
}

function firstGap(now: number, plan: readonly Busy[], length: number): number {
  let start = now
  for (const span of plan) {
    if (start + length <= span.from) break
    start = Math.max(start, span.until)
  }
  return start
}
