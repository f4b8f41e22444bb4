import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { consentKinds } from '../../core/application/steps.ts'
import { defaultPolicy } from '../../core/policy.ts'
import { locales } from '../../db/values.ts'
import { parseHtml } from '../../sandbox/text/html.ts'
import { consentText } from '../../texts/consents.ts'

/** The hash (its first 16 digits) of what was shown under each version. A changed text gets a new version in texts/consents.ts and a new line here; old lines stay. */
const shown: Record<string, string> = {
  'data zh-CN 1': '3291ca66b3f27671',
  'data en 1': '0e86825db10ae247',
  'data zh-CN 2': '1b5855556ea754c4',
  'data en 2': '11e5f2b5e59e4671',
  'data zh-CN 3': '18a1471019a7a566',
  'data en 3': 'cee133c55409e698',
  'face zh-CN 2': '233daa0f83be9e46',
  'face en 2': '7c421d409f108017',
  'recording zh-CN 2': '950c66dcbd9bb0b9',
  'recording en 2': '678f593d490dbc8a',
  'face zh-CN 1': 'b14259abd344a5ab',
  'face en 1': '1544e8fced0b69ba',
  'recording zh-CN 1': '5c28ea9b0fc51132',
  'recording en 1': 'b61bbaca4193ff18',
}

describe.each(consentKinds.flatMap(kind => locales.map(locale => ({ kind, locale }))))('$kind in $locale', ({ kind, locale }) => {
  const text = consentText(kind, locale, defaultPolicy)
  it('fits a chat message and says how to take it back', () => {
    const { text: read, entities } = parseHtml(text.html)
    expect(read.length).toBeLessThanOrEqual(900)
    expect(entities.length).toBeGreaterThan(3)
    expect(read).toContain('/delete')
    expect(read).toContain('180')
  })

  it('carries the hash of the very text', () => {
    expect(text.hash).toBe(createHash('sha256').update(text.html, 'utf8').digest('hex'))
  })

  it('has not changed under its version', () => {
    expect(text.hash.slice(0, 16)).toBe(shown[`${kind} ${locale} ${text.version}`])
  })
})

it('says how long the desk keeps things by its present policy', () => {
  const kept = { picturesKeptDays: 90, hashesKeptDays: 365 }
  expect(consentText('data', 'en', kept).html).toMatch(/for 90 days after the result[\s\S]*for 1 year after/)
  expect(consentText('data', 'zh-CN', kept).html).toMatch(/保存 90 天[\s\S]*保存 1 年/)
})
