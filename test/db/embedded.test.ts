import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type EmbeddedServer, startEmbedded } from '../../db/embedded.ts'
import { compiled } from '../support/compiled.ts'
import { processTree, stillRunning, untilGone } from '../support/processes.ts'
import { until } from '../support/wait.ts'
import { answers, makeDataDir, postmasterPid, query, type Starter, spawnStarter } from './embedded-starter.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

let starterFile: Awaited<ReturnType<typeof compiled>>
let dataDir: Awaited<ReturnType<typeof makeDataDir>>
const running: { stop(): Promise<void> }[] = []

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

async function start(durable = false): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir: dataDir.path, log, durable })
  running.push(server)
  return server
}

function startProcess(): Starter {
  return spawnStarter(starterFile.file, dataDir.path)
}

describe('a start', () => {
  it('makes a cluster at first, and later finds what was written', async () => {
    const first = await start(true)
    expect(first.firstStart).toBe(true)
    expect(
      await query(
        first.url,
        sql =>
          sql`select current_setting('fsync') as fsync, pg_encoding_to_char(encoding) as encoding, datlocprovider as provider from pg_database where datname = current_database()`,
      ),
    ).toEqual([{ fsync: 'on', encoding: 'UTF8', provider: 'b' }])
    await query(first.url, sql => sql`create table kept as select 1 as value`)
    await first.stop()
    expect(await answers(first.url)).toBe(false)

    const second = await start(true)
    expect(second.firstStart).toBe(false)
    expect(await query(second.url, sql => sql`select value from kept`)).toEqual([{ value: 1 }])
  })

  it('keeps its password to the owner', async () => {
    await start()
    expect((await stat(join(dataDir.path, 'postgres/password'))).mode & 0o777).toBe(0o600)
  })

  it('takes no notice of one that was killed while it made the cluster', async () => {
    await mkdir(join(dataDir.path, 'postgres/cluster-1234/base'), { recursive: true })
    expect((await start()).firstStart).toBe(true)
    expect(readdirSync(join(dataDir.path, 'postgres'))).not.toContain('cluster-1234')
  })

  it('drops a stale postmaster.pid whose pid is another program by now', async () => {
    await (await start()).stop()
    await writeFile(
      join(dataDir.path, 'postgres/cluster/postmaster.pid'),
      `${process.pid}\n/nowhere\n1\n5432\n\n127.0.0.1\n1 2\nready\n`,
    )
    expect(await answers((await start()).url)).toBe(true)
  })

  it('says which PostgreSQL made the data when it was another', async () => {
    await (await start()).stop()
    await writeFile(join(dataDir.path, 'postgres/cluster/PG_VERSION'), '15\n')
    await expect(start()).rejects.toThrow(/is of PostgreSQL 15, the server is 18/)
  })

  it('G7: keeps values of failing statements out of its log', async () => {
    const { url } = await start()
    await query(url, async sql => {
      await sql`create table person (phone text primary key)`
      await sql`insert into person values (${'13800138000'})`
      await expect(sql`insert into person values (${'13800138000'})`).rejects.toThrow(/duplicate key/)
      await expect(sql.unsafe(`select 'Li Lei 13800138000'::int`)).rejects.toThrow(/invalid input/)
    })
    const written = await readFile(join(dataDir.path, 'postgres/server.log'), 'utf8')
    expect(written).toContain('ready to accept connections')
    expect(written).not.toContain('13800138000')
  })
})

describe('two starters', () => {
  it('at once get the same server; the last one to leave stops it', async () => {
    const starters = [startProcess(), startProcess(), startProcess()]
    running.push(...starters)
    const servers = await Promise.all(starters.map(starter => starter.server))
    expect(new Set(servers.map(server => server.url)).size).toBe(1)
    expect(servers.filter(server => server.firstStart)).toHaveLength(1)
    const url = servers[0]?.url ?? ''

    starters[0]?.killGroup()
    await starters[1]?.stop()
    expect(await answers(url)).toBe(true)
    await starters[2]?.stop()
    expect(await answers(url)).toBe(false)
  })

  it('one after the other do not meet in a stop: a newcomer never gets a server that is about to end', async () => {
    let server = await start()
    for (let round = 0; round < 5; round += 1) {
      const [next] = await Promise.all([start(), server.stop()])
      expect(await answers(next.url)).toBe(true)
      server = next
    }
  })
})

describe('G9: a killed process', () => {
  it('leaves nothing behind within two seconds, whatever the server is doing', async () => {
    const starter = startProcess()
    const { url } = await starter.server
    const busy = query(url, sql => sql`select pg_sleep(60)`).catch(() => 'cut off')
    await until(
      async () => (await query(url, sql => sql`select 1 from pg_stat_activity where query like 'select pg_sleep%'`)).length > 0,
      { what: 'the query to run' },
    )
    const tree = processTree(starter.pid)
    expect(tree.length).toBeGreaterThan(5)

    starter.killGroup()
    await untilGone(tree, 2_000)
    expect(await busy).toBe('cut off')
  })

  it('leaves a server to take over when its guard was killed as well', async () => {
    const starter = startProcess()
    const { port } = await starter.server
    const server = await postmasterPid(dataDir.path)
    // The group first: a living parent would start another guard.
    process.kill(starter.pid, 'SIGSTOP')
    for (const guard of readdirSync(join(dataDir.path, 'postgres/guards'))) process.kill(Number(guard), 'SIGKILL')
    starter.killGroup()

    const taken = await start()
    expect([taken.port, await postmasterPid(dataDir.path)]).toEqual([port, server])
    const tree = processTree(server)
    await taken.stop()
    expect(stillRunning(tree)).toEqual([])
  })

  it.runIf(process.platform === 'linux')(
    'would not have taken the server along by Ctrl-C: it is in another session',
    async () => {
      await start()
      const session = (pid: number) => execFileSync('ps', ['-o', 'sess=', '-p', String(pid)], { encoding: 'utf8' }).trim()
      expect(session(await postmasterPid(dataDir.path))).not.toBe(session(process.pid))
    },
  )
})

describe('a server that dies', () => {
  it('comes back on the same port', async () => {
    const { url } = await start()
    process.kill(await postmasterPid(dataDir.path), 'SIGKILL')
    await until(async () => !(await answers(url)), { what: 'the server to be gone' })
    await until(() => answers(url), { what: 'the server to be back', timeoutMs: 10_000 })
  })

  it('is guarded again when it was the guard that died', async () => {
    const starter = startProcess()
    const { url } = await starter.server
    const guards = () => readdirSync(join(dataDir.path, 'postgres/guards'))
    const [first] = guards()
    process.kill(Number(first), 'SIGKILL')
    await until(() => guards().some(guard => guard !== first), { what: 'another guard' })
    expect(await answers(url)).toBe(true)
    const server = processTree(await postmasterPid(dataDir.path))
    starter.killGroup()
    await untilGone(server, 2_000)
  })
})
