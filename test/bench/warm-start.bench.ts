import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../db/embedded.ts'
import { startDesk } from './desk-process.ts'
import { type Emit, median } from './measurement.ts'

export const name = 'warm-start'

const rounds = 5
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** A start on data that are there, to the line that says ready, against that of the database alone; and the memory of all processes then. */
export async function run(emit: Emit): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mianshen-bench-'))
  try {
    const first = await startDesk(dataDir)
    await first.stop()
    const desk: number[] = []
    const floor: number[] = []
    const memory: { node: number; postgres: number }[] = []
    for (let round = 0; round < rounds; round += 1) {
      floor.push(await databaseSeconds(dataDir))
      const running = await startDesk(dataDir)
      desk.push(running.readySeconds)
      memory.push(running.residentMegabytes())
      await running.stop()
    }
    emit({ name: 'first start to ready', value: first.readySeconds, unit: 's' })
    emit({ name, value: median(desk), unit: 's', against: median(floor), bar: { of: 'value', most: 5 } })
    emit({ name: 'resident memory, the desk', value: median(memory.map(sizes => sizes.node)), unit: 'MB' })
    emit({ name: 'resident memory, PostgreSQL', value: median(memory.map(sizes => sizes.postgres)), unit: 'MB' })
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function databaseSeconds(dataDir: string): Promise<number> {
  const started = performance.now()
  const server = await startEmbedded({ dataDir, log })
  const seconds = (performance.now() - started) / 1000
  await server.stop()
  return seconds
}
