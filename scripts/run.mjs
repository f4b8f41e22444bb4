import './node-version.mjs'
import { existsSync, readdirSync } from 'node:fs'
import { build } from './build.mjs'
import { complain } from './say.mjs'

/** Runs `cli/<name>.ts`, which exports `run(argv): Promise<number>`, the exit code. */
const [name = '', ...args] = process.argv.slice(2)
const folder = new URL('../dist/cli/', import.meta.url)
const commands = () =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(file => file.endsWith('.js'))
        .map(file => file.slice(0, -3))
    : []

async function run() {
  if (!(await build())) return 1
  if (!/^[a-z-]+$/.test(name) || !commands().includes(name)) {
    complain(`There is no command "${name}". There is: ${commands().join(', ') || 'none yet'}`)
    return 1
  }
  process.setSourceMapsEnabled(true)
  const command = await import(new URL(`${name}.js`, folder).href)
  if (typeof command.run !== 'function') {
    complain(`cli/${name}.ts is no command: it exports no run(argv)`)
    return 1
  }
  return command.run(args)
}

process.exitCode = await run()
