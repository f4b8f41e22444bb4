import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { halves } from './build/halves.mjs'
import { hashOf, root } from './build/inputs.mjs'
import { underBuildLock } from './build/lock.mjs'
import { complain, say } from './say.mjs'

const stampOf = half => join(root, 'dist', `.stamp-${half.name}`)

function isCurrent(half) {
  const stamp = existsSync(stampOf(half)) && readFileSync(stampOf(half), 'utf8')
  return stamp === hashOf(half.inputs()) && half.outputs().every(file => existsSync(join(root, file)))
}

/** Builds what is not up to date, both halves at once; true when all is well, else what went wrong stands on stderr. */
export async function build(parts = halves) {
  if (parts.every(isCurrent)) return true
  return underBuildLock(async () => {
    const results = await Promise.all(parts.filter(half => !isCurrent(half)).map(buildHalf))
    return results.every(Boolean)
  })
}

async function buildHalf(half) {
  const started = performance.now()
  // Hashed before: a file changed during the build makes the next one build again.
  const hash = hashOf(half.inputs())
  rmSync(stampOf(half), { force: true })
  const failure = await half.build().catch(error => error.message)
  if (failure !== undefined) {
    complain(`The ${half.name} could not be built:\n${failure}\n`)
    return false
  }
  writeFileSync(stampOf(half), hash)
  say(`built ${half.name} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return true
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = (await build()) ? 0 : 1
