import { z } from 'zod'
import { blindEntries } from '../../db/schema/captures.ts'
import type { EntryField } from '../../db/values.ts'
import { readApplication } from '../application/answers.ts'
import { normaliseText } from '../application/normalise.ts'
import { appendAudit } from '../audit/append.ts'
import { commit, commitmentSalt } from '../audit/commitment.ts'
import { findOpenCall } from '../call/open-call.ts'
import { hadPicture } from '../call/picture.ts'
import { readCase } from '../case/load.ts'
import { keepFinding, lockReview } from '../check/record.ts'
import { checksFor } from '../check/rules.ts'
import { type Ctx, transact } from '../context.ts'
import { normaliseName, normaliseNumber } from '../lookup/normalise.ts'
import { refuse } from '../refusal.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { seal } from '../vault/seal.ts'
import { type Card, endLength, endOf, entryPlace, findEntry, triesAllowed } from './entry.ts'
import { isSameName } from './same-name.ts'

const check = 'card-data'

export const entryInput = z.object({ number: z.string().max(60), name: z.string().max(100) })

export interface Entered {
  matched: boolean
  differs: EntryField[]
  triesLeft: number
}

/**
 * Compares what the assigned reviewer typed from the card on camera with the application, which that reviewer has not seen: the last six
 * characters of the number, and the name. The answer has one shape whatever was typed. A match, or a second difference, settles it: the
 * check gets its result (`failed` with ID_DATA_DIFFER is a suggestion that the reviewer may change, with a note), and the
 * application's own values are shown. Input that cannot be one is refused as `answer-invalid` and uses no try up.
 */
export async function enterFromCard(ctx: Ctx, input: z.input<typeof entryInput> & { code: string }): Promise<Entered> {
  const raw = entryInput.parse(input)
  return transact(ctx, async ctx => {
    const { id: caseId } = await readCase(ctx, { code: input.code })
    const { found, booking, staffId: reviewerId } = await lockReview(ctx, caseId)
    if (!checksFor(found.scope).some(({ key }) => key === check)) return refuse('not-found', { what: 'check' })
    if (!(await findOpenCall(ctx, booking.id))) return refuse('not-met', {})
    if (!(await hadPicture(ctx, booking.id))) return refuse('no-picture', {})
    const place = { bookingId: booking.id, reviewerId }
    const before = await findEntry(ctx, place)
    if (before?.settledAt) return refuse('stale', {})
    const typed = readTyped(raw)
    const { said } = await readApplication(ctx, found)
    const differs = compare(typed, { number: said('documentNumber') ?? '', name: said('name') ?? '' })
    const tries = (before?.tries ?? 0) + 1
    const matched = differs.length === 0
    const settledAt = matched || tries >= triesAllowed ? ctx.now() : null
    const sealed = seal(openCaseKey(ctx, found), Buffer.from(JSON.stringify(typed)), entryPlace(place), ctx.random)
    const row = { tries, differs, typed: sealed, settledAt }
    await ctx.db
      .insert(blindEntries)
      .values({ ...place, ...row })
      .onConflictDoUpdate({ target: [blindEntries.bookingId, blindEntries.reviewerId], set: row })
    const salt = commitmentSalt(ctx, found)
    const committed = { number: commit(salt, 'entry/number', typed.number), name: commit(salt, 'entry/name', typed.name) }
    await appendAudit(ctx, caseId, 'entry.compared', { booking: booking.id, try: tries, differs, ...committed })
    if (settledAt) {
      const result = matched ? ({ result: 'passed' } as const) : ({ result: 'failed', reason: 'ID_DATA_DIFFER' } as const)
      await keepFinding(ctx, { found, booking, staffId: reviewerId }, { check, ...result })
    }
    return { matched, differs, triesLeft: settledAt ? 0 : triesAllowed - tries }
  })
}

/** As it is kept and compared; refused where it cannot be the end of a number, or a name. */
function readTyped({ number, name }: z.output<typeof entryInput>): Card {
  // the multiplication sign and the Cyrillic letter look like the X that some numbers end in
  const end = normaliseNumber(number.replace(/[×Хх]/gu, 'X'))
  if (end.length !== endLength) return refuse('answer-invalid', { field: 'number', problem: 'six' })
  if (normaliseName(name) === '') return refuse('answer-invalid', { field: 'name', problem: 'empty' })
  return { number: end, name: normaliseText(name) }
}

function compare(typed: Card, stated: Card): EntryField[] {
  return [
    ...(endOf(stated.number) === typed.number ? [] : (['number'] as const)),
    ...(isSameName(stated.name, typed.name) ? [] : (['name'] as const)),
  ]
}
