import { createInterface } from 'node:readline'
import { sql } from 'drizzle-orm'
import { bookTime } from '../../core/booking/book.ts'
import { cancelBooking } from '../../core/booking/cancel.ts'
import { moveBooking } from '../../core/booking/move.ts'
import type { Ctx } from '../../core/context.ts'
import { describeError } from '../../core/database-errors.ts'
import { moveLine } from '../../core/queue/call-up.ts'
import { startNow } from '../../core/queue/start-now.ts'
import { Refusal, refuse } from '../../core/refusal.ts'
import { type DeskSettings, openDesk } from '../../start/desk.ts'
import type { Round, Tap, Tapped } from './tapping.ts'

/** A desk of its own on the database of the first argument. Each line it reads is a round of taps, made all at once; it answers with what came of them. */
const settings: DeskSettings = JSON.parse(process.argv[2] ?? '{}')
const quiet = { info() {}, warn() {}, error() {} }
const desk = await openDesk(settings, quiet)

type Verb<K extends Tap['verb']> = (ctx: Ctx, tap: Extract<Tap, { verb: K }>) => Promise<unknown>

const verbs: { [K in Tap['verb']]: Verb<K> } = {
  book: (ctx, { caseId, startsAt }) => bookTime(ctx, { caseId, startsAt: new Date(startsAt) }),
  move: (ctx, { caseId, startsAt }) => moveBooking(ctx, { caseId, startsAt: new Date(startsAt) }),
  cancel: (ctx, { caseId, version }) => cancelBooking(ctx, { caseId, version }),
  now: (ctx, { caseId }) => startNow(ctx, { caseId }),
  'move-line': ctx => moveLine(ctx),
  bare: async ({ db }, { reviewerId, startsAt }) => {
    const taken = await db.execute(sql`
      insert into bare_times (id, reviewer_id, starts_at, blocked_until)
      values (gen_random_uuid(), ${reviewerId}, ${startsAt}::timestamptz, ${startsAt}::timestamptz + interval '20 minutes')
      on conflict do nothing returning id`)
    if (taken.length === 0) refuse('slot-taken', {})
  },
}

async function make(tap: Tap, at: string): Promise<Tapped> {
  const actor: Ctx['actor'] = 'personId' in tap ? { kind: 'applicant', personId: tap.personId } : { kind: 'job', name: 'tapping' }
  const ctx: Ctx = { ...desk.ctx, actor, now: () => new Date(at) }
  const started = performance.now()
  const end = (came: string): Tapped => ({ came, ms: performance.now() - started })
  try {
    // guarantee: the table has a verb for each kind of tap, which takes that kind
    await (verbs[tap.verb] as Verb<Tap['verb']>)(ctx, tap as never)
    return end('won')
  } catch (error) {
    return end(error instanceof Refusal ? error.code : JSON.stringify(describeError(error)))
  }
}

process.stdout.write('ready\n')
for await (const line of createInterface({ input: process.stdin })) {
  const { at, taps }: Round = JSON.parse(line)
  const came = await Promise.all(taps.map(tap => make(tap, at)))
  process.stdout.write(`${JSON.stringify(came)}\n`)
}
await desk.close()
