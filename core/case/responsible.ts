import { sql } from 'drizzle-orm'
import type { CaseState } from '../../db/values.ts'
import type { Ctx } from '../context.ts'

/** Who has the next move in a case; nobody: a second person is still to be found. */
export type Responsible = { kind: 'applicant' | 'admins' | 'nobody' } | { kind: 'member'; name: string }

type Known = { id: string; state: CaseState; hold: string | null }

interface Row extends Record<string, unknown> {
  id: string
  reviewer: string | null
  second: string | null
  appeal: string | null
}

/** Of these cases, by id: whoever is on hold waits for the admins, a booked one has its reviewer, a second look whoever was asked. */
export async function responsibleFor(ctx: Ctx, cases: readonly Known[]): Promise<Map<string, Responsible>> {
  if (cases.length === 0) return new Map()
  const ids = sql.join(
    cases.map(({ id }) => sql`${id}::uuid`),
    sql`, `,
  )
  const rows = await ctx.db.execute<Row>(sql`
    select c.id, reviewer.name as reviewer, second.name as second, appealed.name as appeal
    from unnest(array[${ids}]) as c(id)
    left join lateral (select reviewer_id from bookings where case_id = c.id and status in ('active', 'attended')
      order by starts_at desc limit 1) b on true
    left join staff reviewer on reviewer.id = b.reviewer_id
    left join verdicts v on v.case_id = c.id and v.status = 'pending'
    left join staff second on second.id = v.assigned_id
    left join appeals a on a.case_id = c.id and a.decided_at is null
    left join staff appealed on appealed.id = a.assigned_id`)
  const known = new Map(rows.map(row => [row.id, row]))
  return new Map(cases.map(one => [one.id, whoMoves(one, known.get(one.id))]))
}

function whoMoves({ state, hold }: Known, row: Row | undefined): Responsible {
  if (hold !== null || state === 'submitted') return { kind: 'admins' }
  if (state === 'booked' || state === 'reviewing') return member(row?.reviewer)
  if (state === 'confirming') return member(row?.second)
  return state === 'appealed' ? member(row?.appeal) : { kind: 'applicant' }
}

const member = (name: string | null | undefined): Responsible => (name ? { kind: 'member', name } : { kind: 'nobody' })
