import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InstanceRunning, takeInstanceLock } from '../../db/instance-lock.ts'
import { processIdentity } from '../../db/process-identity.ts'
import { takeLock } from '../../db/process-lock.ts'
import { compiled } from '../support/compiled.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mianshen-lock-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const ours = { url: 'http://127.0.0.1:3000' }

describe('takeInstanceLock', () => {
  it('names the running instance, and is free once that one was killed', async () => {
    const holder = await compiled(import.meta.url, './instance-lock-process.ts')
    const child = spawn(process.execPath, [holder.file, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')

    const refusal = await takeInstanceLock(dataDir, ours).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(InstanceRunning)
    expect(refusal).toMatchObject({ pid: child.pid, url: 'http://127.0.0.1:3999' })

    child.kill('SIGKILL')
    await once(child, 'exit')
    await (await takeInstanceLock(dataDir, ours)).release()
    await holder.remove()
  })

  it('is not held by a process that merely has the pid of a dead holder', async () => {
    await mkdir(join(dataDir, 'instance'))
    await writeFile(join(dataDir, 'instance', `${process.pid}-0badb007-1-aaaa`), 'http://127.0.0.1:3999')
    await (await takeInstanceLock(dataDir, ours)).release()
    expect(await readdir(join(dataDir, 'instance'))).toEqual([])
  })

  it('is free after release', async () => {
    await (await takeInstanceLock(dataDir, ours)).release()
    await (await takeInstanceLock(dataDir, ours)).release()
  })
})

describe('takeLock', () => {
  it('has one holder at a time, however many contend', async () => {
    let holders = 0
    let most = 0
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const lock = await takeLock(dataDir, '', 30_000)
        holders += 1
        most = Math.max(most, holders)
        await readdir(dataDir)
        holders -= 1
        await lock.release()
      }),
    )
    expect(most).toBe(1)
  })
})

describe('processIdentity', () => {
  it('is stable for a living process and nothing for a dead one', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] })
    const pid = child.pid ?? 0
    expect(processIdentity(pid)).toBe(processIdentity(pid))
    expect(processIdentity(pid)).not.toBe(processIdentity(process.pid))
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(processIdentity(pid)).toBeUndefined()
  })
})
