import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

const root = dirname(fileURLToPath(import.meta.url))

/** Every folder of `web/` with an index.html is a page of its own. */
const pages = readdirSync(root, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && existsSync(join(root, entry.name, 'index.html')))
  .map(entry => [entry.name, join(root, entry.name, 'index.html')])

export default defineConfig({
  root,
  base: '/',
  appType: 'mpa',
  plugins: [preact()],
  server: { proxy: { '/sandbox/api': 'http://127.0.0.1:3000', '/api': { target: 'http://127.0.0.1:3000', ws: true } } },
  build: {
    outDir: join(root, '..', 'dist', 'web'),
    emptyOutDir: true,
    assetsDir: 'assets',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: Object.fromEntries(pages) },
  },
})
