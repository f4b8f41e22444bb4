import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedApi, serveApi } from '../support/api.ts'
import { createTestDesk, type TestDesk } from '../support/desk.ts'

const script = "export const said = '您好'\n".repeat(100)
let desk: TestDesk
let api: ServedApi
let pagesDir: string
beforeAll(async () => {
  pagesDir = await mkdtemp(join(tmpdir(), 'mianshen-pages-'))
  await mkdir(join(pagesDir, 'assets'))
  await writeFile(join(pagesDir, 'assets/page.js'), script)
  await writeFile(join(pagesDir, 'assets/page.js.gz'), gzipSync(script))
  await writeFile(join(pagesDir, 'assets/unpacked.js'), script)
  desk = await createTestDesk()
  api = await serveApi(desk, undefined, { pagesDir })
})
afterAll(async () => {
  await api.close()
  await desk.close()
  await rm(pagesDir, { recursive: true })
})

test.each([
  ['page.js', 'gzip, deflate, br', 'gzip'],
  ['page.js', 'identity', null],
  ['unpacked.js', 'gzip', null],
])('%s comes to a browser that takes %s as %s, the same words and kept for good', async (file, takes, encoding) => {
  const response = await api.request(`/assets/${file}`, { headers: { 'accept-encoding': takes } })
  expect(response.headers.get('content-encoding')).toBe(encoding)
  expect(response.headers.get('content-type')).toContain('text/javascript')
  expect(response.headers.get('cache-control')).toContain('immutable')
  if (encoding) expect(response.headers.get('vary')).toContain('Accept-Encoding')
  expect(await response.text()).toBe(script)
})
