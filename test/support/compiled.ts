import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const folder = fileURLToPath(new URL('../../node_modules/.cache/mianshen-test', import.meta.url))

/**
 * A module with all that it imports of ours as one JavaScript file, for a test that starts a process of its own: Node 20 does not run
 * TypeScript. It lies under node_modules so that packages are found. `url` is import.meta.url of the test, `path` relative to it.
 */
export async function compiled(url: string, path: string): Promise<{ file: string; remove(): Promise<void> }> {
  const entry = fileURLToPath(new URL(path, url))
  const outDir = join(folder, `${process.pid}-${Math.random().toString(36).slice(2)}`)
  await mkdir(outDir, { recursive: true })
  await build({
    configFile: false,
    logLevel: 'error',
    root: dirname(entry),
    build: { ssr: entry, outDir, target: 'node20', minify: false, rolldownOptions: { output: { entryFileNames: 'main.mjs' } } },
  })
  return { file: join(outDir, 'main.mjs'), remove: () => rm(outDir, { recursive: true, force: true }) }
}
