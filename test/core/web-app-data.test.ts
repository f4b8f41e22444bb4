import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readInitData } from '../../core/person/web-app-data.ts'

const token = '123456789:AAExampleTokenOfNobodyAtAll-000000000'
const now = new Date('2026-11-24T01:00:00Z')
const seconds = Math.floor(+now / 1000)

/** Signs as Telegram's documentation says; also fields that a newer client adds. */
function sign(fields: Record<string, string>, by = token): string {
  const lines = Object.entries(fields)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join('\n')
  const key = createHmac('sha256', 'WebAppData').update(by).digest()
  const hash = createHmac('sha256', key).update(lines).digest('hex')
  return new URLSearchParams({ ...fields, hash }).toString()
}

const fields = {
  query_id: 'AAHdF6IQAAAAAN0XohDhrOrc',
  user: JSON.stringify({ id: 279058397, first_name: 'Лин & 林', username: 'lin', language_code: 'zh-hans' }),
  auth_date: String(seconds - 30),
  signature: 'zL-ucjNyREiHDE8aihFwpfR9aggP2xiAo3NSpfe-p7IbCisNlDKlo7Kb6G4D0Ao2mBrSgEk4maLSdv6MLIlADQ',
}
const without = (key: string) => Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key))

describe('who opened a mini-app is what the messenger signed, and nothing else', () => {
  it('signed for this bot, and fresh: the person', () => {
    expect(readInitData(sign(fields), token, now)).toEqual({ telegramId: 279058397 })
    expect(readInitData(sign({ ...fields, auth_date: String(seconds + 59) }), token, now)).toBeDefined()
    expect(readInitData(sign({ ...fields, auth_date: String(seconds - 3600) }), token, now)).toBeDefined()
  })

  it.each([
    ['nothing', ''],
    ['words', 'hello'],
    ['another bot’s', sign(fields, '987654321:AAAnotherToken')],
    ['another person put in', sign(fields).replace('279058397', '279058398')],
    ['a field added', `${sign(fields)}&start_param=x`],
    ['a field twice', `${sign(fields)}&auth_date=${seconds}`],
    ['a field taken out', sign(fields).replace(/query_id=[^&]*&/, '')],
    ['a hash that is none', sign(fields).replace(/hash=\w+/, 'hash=zz')],
    ['no hash', sign(fields).replace(/&hash=\w+/, '')],
    ['older than an hour', sign({ ...fields, auth_date: String(seconds - 3601) })],
    ['of a time to come', sign({ ...fields, auth_date: String(seconds + 120) })],
    ['without a time', sign(without('auth_date'))],
    ['without a person', sign(without('user'))],
    ['a person that is none', sign({ ...fields, user: '{"id":"279058397"}' })],
    ['a person that is no JSON', sign({ ...fields, user: '{' })],
    ['far too long', sign({ ...fields, query_id: 'x'.repeat(5000) })],
  ])('%s: nobody', (_what, initData) => {
    expect(readInitData(initData, token, now)).toBeUndefined()
  })

  it('without a token there are no mini-apps', () => {
    expect(readInitData(sign(fields, ''), '', now)).toBeUndefined()
  })
})
