import { describe, expect, test } from 'vitest'
import { createSearch } from './find-leaks.ts'

const value = '欧阳晓雨'
const search = createSearch([
  { what: 'a name', value },
  { what: 'a number', value: '119999199208153734' },
])

describe('the search for leaks finds what there is', () => {
  test.each([
    ['plain', Buffer.from(`x${value}y`)],
    ['hex', Buffer.from(`\\x00${Buffer.from(value).toString('hex')}`)],
    ['base64', Buffer.from(Buffer.from(`{"name":"${value}"}`).toString('base64'))],
    ['base64', Buffer.from(Buffer.from(`{"name":" ${value}"}`).toString('base64'))],
    ['base64', Buffer.from(Buffer.from(`{"name":"  ${value}"}`).toString('base64'))],
    ['UTF-16', Buffer.from(`ab${value}`, 'utf16le')],
    ['JSON escapes', Buffer.from('"\\u6b27\\u9633\\u6653\\u96e8"')],
    ['URL escapes', Buffer.from(`?name=${encodeURIComponent(value)}`)],
  ])('%s', (encoding, bytes) => {
    expect(search.find(Buffer.concat([Buffer.alloc(1000, 7), bytes]), 'here')).toContain(`a name (${encoding}) in here`)
  })

  test('and nothing else', () => {
    expect(search.find(Buffer.from('欧阳晓 119999199208153735 欧阳晓雪'), 'here')).toEqual([])
  })

  test('a value that stands in anything by chance is refused', () => {
    expect(() => createSearch([{ what: 'a code', value: '12345' }])).toThrow('too short')
  })
})
