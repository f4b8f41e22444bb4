import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { buildPage } from '../../scripts/messages/page.ts'

it('docs/messages.md is up to date; if not: npm run docs', () => {
  expect(buildPage() === readFileSync(new URL('../../docs/messages.md', import.meta.url), 'utf8')).toBe(true)
})
