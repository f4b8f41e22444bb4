import './node-version.mjs'

if (process.argv.includes('--watch')) {
  const { watchAndRestart } = await import('./watch.mjs')
  await watchAndRestart()
} else {
  const { build } = await import('./build.mjs')
  if (await build()) {
    // In this very process: signals and the exit code need no passing on.
    process.setSourceMapsEnabled(true)
    await import('../dist/main.js')
  } else {
    process.exitCode = 1
  }
}
