import type { Server } from './bring-up.ts'
import type { Home } from './cluster.ts'
import { livingPostmaster } from './postmaster.ts'
import { boundLog } from './server-log.ts'

/** What is used of pino. */
export interface EmbeddedLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

const healLimit = { times: 5, withinMs: 60_000 }
const logCheckMs = 600_000

/** Brings the server, or its guard, back on the same port when it dies while we live; whoever uses it connects again. */
export function supervise(first: Server, start: (port: number) => Promise<Server>, home: Home, log: EmbeddedLog) {
  const { port } = first
  let server = first
  let guarded = true
  let stopping = false
  let healing = Promise.resolve()
  const healed: number[] = []

  const watch = (watched: Server): void => {
    void watched.guard.ended.then(() => {
      if (server !== watched) return
      guarded = false
      healing = healing.then(heal)
    })
    if (!watched.started) return
    void watched.guard.serverGone.then(() => {
      healing = healing.then(heal)
    })
  }

  const heal = async (): Promise<void> => {
    if (stopping || (guarded && (await livingPostmaster(home.cluster)))) return
    const now = performance.now()
    if (healed.filter(at => at > now - healLimit.withinMs).length >= healLimit.times) {
      log.error({ port }, 'embedded PostgreSQL keeps dying and is left as it is')
      return
    }
    healed.push(now)
    log.warn(
      { port },
      guarded
        ? 'embedded PostgreSQL has died, starting it again'
        : 'the guard of the embedded PostgreSQL has died, starting another',
    )
    const old = server
    try {
      // The new guard registers before the old one lets go; with another guard about, the old one leaves the server alone.
      server = await start(port)
      guarded = true
      watch(server)
      await old.guard.release()
    } catch (error) {
      log.error({ port, error: String(error) }, 'embedded PostgreSQL could not be started again')
    }
  }

  const timer = setInterval(() => void boundLog(home.log).catch(() => undefined), logCheckMs).unref()
  watch(first)
  return {
    async stop(): Promise<void> {
      stopping = true
      clearInterval(timer)
      await healing
      await server.guard.release()
    },
  }
}
