import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

/** Writes docs/messages.md, and the list of commands in the pages for admins; with `--check` only says whether they are up to date. */
const load = async path => (await runnerImport(fileURLToPath(new URL(path, import.meta.url)), { configFile: false })).module
const [{ buildPage }, { withCommands }] = [await load('./messages/page.ts'), await load('./messages/commands.ts')]
const pages = [
  { name: 'messages.md', make: () => buildPage() },
  { name: 'admins.md', make: page => withCommands(page, 'zh-CN') },
  { name: 'admins.en.md', make: page => withCommands(page, 'en') },
]
await mkdir(new URL('../docs/', import.meta.url), { recursive: true })
for (const { name, make } of pages) {
  const target = new URL(`../docs/${name}`, import.meta.url)
  const current = await readFile(target, 'utf8').catch(() => '')
  const page = make(current)
  if (page === current) continue
  if (process.argv.includes('--check')) {
    process.stderr.write(`docs/${name} is not up to date: run \`npm run docs\`\n`)
    process.exitCode = 1
  } else await writeFile(target, page)
}
