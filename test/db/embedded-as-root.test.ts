import { execFileSync, spawnSync } from 'node:child_process'
import { chmod, chown, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type EmbeddedServer, startEmbedded } from '../../db/embedded.ts'
import { compiled } from '../support/compiled.ts'
import { answers, makeDataDir, postmasterPid, query, type Starter, spawnStarter } from './embedded-starter.ts'

const nobody = { uid: 65534, gid: 65534 }
// Not where the repository or this Node (one that npx fetched) lies in a folder of root's own.
const someScript = fileURLToPath(new URL('../../scripts/say.mjs', import.meta.url))
const nobodyCanRun = spawnSync(process.execPath, ['--check', someScript], { ...nobody, cwd: '/' }).status === 0
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

let starterFile: Awaited<ReturnType<typeof compiled>>
let dataDir: Awaited<ReturnType<typeof makeDataDir>>
const running: EmbeddedServer[] = []

beforeAll(async () => {
  starterFile = await compiled(import.meta.url, './embedded-process.ts')
})
afterAll(() => starterFile.remove())

beforeEach(async () => {
  dataDir = await makeDataDir()
})
afterEach(async () => {
  await Promise.allSettled(running.splice(0).map(server => server.stop()))
  await dataDir.remove()
})

async function start(): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir: dataDir.path, log, durable: false })
  running.push(server)
  return server
}

function startAsNobody(): Starter {
  return spawnStarter(starterFile.file, dataDir.path, nobody)
}

describe.runIf(process.getuid?.() === 0 && process.platform === 'linux')('as root', () => {
  it('gives the server to another user, also in a folder that this user cannot enter', async () => {
    await mkdir(dataDir.path)
    await chmod(dirname(dataDir.path), 0o700)
    const { url } = await start()
    expect(await answers(url)).toBe(true)
    const owner = execFileSync('ps', ['-o', 'uid=', '-p', String(await postmasterPid(dataDir.path))], { encoding: 'utf8' })
    expect(Number(owner)).not.toBe(0)
  })

  it.runIf(nobodyCanRun)('carries on with what an ordinary user began', async () => {
    await chmod(dirname(dataDir.path), 0o755)
    await mkdir(dataDir.path)
    await chown(dataDir.path, nobody.uid, nobody.gid)
    const starter = startAsNobody()
    const { firstStart, url } = await starter.server
    expect(firstStart).toBe(true)
    await query(url, sql => sql`create table kept as select 1 as value`)
    await starter.stop()

    const server = await start()
    expect(await query(server.url, sql => sql`select value from kept`)).toEqual([{ value: 1 }])
  })

  it.runIf(nobodyCanRun)('tells an ordinary user whose data it is', async () => {
    await (await start()).stop()
    for (const path of [dirname(dataDir.path), dataDir.path]) await chmod(path, 0o755)
    await chown(join(dataDir.path, 'postgres'), 12345, 12345)
    await chmod(join(dataDir.path, 'postgres'), 0o755)
    await expect(startAsNobody().server).rejects.toThrow(/belongs to user 12345, not to 65534/)
  })
})
