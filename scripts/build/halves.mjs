import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { filesUnder, root } from './inputs.mjs'
import { runQuietly } from './run-quietly.mjs'

const common = ['package-lock.json', 'tsconfig.json', 'scripts/build.mjs', 'scripts/build']
const isTypeScript = file => /\.tsx?$/.test(file)
const isAsset = file => !isTypeScript(file) && !file.endsWith('.md')

/** The program in `bin` of an installed build tool. */
function tool(name, path) {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), path)
  } catch {
    throw new Error(`${name} is not installed: run \`npm ci\`, with --include=dev where NODE_ENV is production`)
  }
}

/** TypeScript by the given configuration to `out`; texts, migrations and other files beside the code, as in the sources. */
function compiledHalf(name, config, out) {
  const sources = () => filesUnder(JSON.parse(readFileSync(join(root, config), 'utf8')).include)
  const outputs = () =>
    sources().flatMap(file => {
      if (!isTypeScript(file)) return isAsset(file) ? [`${out}/${file}`] : []
      const script = `${out}/${file.replace(/\.tsx?$/, '.js')}`
      return file.endsWith('.d.ts') ? [] : [script, `${script}.map`]
    })
  return {
    name,
    inputs: () => [...filesUnder([...common, 'tsconfig.build.json', config]), ...sources()],
    outputs,
    async build() {
      const failure = await runQuietly(process.execPath, [tool('typescript', 'bin/tsc'), '-p', config])
      if (failure !== undefined) return failure
      for (const file of sources().filter(isAsset)) {
        mkdirSync(dirname(join(root, out, file)), { recursive: true })
        cpSync(join(root, file), join(root, out, file))
      }
      removeStale(out, new Set(outputs()))
      return undefined
    },
  }
}

/** A module that was deleted or renamed must not live on in `out`, where a catalogue or a job would still be found. */
function removeStale(out, expected) {
  for (const entry of readdirSync(join(root, out), { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'web') continue
    for (const file of filesUnder([`${out}/${entry.name}`])) {
      if (!expected.has(file)) rmSync(join(root, file))
    }
  }
}

/** The pages, to dist/web. Vite empties that folder itself. */
const web = {
  name: 'web',
  inputs: () => filesUnder([...common, 'web', 'texts', 'api/contract.ts', 'sandbox/contract.ts']),
  outputs: () => ['dist/web'],
  async build() {
    return runQuietly(process.execPath, [
      tool('vite', 'bin/vite.js'),
      'build',
      '--config',
      'web/vite.config.ts',
      '--logLevel',
      'warn',
    ])
  },
}

const server = compiledHalf('server', 'tsconfig.build.json', 'dist')

export const halves = existsSync(join(root, 'web/vite.config.ts')) ? [server, web] : [server]
/** The benchmarks, which Node 20 does not run as TypeScript, with what they measure. */
export const benches = compiledHalf('benchmarks', 'tsconfig.bench.json', 'dist/.bench')
