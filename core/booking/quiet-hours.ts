import type { Policy } from '../policy.ts'

type Quiet = Pick<Policy, 'quietFromMinute' | 'quietUntilMinute'>

/** Night on the reader's clock, as the policy has it: nobody is written to who need not be. The hours may run past midnight. */
export function isQuiet(now: Date, zone: string, { quietFromMinute: from, quietUntilMinute: until }: Quiet): boolean {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    now,
  )
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  const minute = hours * 60 + minutes
  return from > until ? minute >= from || minute < until : minute >= from && minute < until
}
