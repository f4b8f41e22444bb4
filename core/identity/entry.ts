import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { blindEntries } from '../../db/schema/captures.ts'
import type { EntryField } from '../../db/values.ts'
import type { Said } from '../application/steps.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { normaliseNumber } from '../lookup/normalise.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { unseal } from '../vault/seal.ts'

type Row = typeof blindEntries.$inferSelect

export const triesAllowed = 2

/** What was typed from the card, as staff may read it: the words themselves only once they hide nothing any more. */
export interface Entry {
  tries: number
  triesLeft: number
  differs: EntryField[]
  settled: boolean
  typed?: Card
  /** where it differed: what the application says of the same */
  application?: Card
}

/** The end of the number, and the name. */
export type Card = Record<EntryField, string>

/** Enough that nobody guesses them in two tries, and no more than has to be read aloud or leaned forward for. */
export const endLength = 6
export const endOf = (number: string): string => normaliseNumber(number).slice(-endLength)

interface Place {
  bookingId: string
  reviewerId: string
}

export const entryPlace = ({ bookingId, reviewerId }: Place): string => `blind_entries/${bookingId}/${reviewerId}`

export async function findEntry(ctx: Ctx, { bookingId, reviewerId }: Place): Promise<Row | undefined> {
  const [row] = await ctx.db
    .select()
    .from(blindEntries)
    .where(and(eq(blindEntries.bookingId, bookingId), eq(blindEntries.reviewerId, reviewerId)))
  return row
}

const typedValue = z.object({ number: z.string(), name: z.string() })

/** The entry of a booking's reviewer, opened, beside what the application says. */
export async function readEntry(ctx: Ctx, found: Case, place: Place, said: Said): Promise<Entry | undefined> {
  const row = await findEntry(ctx, place)
  if (!row) return undefined
  const { tries, differs, settledAt } = row
  const settled = settledAt !== null
  const entry = { tries, triesLeft: settled ? 0 : triesAllowed - tries, differs, settled }
  if (!settled) return entry
  const typed = typedValue.parse(JSON.parse(unseal(openCaseKey(ctx, found), row.typed, entryPlace(place)).toString()))
  if (differs.length === 0) return { ...entry, typed }
  return { ...entry, typed, application: { number: endOf(said('documentNumber') ?? ''), name: said('name') ?? '' } }
}
