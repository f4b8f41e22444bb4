import type postgres from 'postgres'
import type { Queries } from './schema.ts'

/**
 * A plain object as a jsonb parameter. The cast is sound because everything stored here is built from parsed JSON, strings,
 * numbers, booleans and nested plain objects; absent optional fields are dropped by JSON.stringify.
 */
export function jsonb(sql: Queries, value: unknown): postgres.Parameter {
  return sql.json(value as postgres.JSONValue)
}
