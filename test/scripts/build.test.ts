import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeSmallRepository, type SmallRepository } from './small-repository.ts'

let small: SmallRepository
beforeEach(async () => {
  small = await makeSmallRepository()
  await small.write({
    'main.ts': `import { value } from './core/value.ts'\nprocess.stdout.write(value)\n`,
    'core/value.ts': `export const value = 'one'\n`,
    'texts/hello.en.ftl': 'hello = Hello\n',
  })
})
afterEach(() => small.remove())

const inDist = (path: string) => join(small.root, 'dist', path)

describe('build', () => {
  it('compiles, copies what stands beside the code, and is silent when nothing has changed', async () => {
    expect(small.run('scripts/build.mjs')).toMatchObject({ status: 0, stdout: expect.stringContaining('built server') })
    expect(small.run('dist/main.js').stdout).toBe('one')
    expect(await readFile(inDist('texts/hello.en.ftl'), 'utf8')).toBe('hello = Hello\n')
    expect(small.run('scripts/build.mjs')).toMatchObject({ status: 0, stdout: '', stderr: '' })
  })

  it('follows a change, and takes away what has lost its source', async () => {
    small.run('scripts/build.mjs')
    await small.write({ 'main.ts': `process.stdout.write('two')\n` })
    await rm(join(small.root, 'core/value.ts'))
    await rm(join(small.root, 'texts/hello.en.ftl'))
    expect(small.run('scripts/build.mjs').status).toBe(0)
    expect(small.run('dist/main.js').stdout).toBe('two')
    expect([existsSync(inDist('core/value.js')), existsSync(inDist('texts/hello.en.ftl'))]).toEqual([false, false])
  })

  it('mends outputs that are missing', async () => {
    small.run('scripts/build.mjs')
    await rm(inDist('core/value.js'))
    small.run('scripts/build.mjs')
    expect(small.run('dist/main.js').stdout).toBe('one')
  })

  it('fails with the place of the error, and again until it is mended', async () => {
    await small.write({ 'core/value.ts': `export const value: string = 1\n` })
    for (let time = 0; time < 2; time += 1) {
      expect(small.run('scripts/build.mjs')).toMatchObject({ status: 1, stderr: expect.stringContaining('core/value.ts(1,14)') })
    }
  })

  it('may be asked for twice at once, also where a killed one has left its lock', async () => {
    await small.write({ 'dist/.build-lock': '99999999' })
    const builds = [1, 2].map(() => spawn(process.execPath, ['scripts/build.mjs'], { cwd: small.root, stdio: 'ignore' }))
    const codes = await Promise.all(builds.map(build => once(build, 'exit')))
    expect(codes).toEqual([
      [0, null],
      [0, null],
    ])
    expect(small.run('dist/main.js').stdout).toBe('one')
  })
})

describe('start', () => {
  it('builds and runs main in one process, whose exit code it has', async () => {
    await small.write({ 'main.ts': `process.exitCode = 7\n` })
    expect(small.run('scripts/start.mjs').status).toBe(7)
  })

  it('leaves signals to main', async () => {
    await small.write({
      'main.ts': `setInterval(() => {}, 1000)\nprocess.once('SIGINT', () => process.exit(9))\nprocess.stdout.write('ready')\n`,
    })
    small.run('scripts/build.mjs')
    const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: small.root, stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    child.kill('SIGINT')
    expect(await once(child, 'exit')).toEqual([9, null])
  })

  it('does not run what could not be built', async () => {
    await small.write({ 'main.ts': `const a: string = 1\n` })
    expect(small.run('scripts/start.mjs')).toMatchObject({ status: 1, stdout: '' })
  })
})

describe('run', () => {
  it('runs a command with its arguments and passes its exit code on', async () => {
    await small.write({
      'cli/order.ts': `export async function run(args: string[]) { process.stdout.write(args.join()); return 3 }\n`,
    })
    expect(small.run('scripts/run.mjs', 'order', 'a', 'b')).toMatchObject({ status: 3, stdout: expect.stringMatching(/a,b$/) })
  })

  it('names the commands there are', async () => {
    await small.write({ 'cli/order.ts': `export const run = async () => 0\n` })
    expect(small.run('scripts/run.mjs', 'nope')).toMatchObject({
      status: 1,
      stderr: 'There is no command "nope". There is: order\n',
    })
  })
})
