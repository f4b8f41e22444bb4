import type postgres from 'postgres'
import type { Queries } from './schema.ts'

/**
 * A plain object as a jsonb parameter. The cast is sound because everything stored here is built from parsed JSON, strings,
 * numbers, booleans and nested plain objects; absent optional fields are dropped by JSON.stringify. NUL characters are dropped, as
 * Telegram does, since PostgreSQL's jsonb cannot hold them.
 */
export function jsonb(sql: Queries, value: unknown): postgres.Parameter {
  return sql.json(withoutNul(value) as postgres.JSONValue)
}

function withoutNul(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, part) => (typeof part === 'string' ? part.replaceAll('\0', '') : part))
}
