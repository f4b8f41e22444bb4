export interface Busy {
  from: number
  until: number
}

/** Somebody's turn: when it can begin, in epoch ms, and with which of the reviewers. */
export interface Turn {
  start: number
  reviewer: number
}

/**
 * When each of the next people in line can begin, in epoch ms: the first gap of `length` among the reviewers' busy spans, each turn
 * filling the gap that it takes. One entry a person; none without a reviewer.
 */
export function turnsAhead(now: number, reviewers: readonly (readonly Busy[])[], people: number, length: number): number[] {
  return planTurns(now, reviewers, people, length).map(({ start }) => start)
}

/** The same, with whom. */
export function planTurns(now: number, reviewers: readonly (readonly Busy[])[], people: number, length: number): Turn[] {
  const plans = reviewers.map(spans => spans.filter(span => span.until > now).sort((a, b) => a.from - b.from))
  return plans.length === 0 ? [] : Array.from({ length: people }, () => takeGap(now, plans, length))
}

function takeGap(now: number, plans: Busy[][], length: number): Turn {
  const gaps = plans.map(plan => firstGap(now, plan, length))
  const start = Math.min(...gaps)
  const reviewer = gaps.indexOf(start)
  const plan = plans[reviewer]
  plan?.push({ from: start, until: start + length })
  plan?.sort((a, b) => a.from - b.from)
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
