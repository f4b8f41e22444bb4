import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { ada, type Messenger, startMessenger, TOKEN } from './messenger.ts'

let database: TestDatabase
let messenger: Messenger
let pagesDir: string

beforeAll(async () => {
  database = await createTestDatabase({ migrated: false })
  pagesDir = await mkdtemp(join(tmpdir(), 'sandbox-pages-'))
  await mkdir(join(pagesDir, 'sandbox'))
  await writeFile(join(pagesDir, 'sandbox', 'index.html'), '<!doctype html><title>Sandbox</title>')
  messenger = await startMessenger(database.url, { pagesDir })
})
afterAll(async () => {
  await messenger.stop()
  await database.drop()
  await rm(pagesDir, { recursive: true })
})

/** With headers that fetch does not let one set. */
function ask(path: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${messenger.origin}${path}`,
      { method, headers: { 'content-type': 'application/json', ...headers } },
      response => {
        response.resume()
        resolve(response.statusCode)
      },
    )
    sent.on('error', reject)
    sent.end(method === 'POST' ? '{"text":"hi"}' : undefined)
  })
}

const text = `/sandbox/api/chats/${ada.id}/text`
const getMe = `/sandbox/telegram/bot${TOKEN}/getMe`

test('a foreign Host, a proxy before it, and another site’s page are refused', async () => {
  const port = new URL(messenger.origin).port
  expect(await ask(getMe, { host: `evil.example:${port}` })).toBe(403)
  expect(await ask('/sandbox', { host: `evil.example:${port}` })).toBe(403)
  expect(await ask(getMe, { 'x-forwarded-for': '203.0.113.7' })).toBe(403)
  expect(await ask(text, { origin: 'https://evil.example' }, 'POST')).toBe(403)
  expect(await ask(text, { 'sec-fetch-site': 'cross-site' }, 'POST')).toBe(403)
  expect(await ask('/sandbox/api/state', { 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await ask(getMe, { 'sec-fetch-site': 'cross-site' })).toBe(403)
})

test('the page itself, localhost and programs on this machine are served', async () => {
  const port = new URL(messenger.origin).port
  expect(await ask(getMe, { host: `localhost:${port}` })).toBe(200)
  expect(await ask(text, { origin: messenger.origin, 'sec-fetch-site': 'same-origin' }, 'POST')).toBe(200)
  expect(await ask('/sandbox', { 'sec-fetch-site': 'cross-site' })).toBe(200)
})

test('the page comes with a policy that allows nothing from elsewhere', async () => {
  const page = await fetch(`${messenger.origin}/sandbox`)
  expect(await page.text()).toContain('<title>Sandbox</title>')
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'self'.*frame-src 'self'.*connect-src 'self'/)
  expect(page.headers.get('content-security-policy')).not.toContain('unsafe-eval')
})

test('a call that does not come over a socket of this machine is refused', async () => {
  expect((await messenger.sandbox.app.request('/sandbox/api/state')).status).toBe(403)
})
