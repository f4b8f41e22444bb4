import { eq } from 'drizzle-orm'
import { observations } from '../../db/schema/draws.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { unseal } from '../vault/seal.ts'
import { readDraw } from './make.ts'
import { type Part, partsOf, valuesOf } from './parts.ts'

export interface NotedPart extends Part {
  value?: string
  note?: string
}

export const notePlace = (bookingId: string, part: string): string => `observations/${bookingId}/${part}`

/** The parts of a booking's checks, with what was noted at each. */
export async function readParts(ctx: Ctx, found: Case, bookingId: string): Promise<NotedPart[]> {
  const parts = partsOf(await readDraw(ctx, found, bookingId), found.scope)
  if (parts.length === 0) return []
  const key = openCaseKey(ctx, found)
  const rows = await ctx.db.select().from(observations).where(eq(observations.bookingId, bookingId))
  return parts.map(part => {
    const row = rows.find(row => row.part === part.key)
    const note = row?.note && unseal(key, row.note, notePlace(bookingId, part.key)).toString()
    return { ...part, ...(row ? { value: row.value } : {}), ...(note ? { note } : {}) }
  })
}

/** The first part that keeps the check from passing: not noted yet, or noted so that it cannot. */
export async function findObstacle(ctx: Ctx, found: Case, bookingId: string, check: string): Promise<NotedPart | undefined> {
  const parts = await readParts(ctx, found, bookingId)
  return parts.find(part => part.check === check && isObstacle(part))
}

const isObstacle = ({ kind, value }: NotedPart): boolean =>
  value === undefined || valuesOf(kind).some(one => one.value === value && one.blocks)
