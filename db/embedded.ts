import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { serverAccount } from './embedded/account.ts'
import { findBinaries } from './embedded/binaries.ts'
import { bringUp, type Server, serverUrl } from './embedded/bring-up.ts'
import { ensureCluster, homeIn, makeHome } from './embedded/cluster.ts'
import { type EmbeddedLog, supervise } from './embedded/supervise.ts'
import { takeLock } from './process-lock.ts'

export interface EmbeddedServer {
  url: string
  port: number
  /** the cluster was made just now */
  firstStart: boolean
  /** Lets go of the server; it stops unless another process uses it. Within 3 s. */
  stop(): Promise<void>
}

interface EmbeddedOptions {
  dataDir: string
  log: EmbeddedLog
  /** false: no fsync. For tests only, a crash of the machine then loses the data. */
  durable?: boolean
}

/**
 * PostgreSQL under `dataDir/postgres`, without an installation. Starts it, or takes over the one that is alive from there. It ends
 * with this process, however this process ends, and is started again on the same port when it dies before.
 */
export async function startEmbedded({ dataDir, log, durable = true }: EmbeddedOptions): Promise<EmbeddedServer> {
  const home = homeIn(resolve(dataDir))
  await mkdir(home.path, { recursive: true, mode: 0o700 })
  const account = serverAccount(home.cluster)
  await makeHome(home, account)
  const binaries = await findBinaries(home.path, account)

  let firstStart = false
  const start = async (port?: number): Promise<Server> => {
    const lock = await takeLock(home.lock, '', 60_000)
    try {
      const made = await ensureCluster(home, binaries, account, durable)
      firstStart ||= made
      return await bringUp({ home, account, binaries, durable }, port)
    } finally {
      await lock.release()
    }
  }

  const server = await start()
  const { port } = server
  log.info({ port, firstStart, takenOver: !server.started }, 'embedded PostgreSQL is ready')
  const supervision = supervise(server, start, home, log)
  return { url: await serverUrl(home, port), port, firstStart, stop: supervision.stop }
}
