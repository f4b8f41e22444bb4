import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

/** Writes docs/messages.md; with `--check` only says whether it is up to date. */
const target = new URL('../docs/messages.md', import.meta.url)
const { module } = await runnerImport(fileURLToPath(new URL('./messages/page.ts', import.meta.url)), { configFile: false })
const page = module.buildPage()
if (process.argv.includes('--check')) {
  const current = await readFile(target, 'utf8').catch(() => '')
  if (current !== page) {
    process.stderr.write('docs/messages.md is not up to date: run `npm run docs`\n')
    process.exitCode = 1
  }
} else {
  await mkdir(new URL('.', target), { recursive: true })
  await writeFile(target, page)
}
