import './node-version.mjs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'
import { build } from './build.mjs'
import { say } from './say.mjs'

/** Walks the journey in the sandbox, in both languages, and writes the pictures of docs/screenshots/. */
const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url))
if (await build()) {
  const { module } = await runnerImport(fileURLToPath(new URL('./screenshots/take.ts', import.meta.url)), { configFile: false })
  await module.takeScreenshots(folder, say)
} else {
  process.exitCode = 1
}
