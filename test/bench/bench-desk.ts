import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { createTestDesk, type TestDesk } from '../support/desk.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** A desk on a durable database of its own, which `close` stops and throws away. */
export async function openBenchDesk(): Promise<TestDesk> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mianshen-bench-'))
  const server = await startEmbedded({ dataDir, log })
  await migrate(server.url)
  const desk = await createTestDesk({ on: { url: server.url, drop: async () => undefined } })
  return {
    ...desk,
    async close() {
      await desk.close()
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
