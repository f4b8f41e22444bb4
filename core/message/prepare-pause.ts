import type { Ctx } from '../context.ts'
import { readPause } from '../desk/pause.ts'
import type { MessageView } from './view.ts'

/** Nothing to say where it is otherwise by now: whoever was asleep need not hear of a pause that is over. */
export async function preparePaused(
  ctx: Ctx,
  kind: 'bookings-paused' | 'desk-paused',
  { on }: { on: boolean },
): Promise<MessageView | undefined> {
  const pause = await readPause(ctx)
  if ((pause !== undefined) !== on) return undefined
  const note = pause?.note ?? ''
  return kind === 'desk-paused' ? { kind, on, note, by: pause?.by ?? '' } : { kind, on, note }
}
