import type { Sql } from 'postgres'
import { mergePolicy } from '../core/desk/policy-rules.ts'
import { policyKey } from '../core/desk/read-policy.ts'
import type { Policy } from '../core/policy.ts'

export interface LivePolicy {
  /** always the same object: its numbers change when an admin changes one, in every process and thread */
  policy: Policy
  close(): Promise<void>
}

/** The policy from the database, kept up to date by a notification; what was missed while a connection was lost is read after it. */
export async function openPolicy(sql: Sql): Promise<LivePolicy> {
  const policy = mergePolicy(undefined)
  const load = async () => {
    const [row] = await sql<{ value: unknown }[]>`select value from settings where key = ${policyKey}`
    Object.assign(policy, mergePolicy(row?.value))
  }
  const changed = () => {
    load().catch(() => {})
  }
  const listening = await sql.listen(policyKey, changed, changed)
  await load()
  return { policy, close: () => listening.unlisten() }
}
