import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeSmallRepository, type SmallRepository } from './small-repository.ts'

let small: SmallRepository
beforeEach(async () => {
  small = await makeSmallRepository()
  await small.write({
    'main.ts': '',
    'test/bench/good.bench.ts': `export const name = 'good'\nexport const run = async (emit: (m: object) => void) => {\n  emit({ name: 'p99', value: 4.5, unit: 'ms', against: 1.5, bar: { of: 'ratio', most: 3 } })\n  emit({ name: 'plain', value: 2, unit: 's' })\n}\n`,
    'test/bench/slow.bench.ts': `export const name = 'slow'\nexport const run = async (emit: (m: object) => void) => emit({ name, value: 9, unit: 's', bar: { of: 'value', most: 5 } })\n`,
  })
})
afterEach(() => small.remove())

const results = (stdout: string) =>
  stdout
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line))

describe('bench', () => {
  it('prints one object a line, with the ratio and whether the bar holds, of the one asked for', () => {
    const { status, stdout } = small.run('scripts/bench.mjs', '--only', 'good')
    expect(results(stdout)).toEqual([
      { name: 'p99', value: 4.5, unit: 'ms', against: 1.5, ratio: 3, bar: 'ratio <= 3', holds: true },
      { name: 'plain', value: 2, unit: 's', against: null, ratio: null, bar: null, holds: true },
    ])
    expect(status).toBe(0)
  })

  it('fails when a bar does not hold', () => {
    const { status, stdout } = small.run('scripts/bench.mjs')
    expect(results(stdout).map(({ name, holds }) => [name, holds])).toEqual([
      ['p99', true],
      ['plain', true],
      ['slow', false],
    ])
    expect(status).toBe(1)
  })

  it('names the benchmarks there are', () => {
    expect(small.run('scripts/bench.mjs', '--only', 'nope')).toMatchObject({
      status: 1,
      stderr: 'There is no benchmark "nope". There is: good, slow\n',
    })
  })
})
