import './node-version.mjs'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { root } from './build/inputs.mjs'
import { runQuietly } from './build/run-quietly.mjs'
import { complain, say } from './say.mjs'

const inPackage = (name, path) => join(dirname(createRequire(join(root, 'package.json')).resolve(`${name}/package.json`)), path)
const tsc = inPackage('typescript', 'bin/tsc')

const checks = {
  types: [tsc, '--noEmit', '-p', 'tsconfig.json'],
  ...(existsSync(join(root, 'web/tsconfig.json')) && { 'types of the pages': [tsc, '--noEmit', '-p', 'web/tsconfig.json'] }),
  lint: [inPackage('@biomejs/biome', 'bin/biome'), 'check', '.'],
  layers: [join(root, 'scripts/layers.mjs')],
  unused: [join(root, 'node_modules/knip/bin/knip.js')],
}

const results = await Promise.all(
  Object.entries(checks).map(async ([name, args]) => {
    const started = performance.now()
    const failure = await runQuietly(process.execPath, args)
    if (failure === undefined) say(`✓ ${name} ${((performance.now() - started) / 1000).toFixed(1)} s`)
    else complain(`✕ ${name}\n${failure}\n`)
    return failure === undefined
  }),
)
process.exitCode = results.every(Boolean) ? 0 : 1
