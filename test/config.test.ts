import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '../config.ts'

const token = '123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc'
const masterKey = Buffer.alloc(32, 7).toString('base64')
const problemOf = (env: Record<string, string>) => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return undefined
}

describe('settings', () => {
  test('an empty environment, and one of empty values, give the defaults of the sandbox', () => {
    expect(readConfig({})).toEqual(readConfig({ PORT: '', BOT_TOKEN: '', DATABASE_URL: '' }))
    expect(readConfig({})).toMatchObject({
      production: false,
      http: { host: '127.0.0.1', port: 3000, publicUrl: 'http://127.0.0.1:3000' },
      officeTimeZone: 'Asia/Shanghai',
      defaultLocale: 'zh-CN',
      roles: ['bot', 'api', 'jobs'],
    })
  })

  test.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PUBLIC_URL', 'ftp://x'],
    ['PUBLIC_URL', 'our-own-machine'],
    ['BOT_TOKEN', 'secret-but-wrong'],
    ['DATABASE_URL', 'mysql://x'],
    ['MASTER_KEY', 'short'],
    ['ADMIN_IDS', 'me'],
    ['ICE_SERVERS', 'turn:us'],
    ['ICE_SERVERS', '[{"url":"x"}]'],
    ['OFFICE_TIME_ZONE', 'Asia/Peking-ish'],
    ['DEFAULT_LOCALE', 'de'],
    ['BOT_MODE', 'pull'],
    ['ROLE', 'bot,cook'],
    ['AGORA_APP_ID', 'xyz'],
    ['WEBHOOK_SECRET', 'with spaces in it!'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s is refused by its name, with an example and without its value', (name, value) => {
    const problem = problemOf({ [name]: value })
    expect(problem).toMatch(new RegExp(`^${name} (must|is)`))
    expect(problem).not.toContain(value)
  })

  test('what goes together is asked for together', () => {
    expect(problemOf({ BOT_TOKEN: token })).toMatch(/^MASTER_KEY is needed/)
    expect(problemOf({ BOT_MODE: 'webhook' })).toMatch(/^WEBHOOK_SECRET is needed/)
    expect(problemOf({ BOT_TOKEN: token, MASTER_KEY: masterKey, BOT_MODE: 'webhook', WEBHOOK_SECRET: 'a'.repeat(24) })).toMatch(
      /^PUBLIC_URL must be an https/,
    )
    expect(problemOf({ AGORA_APP_ID: 'a'.repeat(32) })).toMatch(/AGORA_APP_CERTIFICATE go together/)
    expect(problemOf({ ROLE: 'jobs' })).toMatch(/^DATABASE_URL is needed/)
    const shared = { BOT_TOKEN: token, MASTER_KEY: masterKey, DATABASE_URL: 'postgres://u:p@db/m' }
    expect(problemOf({ ...shared, ROLE: 'jobs' })).toMatch(/^AUDIT_KEY is needed/)
  })

  test('a real bot is production: webhook, admins and roles as set', () => {
    const env = {
      BOT_TOKEN: token,
      MASTER_KEY: masterKey,
      BOT_MODE: 'webhook',
      WEBHOOK_SECRET: 'a'.repeat(24),
      PUBLIC_URL: 'https://review.example.com/',
      ADMIN_IDS: '1, 22',
      DATABASE_URL: 'postgres://u:p@db/m',
      AUDIT_KEY: masterKey,
      ROLE: 'api,bot',
    }
    expect(readConfig(env)).toMatchObject({
      production: true,
      intake: { mode: 'webhook', secret: 'a'.repeat(24) },
      http: { publicUrl: 'https://review.example.com' },
      adminIds: [1, 22],
      roles: ['api', 'bot'],
    })
  })
})
