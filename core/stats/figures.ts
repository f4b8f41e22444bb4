import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'

/**
 * Counts by key. A key is a name with its parts between dots; the figures of two stretches of time are added key by key. Waits are kept
 * as how many took how many minutes, so that a middle over many days is exact and needs no row of theirs.
 */
export type Figures = Record<string, number>

export interface Span {
  from: Date
  until: Date
}

/** Waits for a call are counted in steps of so many minutes. */
export const callStepMinutes = 10

/**
 * What happened from `from` to just before `until`, each thing by the moment at which it happened: an application that was handed in
 * on Monday and decided on Tuesday counts as handed in on Monday and as decided on Tuesday. Nothing is opened: only rows are counted.
 */
export async function readFigures(ctx: Ctx, { from, until }: Span): Promise<Figures> {
  const within = (moment: SQL) =>
    sql`${moment} >= ${from.toISOString()}::timestamptz and ${moment} < ${until.toISOString()}::timestamptz`
  const rows = await ctx.db.execute<{ key: string; count: number }>(sql`
    with ended as materialized (
      select b.id, b.case_id, b.reviewer_id, b.starts_at, b.status from bookings b
      where b.ended_at is not null and ${within(sql`b.ended_at`)}
    ), told as materialized (
      select v.id, v.booking_id, v.reviewer_id, v.outcome, v.reasons, v.at, v.checker_id, v.overrules, v.appeal_id from verdicts v
      where v.status = 'final' and ${within(sql`coalesce(v.checked_at, v.at)`)}
    ), talks as materialized (
      select e.id, min(k.met_at) as met_at from ended e join calls k on k.booking_id = e.id where e.status = 'attended' group by e.id
    ), judged as materialized (
      select t.reviewer_id, greatest(0, floor(extract(epoch from t.at - max(k.ended_at)) / 60))::int as minutes
      from told t join calls k on k.booking_id = t.booking_id
      where t.overrules is null and t.appeal_id is null group by t.id, t.reviewer_id, t.at
    )
    select 'state.' || state as key, count(distinct case_code)::int as count from events where ${within(sql`at`)} group by 1
    union all select 'ended.' || status, count(*)::int from ended group by 1
    union all select 'outcome.' || outcome, count(*)::int from told group by 1
    union all select 'reason.' || reason, count(*)::int from told, unnest(reasons) reason group by 1
    union all select 'second.' || (case when overrules is null then 'agreed' else 'overruled' end), count(*)::int
      from told where checker_id is not null or overrules is not null group by 1
    union all select 'wait.call.' || greatest(0, floor(extract(epoch from e.starts_at - c.submitted_at) / ${60 * callStepMinutes}))::int
        * ${callStepMinutes}::int, count(*)::int
      from ended e join cases c on c.id = e.case_id where e.status = 'attended' and c.submitted_at is not null group by 1
    union all select 'wait.start.' || greatest(0, floor(extract(epoch from t.met_at - e.starts_at) / 60))::int, count(*)::int
      from talks t join ended e on e.id = t.id where t.met_at is not null group by 1
    union all select 'wait.verdict.' || minutes, count(*)::int from judged where minutes is not null group by 1
    union all select 'by.' || reviewer_id || '.' || status, count(*)::int from ended
      where status in ('attended', 'missed-by-reviewer') group by 1
    union all select 'by.' || reviewer_id || '.told', count(*)::int from told group by 1
    union all select 'by.' || reviewer_id || '.passed', count(*)::int from told where outcome in ('approved', 'conditional') group by 1
    union all select 'by.' || reviewer_id || '.wait.' || minutes, count(*)::int from judged where minutes is not null group by 1`)
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]))
}

/** The figures of several stretches as those of one. */
export function addUp(all: readonly Figures[]): Figures {
  const sum: Figures = {}
  for (const figures of all) for (const [key, count] of Object.entries(figures)) sum[key] = (sum[key] ?? 0) + count
  return sum
}
