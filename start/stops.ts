import { say } from './say.ts'

const deadlineMs = 4_500
const repeatMs = 1_000

/**
 * What to do at the end, in the reverse order of the start. Ctrl-C and SIGTERM run it once; a part that hangs does not hold up the
 * exit for more than four and a half seconds; a second Ctrl-C ends at once.
 */
export function createStops() {
  const stops: { part: string; stop: () => Promise<unknown> }[] = []
  let running: Promise<void> | undefined

  const runAll = async () => {
    for (const { part, stop } of stops.reverse()) {
      await stop().catch(() => process.stderr.write(`${part} did not stop cleanly\n`))
    }
  }
  const run = () => {
    running ??= runAll()
    return running
  }
  let firstAt = 0
  const end = () => {
    // npm may pass the same Ctrl-C on a second time
    if (running && Date.now() - firstAt < repeatMs) return
    if (running) process.exit(130)
    firstAt = Date.now()
    say('stopping', 'in order; Ctrl-C again to end at once')
    setTimeout(() => process.exit(1), deadlineMs).unref()
    run().then(() => process.exit(0))
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  return {
    add(part: string, stop: () => Promise<unknown>) {
      stops.push({ part, stop })
    },
    run,
  }
}
