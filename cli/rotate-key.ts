import { resolve } from 'node:path'
import { type Config, ConfigError, readConfig } from '../config.ts'
import type { Ctx } from '../core/context.ts'
import { deriveKeys } from '../core/vault/keys.ts'
import { beginRotation, endRotation, type Rotation, rewrapKeys } from '../core/vault/rewrap.ts'
import { InstanceRunning, takeInstanceLock } from '../db/instance-lock.ts'
import { countDeskConnections } from '../db/running.ts'
import { boot, makeDataDir } from '../start/boot.ts'
import { openDesk } from '../start/desk.ts'
import { createLog } from '../start/log.ts'
import { adoptNextKey, dropNextKey, prepareNextKey } from '../start/master-key.ts'
import { StartProblem } from '../start/say.ts'

const running = 'The desk is running: stop it first, every process of it, then run this again.'

/**
 * `npm run rotate-key`: wraps every key with a new MASTER_KEY. With MASTER_KEY set, the new one stands in NEW_MASTER_KEY; without,
 * DATA_DIR/master.key is replaced. May be killed at any moment and run again.
 */
export async function run(): Promise<number> {
  try {
    const config = readConfig(process.env)
    if (config.masterKey && !config.newMasterKey)
      throw new StartProblem('NEW_MASTER_KEY is needed beside MASTER_KEY: the output of openssl rand -base64 32, kept safe')
    if (config.masterKey && config.newMasterKey?.equals(config.masterKey))
      throw new StartProblem('NEW_MASTER_KEY is the same as MASTER_KEY: there is nothing to change')
    await makeDataDir(config.dataDir)
    const lock =
      config.databaseUrl === undefined ? await takeInstanceLock(resolve(config.dataDir), { url: 'rotate-key' }) : undefined
    try {
      return await rotate(config)
    } finally {
      await lock?.release()
    }
  } catch (error) {
    const known = [ConfigError, StartProblem].some(kind => error instanceof kind)
    if (!known && !(error instanceof InstanceRunning)) throw error
    process.stderr.write(`${error instanceof InstanceRunning ? running : (error as Error).message}\n`)
    return 1
  }
}

async function rotate(config: Config): Promise<number> {
  const dataDir = resolve(config.dataDir)
  const { masterKey, newMasterKey } = config
  const keys =
    masterKey && newMasterKey ? { from: masterKey, to: newMasterKey, made: false } : await prepareNextKey(dataDir, newMasterKey)
  const log = createLog(config.logLevel, 'rotate-key')
  const booted = await boot({ ...config, masterKey: keys.from }, log)
  const desk = await openDesk({ ...booted.settings, connections: 2, connectionName: 'mianshen-rotate-key' }, log)
  const ctx: Ctx = { ...desk.ctx, actor: { kind: 'job', name: 'rotate-key' } }
  try {
    const rotation = { from: deriveKeys(keys.from).wrap, to: deriveKeys(keys.to).wrap }
    await begin(ctx, rotation, booted.settings.databaseUrl).catch(async (error: unknown) => {
      if (keys.made) await dropNextKey(dataDir)
      throw error
    })
    const { rewrapped, lost } = await rewrapKeys(ctx, rotation, count => void process.stdout.write(`  ${count} keys\n`))
    await endRotation(ctx)
    if (masterKey === undefined) await adoptNextKey(dataDir)
    process.stdout.write(`${rewrapped} keys are wrapped with the new master key. ${whatNow(config)}\n`)
    if (lost.length === 0) return 0
    process.stderr.write(`Neither key opens ${lost.length} of them, which were left as they are: ${lost.join(', ')}\n`)
    return 1
  } finally {
    await desk.close()
    await booted.stop()
  }
}

/** Marked first and looked around after: a desk that starts from here on sees the mark, one that started before is seen. */
async function begin(ctx: Ctx, rotation: Rotation, databaseUrl: string): Promise<void> {
  const begun = await beginRotation(ctx, rotation)
  if (begun === 'wrong-key')
    throw new StartProblem('MASTER_KEY is not the key that this database was written with: nothing was changed')
  if (begun === 'other-target')
    throw new StartProblem(
      'A change to another new key was cut short: finish that one first, with the NEW_MASTER_KEY that it had',
    )
  if ((await countDeskConnections(databaseUrl)) === 0) return
  if (begun === 'begun') await endRotation(ctx)
  throw new StartProblem(running)
}

function whatNow({ masterKey, dataDir }: Config): string {
  if (masterKey === undefined) return `It stands in ${dataDir}/master.key; the old one opens nothing any more.`
  return 'Start the desk with NEW_MASTER_KEY as its MASTER_KEY; the old one opens nothing any more.'
}
