import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { withCommands } from '../../scripts/messages/commands.ts'
import { buildPage } from '../../scripts/messages/page.ts'

const docs = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')

it('docs/messages.md is up to date; if not: npm run docs', () => {
  expect(buildPage() === docs('messages.md')).toBe(true)
})

it.each([
  ['admins.md', 'zh-CN'],
  ['admins.en.md', 'en'],
] as const)('docs/%s lists every command as the bot’s table has it; if not: npm run docs', (name, locale) => {
  expect(withCommands(docs(name), locale) === docs(name)).toBe(true)
  for (const command of ['/queue', '/stats', '/assign', '/export', '/pause', '/resume', '/next'])
    expect(docs(name)).toContain(`| \`${command}\` |`)
})
