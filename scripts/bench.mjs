import './node-version.mjs'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { benches, halves } from './build/halves.mjs'
import { root } from './build/inputs.mjs'
import { build } from './build.mjs'
import { complain, say } from './say.mjs'

/**
 * Runs `test/bench/*.bench.ts`, one after the other, each of which exports `name` and `run(emit)` (see test/bench/measurement.ts),
 * and prints what they emit, one JSON object a line. `--only <name>` runs one. Fails when a bar does not hold.
 */
const rounded = number => Number(number.toPrecision(4))

function line({ name, value, unit, against = null, bar = null }) {
  const ratio = against === null ? null : rounded(value / against)
  const measured = bar?.of === 'ratio' ? ratio : value
  const isLeast = bar !== null && 'least' in bar
  const holds = bar === null || (measured !== null && (isLeast ? measured >= bar.least : measured <= bar.most))
  const barText = bar === null ? null : isLeast ? `${bar.of} >= ${bar.least}` : `${bar.of} <= ${bar.most}`
  return { name, value: rounded(value), unit, against: against === null ? null : rounded(against), ratio, bar: barText, holds }
}

async function bench(args) {
  const at = args.indexOf('--only')
  const only = at < 0 ? undefined : args[at + 1]
  if (!(await build([...halves, benches]))) return false
  const folder = join(root, 'dist/.bench/test/bench')
  const files = existsSync(folder) ? readdirSync(folder).filter(file => file.endsWith('.bench.js')) : []
  const modules = await Promise.all(files.map(file => import(pathToFileURL(join(folder, file)).href)))
  const chosen = modules.filter(({ name }) => only === undefined || name === only)
  if (chosen.length === 0) {
    complain(`There is no benchmark "${only ?? ''}". There is: ${modules.map(({ name }) => name).join(', ') || 'none yet'}`)
    return false
  }
  let holds = true
  for (const { name, run } of chosen) {
    try {
      await run(measurement => {
        const result = line(measurement)
        holds &&= result.holds
        say(JSON.stringify(result))
      })
    } catch (error) {
      complain(`${name} failed: ${error.stack}`)
      holds = false
    }
  }
  return holds
}

process.setSourceMapsEnabled(true)
process.exit((await bench(process.argv.slice(2))) ? 0 : 1)
