import { randomBytes, randomUUID } from 'node:crypto'
import { access, link, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ctx } from '../core/context.ts'
import { checkMasterKey } from '../core/vault/rewrap.ts'
import { StartProblem } from './say.ts'

const pathOf = (dataDir: string) => join(dataDir, 'master.key')
/** The key to come, while `npm run rotate-key` is at work or was cut short. */
const nextPathOf = (dataDir: string) => join(dataDir, 'master.key.new')

const interrupted =
  'a change of the master key was cut short: finish it with npm run rotate-key, with the same settings as before'

/** The key made at the first start; whoever comes first writes it, and everybody reads what stands there. */
export async function findMasterKey(dataDir: string): Promise<Buffer> {
  if (await exists(nextPathOf(dataDir))) throw new StartProblem(interrupted)
  await writeOnce(pathOf(dataDir), randomBytes(32))
  return readKey(pathOf(dataDir))
}

/** The seed of the key that signs heads of the audit trail, made at the first start like the master key, and never changed. */
export async function findAuditKey(dataDir: string): Promise<Buffer> {
  const path = join(dataDir, 'audit.key')
  await writeOnce(path, randomBytes(32))
  return readKey(path, 'AUDIT_KEY')
}

/**
 * The key that stands in DATA_DIR, and the one that takes its place: left by a run that was cut short, or `wanted`, or a fresh one.
 * `made`: by this very call, so that nothing can be wrapped with it yet.
 */
export async function prepareNextKey(
  dataDir: string,
  wanted: Buffer | undefined,
): Promise<{ from: Buffer; to: Buffer; made: boolean }> {
  if (!(await exists(pathOf(dataDir))))
    throw new StartProblem(
      `there is no ${pathOf(dataDir)} to change: set MASTER_KEY to the old key and NEW_MASTER_KEY to the new one`,
    )
  const made = await writeOnce(nextPathOf(dataDir), wanted ?? randomBytes(32))
  return { from: await readKey(pathOf(dataDir)), to: await readKey(nextPathOf(dataDir)), made }
}

/** Gives up a next key that nothing is wrapped with. */
export async function dropNextKey(dataDir: string): Promise<void> {
  await rm(nextPathOf(dataDir), { force: true })
}

/** Puts the next key into the place of the present one, whole or not at all. */
export async function adoptNextKey(dataDir: string): Promise<void> {
  await rename(nextPathOf(dataDir), pathOf(dataDir))
  const folder = await open(dataDir)
  await folder.sync()
  await folder.close()
}

/** A desk with another key than its database was written with would open nothing: it says so and does not start. */
export async function refuseOtherKey(ctx: Ctx): Promise<void> {
  const state = await checkMasterKey(ctx)
  if (state === 'rotating') throw new StartProblem(interrupted)
  if (state === 'wrong')
    throw new StartProblem(
      'MASTER_KEY is not the key that this database was written with: set the right one, or put master.key back',
    )
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** Written aside and linked into place, so that a crash leaves a whole key or none; false when one stands there already. */
async function writeOnce(path: string, key: Buffer): Promise<boolean> {
  const aside = `${path}.${randomUUID()}`
  try {
    const file = await open(aside, 'wx', 0o600)
    await file.writeFile(`${key.toString('base64')}\n`)
    await file.sync()
    await file.close()
    await link(aside, path)
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    return false
  } finally {
    await rm(aside, { force: true })
  }
}

async function readKey(path: string, variable = 'MASTER_KEY'): Promise<Buffer> {
  const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64')
  if (key.length !== 32)
    throw new StartProblem(`${path} does not hold a key of 32 bytes in base64: put the right one back, or set ${variable}`)
  return key
}
