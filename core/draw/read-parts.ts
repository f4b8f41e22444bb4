import { eq } from 'drizzle-orm'
import { observations } from '../../db/schema/draws.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { unseal } from '../vault/seal.ts'
import { readDraw } from './make.ts'
import { type Part, partsOf } from './parts.ts'

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
