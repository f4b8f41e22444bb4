import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeSmallRepository, type SmallRepository } from './small-repository.ts'

let small: SmallRepository
beforeEach(async () => {
  small = await makeSmallRepository()
  await small.write({ 'main.ts': '' })
})
afterEach(() => small.remove())

const good = `import { it } from 'vitest'\nit('a', () => {})\nit('b', () => {})\nit.skip('c', () => {})\n`
const bad = `import { it } from 'vitest'\nit('a', () => { throw new Error('no') })\n`

describe('the last line of a test run', () => {
  it('counts what passed', async () => {
    await small.write({ 'test/good.test.ts': good })
    expect(small.run('scripts/test.mjs')).toMatchObject({ status: 0, lastLine: '2 passed, 0 failed' })
  })

  it('counts what failed, and files that do not load or whose hooks fail', async () => {
    await small.write({
      'test/good.test.ts': good,
      'test/bad.test.ts': bad,
      'test/broken.test.ts': `import './nowhere.ts'\n`,
      'test/hook.test.ts': `import { afterAll, it } from 'vitest'\nit('a', () => {})\nafterAll(() => { throw new Error('leak') })\n`,
    })
    expect(small.run('scripts/test.mjs')).toMatchObject({ status: 1, lastLine: '3 passed, 3 failed' })
  })

  it('counts an error outside of any test', async () => {
    await small.write({
      'test/good.test.ts': good,
      'vitest.config.ts': `export default { test: { include: ['test/**/*.test.ts'], globalSetup: ['test/setup.ts'] } }`,
      'test/setup.ts': `export default () => { throw new Error('no database') }`,
    })
    expect(small.run('scripts/test.mjs')).toMatchObject({ status: 1, lastLine: '0 passed, 1 failed' })
  })

  it('is a failure when no test ran, and when nothing could be built', async () => {
    await small.write({ 'test/good.test.ts': good })
    expect(small.run('scripts/test.mjs', 'nothing-like-this').status).toBe(1)
    await small.write({ 'main.ts': 'const a: string = 1' })
    expect(small.run('scripts/test.mjs')).toMatchObject({ status: 1, lastLine: '0 passed, 1 failed' })
  })

  it('passes arguments through', async () => {
    await small.write({ 'test/good.test.ts': good, 'test/bad.test.ts': bad })
    expect(small.run('scripts/test.mjs', 'test/good')).toMatchObject({ status: 0, lastLine: '2 passed, 0 failed' })
  })
})
