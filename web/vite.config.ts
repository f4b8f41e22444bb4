import { existsSync, readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'

const root = dirname(fileURLToPath(import.meta.url))

/** Every folder of `web/` with an index.html is a page of its own. */
const pages = readdirSync(root, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && existsSync(join(root, entry.name, 'index.html')))
  .map(entry => [entry.name, join(root, entry.name, 'index.html')])

/** Beside each file of text its gzip, which the API hands to whoever takes it (api/pages.ts): packed once, and as tight as it gets. */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const files = Object.keys(bundle).filter(file => /\.(?:js|css|svg)$/.test(file))
    const pack = async (path: string) => writeFile(`${path}.gz`, gzipSync(await readFile(path), { level: 9 }))
    await Promise.all(files.map(file => pack(join(dir, file))))
  },
}

export default defineConfig({
  root,
  base: '/',
  appType: 'mpa',
  plugins: [preact(), packed],
  server: { proxy: { '/sandbox/api': 'http://127.0.0.1:3000', '/api': { target: 'http://127.0.0.1:3000', ws: true } } },
  build: {
    outDir: join(root, '..', 'dist', 'web'),
    emptyOutDir: true,
    assetsDir: 'assets',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: Object.fromEntries(pages) },
  },
})
