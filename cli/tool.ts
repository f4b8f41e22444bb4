import { ConfigError, readConfig } from '../config.ts'
import type { Ctx } from '../core/context.ts'
import { boot, makeDataDir } from '../start/boot.ts'
import { openDesk } from '../start/desk.ts'
import { createLog } from '../start/log.ts'

/** Runs one command-line tool on the desk's database, beside a running desk or alone. Returns the exit code. */
export async function runTool(name: string, body: (ctx: Ctx) => Promise<number>): Promise<number> {
  try {
    const config = readConfig(process.env)
    const log = createLog(config.logLevel, name)
    await makeDataDir(config.dataDir)
    const booted = await boot(config, log)
    const desk = await openDesk({ ...booted.settings, connections: 2 }, log)
    try {
      return await body({ ...desk.ctx, actor: { kind: 'job', name } })
    } finally {
      await desk.close()
      await booted.stop()
    }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}
