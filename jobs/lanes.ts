import type { Ctx } from '../core/context.ts'
import { type Claimed, claimMessages, type Lane } from '../core/message/claim.ts'
import { fileKinds } from './files.ts'

/** Messages with a file have a lane of their own: while theirs are slowly made, all other chats are served. */
const lanes: readonly { kinds: Lane; atOnce: number }[] = [
  { kinds: { except: fileKinds }, atOnce: 16 },
  { kinds: { only: fileKinds }, atOnce: 4 },
]

/** What is being sent now, lane by lane. */
export function createLanes(ctx: Ctx, deliver: (claimed: Claimed) => Promise<void>) {
  const running = lanes.map(() => new Set<Promise<void>>())
  const begin = (own: Set<Promise<void>> | undefined, claimed: Claimed) => {
    const task: Promise<void> = deliver(claimed).finally(() => own?.delete(task))
    own?.add(task)
  }
  return {
    /** Begins everything that is due and has room; returns how many. */
    async fill(): Promise<number> {
      let begun = 0
      for (const [index, { kinds, atOnce }] of lanes.entries()) {
        const room = atOnce - (running[index]?.size ?? 0)
        const claimed = room > 0 ? await claimMessages(ctx, room, kinds) : []
        for (const one of claimed) begin(running[index], one)
        begun += claimed.length
      }
      return begun
    },
    /** some lane has no room: what is due may have to wait for an end */
    isFull: () => lanes.some(({ atOnce }, index) => (running[index]?.size ?? 0) >= atOnce),
    settled: () => Promise.all(running.flatMap(own => [...own])),
  }
}
