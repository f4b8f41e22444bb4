import './node-version.mjs'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from './build/inputs.mjs'
import { build } from './build.mjs'
import { say } from './say.mjs'

/** Builds, runs Vitest with the arguments given, and says as the last line how many tests passed and failed. */
async function test(args) {
  if (!(await build())) return { passed: 0, failed: 1 }
  const folder = mkdtempSync(join(tmpdir(), 'mianshen-report-'))
  const report = join(folder, 'report.json')
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  try {
    const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...args], { cwd: root, stdio: 'inherit' })
    // Ctrl-C reaches Vitest itself; we stay to count.
    process.on('SIGINT', () => undefined)
    const status = await new Promise((resolve, reject) => child.once('error', reject).once('close', code => resolve(code ?? 1)))
    const counts = count(report)
    // An error outside of any test (a setup, an unhandled rejection) fails the run, so it counts.
    if (status !== 0 && counts.failed === 0) counts.failed = 1
    return counts
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function count(report) {
  let results
  try {
    results = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { passed: 0, failed: 1 }
  }
  // A file can fail without a failed test in it: it did not load, or a hook of it failed.
  const brokenFiles = results.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  return { passed: results.numPassedTests, failed: results.numFailedTests + brokenFiles.length }
}

const { passed, failed } = await test(process.argv.slice(2))
if (passed + failed === 0) say('no test ran')
say(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
