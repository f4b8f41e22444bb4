import { describe, expect, test } from 'vitest'
import { formatText, formatTyped, splitTyped } from '../../sandbox/text/format.ts'
import { checkLink } from '../../sandbox/text/links.ts'

const ada = { id: 42, is_bot: false, first_name: 'Ada' }
const format = (text: string, parseMode: string) => formatText({ text, parseMode }, id => (id === 42 ? ada : undefined))
const refusal = (text: string, parseMode: string): string => {
  try {
    return `accepted: ${JSON.stringify(format(text, parseMode))}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
const prefix = "Bad Request: can't parse entities: "

describe('HTML becomes the entities that Telegram makes of it', () => {
  test.each([
    [
      '<b>a</b><strong>b</strong>',
      'ab',
      [
        ['bold', 0, 1],
        ['bold', 1, 1],
      ],
    ],
    [
      '<i>a</i> <em>b</em>',
      'a b',
      [
        ['italic', 0, 1],
        ['italic', 2, 1],
      ],
    ],
    [
      '<u>a</u><ins>b</ins>',
      'ab',
      [
        ['underline', 0, 1],
        ['underline', 1, 1],
      ],
    ],
    [
      '<s>a</s><strike>b</strike><del>c</del>',
      'abc',
      [
        ['strikethrough', 0, 1],
        ['strikethrough', 1, 1],
        ['strikethrough', 2, 1],
      ],
    ],
    [
      '<tg-spoiler>a</tg-spoiler><span class="tg-spoiler">b</span>',
      'ab',
      [
        ['spoiler', 0, 1],
        ['spoiler', 1, 1],
      ],
    ],
    [
      '<b>x <i>y</i></b>',
      'x y',
      [
        ['bold', 0, 3],
        ['italic', 2, 1],
      ],
    ],
    ['😀<b>😀</b>', '😀😀', [['bold', 2, 2]]],
    ['<B>upper</B>', 'upper', [['bold', 0, 5]]],
    ['<code>a &lt; b</code>', 'a < b', [['code', 0, 5]]],
    ['<blockquote>q</blockquote>', 'q', [['blockquote', 0, 1]]],
    ['<blockquote expandable>q</blockquote>', 'q', [['expandable_blockquote', 0, 1]]],
    ['&lt;&gt;&amp;&quot;&#39;&#x4e2d;&nbsp;', '<>&"\'中&nbsp;', []],
    ['<b></b>empty', 'empty', []],
    ['<code>in <b>code</b></code>', 'in code', [['code', 0, 7]]],
  ])('%s', (source, text, entities) => {
    const formatted = format(source, 'HTML')
    expect(formatted.text).toBe(text)
    expect(formatted.entities.map(({ type, offset, length }) => [type, offset, length])).toEqual(entities)
  })

  test('links, languages, emoji and times carry their values', () => {
    expect(format('<a href="https://example.com/a?b=1&amp;c=2">x</a>', 'html').entities).toEqual([
      { type: 'text_link', url: 'https://example.com/a?b=1&c=2', offset: 0, length: 1 },
    ])
    expect(format("<a href='http://127.0.0.1:3000/c/abc'>x</a>", 'HTML').entities).toMatchObject([
      { url: 'http://127.0.0.1:3000/c/abc' },
    ])
    expect(format('<a href="http://localhost:3000/">x</a>', 'HTML').entities).toEqual([])
    expect(format('<a href="tg://user?id=42">x</a>', 'HTML').entities).toMatchObject([{ type: 'text_mention', user: ada }])
    expect(format('<pre><code class="language-ts">x</code></pre>', 'HTML').entities).toEqual([
      { type: 'pre', language: 'ts', offset: 0, length: 1 },
    ])
    expect(format('<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', 'HTML').entities).toEqual([
      { type: 'custom_emoji', custom_emoji_id: '5368324170671202286', offset: 0, length: 2 },
    ])
    expect(format('at <tg-time unix="1647531900" format="wDT">22:45 (Asia/Shanghai)</tg-time>', 'HTML')).toEqual({
      text: 'at 22:45 (Asia/Shanghai)',
      entities: [{ type: 'date_time', unix_time: 1_647_531_900, date_time_format: 'wDT', offset: 3, length: 21 }],
    })
    expect(format('<tg-time unix="1647531900">now</tg-time>', 'HTML').entities).toMatchObject([{ date_time_format: '' }])
  })

  test.each([
    ['a <x>b</x>', 'Unsupported start tag "x" at byte offset 2'],
    ['中<br>', 'Unsupported start tag "br" at byte offset 3'],
    ['<b>a', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<b>a</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<b>a</b', 'Unclosed end tag at byte offset 4'],
    ['<a href>x</a>', 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'],
    ['<a href="x>y', 'Unclosed start tag at byte offset 0'],
    ['<span class="x">a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['1 < 2', 'Unsupported start tag "" at byte offset 2'],
    ['<tg-emoji emoji-id="x">y</tg-emoji>', 'Invalid custom emoji identifier specified'],
    ['<tg-time unix="1" format="Q">y</tg-time>', 'Invalid date-time format specified'],
  ])('%s is refused', (source, problem) => {
    expect(refusal(source, 'HTML')).toBe(prefix + problem)
  })
})

describe('MarkdownV2 becomes the entities that Telegram makes of it', () => {
  test.each([
    [
      '*a* _b_ __c__ ~d~ ||e||',
      'a b c d e',
      [
        ['bold', 0, 1],
        ['italic', 2, 1],
        ['underline', 4, 1],
        ['strikethrough', 6, 1],
        ['spoiler', 8, 1],
      ],
    ],
    [
      '*b _i_ b*',
      'b i b',
      [
        ['bold', 0, 5],
        ['italic', 2, 1],
      ],
    ],
    [
      '`c\\`d` ```ts\nx\n```',
      'c`d x',
      [
        ['code', 0, 3],
        ['pre', 4, 1],
      ],
    ],
    ['[x](http://example.com/\\))', 'x', [['text_link', 0, 1]]],
    ['1\\. a\\-b', '1. a-b', []],
    ['>one\n>two\nthree', 'one\ntwo\nthree', [['blockquote', 0, 7]]],
    ['>one\n>two||', 'one\ntwo', [['expandable_blockquote', 0, 7]]],
    ['![22:45](tg://time?unix=1647531900&format=t)', '22:45', [['date_time', 0, 5]]],
    [
      '___italic underline_**__',
      'italic underline',
      [
        ['underline', 0, 16],
        ['italic', 0, 16],
      ],
    ],
  ])('%s', (source, text, entities) => {
    const formatted = format(source, 'MarkdownV2')
    expect(formatted.text).toBe(text)
    expect(formatted.entities.map(({ type, offset, length }) => [type, offset, length]).sort()).toEqual([...entities].sort())
  })

  test.each([
    ['a.b', "Character '.' is reserved and must be escaped with the preceding '\\'"],
    ['中*a', "Can't find end of Bold entity at byte offset 3"],
    ['[a](b', "Can't find end of a URL at byte offset 4"],
    ['`a', "Can't find end of Code entity at byte offset 0"],
  ])('%s is refused', (source, problem) => {
    expect(refusal(source, 'MarkdownV2')).toBe(prefix + problem)
  })
})

test('legacy Markdown makes plain entities, and an open one is refused', () => {
  expect(format('*a* _b_ `c` [d](http://example.com/)', 'Markdown').entities.map(({ type }) => type)).toEqual([
    'bold',
    'italic',
    'code',
    'text_link',
  ])
  expect(refusal('snake_case', 'Markdown')).toBe(`${prefix}Can't find end of the entity starting at byte offset 5`)
})

test('explicit entities are kept, shifted with the trimmed text, and refused beyond its end', () => {
  const bold = (offset: number, length: number) =>
    formatText({ text: '  hi  ', entities: [{ type: 'bold', offset, length }] }, () => undefined)
  expect(bold(2, 2)).toEqual({ text: 'hi', entities: [{ type: 'bold', offset: 0, length: 2 }] })
  expect(bold(2, 4)).toEqual({ text: 'hi', entities: [{ type: 'bold', offset: 0, length: 2 }] })
  expect(() => bold(5, 9)).toThrow(/can't parse entities/)
})

test('links, commands, mentions, tags, e-mail and phone numbers are found in plain text', () => {
  const found = (text: string) =>
    formatTyped(text).entities.map(({ type, offset, length }) => `${type}:${text.slice(offset, offset + length)}`)
  expect(found('/start abc')).toEqual(['bot_command:/start'])
  expect(found('go /book@mianshen_bot now')).toEqual(['bot_command:/book@mianshen_bot'])
  expect(found('a/b and 1/2')).toEqual([])
  expect(found('see https://example.com/a_b?c=1. Or (http://127.0.0.1:3000/c/x)，好')).toEqual([
    'url:https://example.com/a_b?c=1',
    'url:http://127.0.0.1:3000/c/x',
  ])
  expect(found('example.com and file.txt')).toEqual(['url:example.com'])
  expect(found('@ada_l #审核 a@b.example.com +86 138 0013 8000')).toEqual([
    'mention:@ada_l',
    'hashtag:#审核',
    'email:a@b.example.com',
    'phone_number:+86 138 0013 8000',
  ])
})

test('what a person types beyond 4096 characters goes out as several messages and loses nothing', () => {
  const text = `${'甲'.repeat(3000)} ${'乙'.repeat(2000)}`
  const parts = splitTyped(text, 4096)
  expect(parts.map(part => part.length)).toEqual([3001, 2000])
  expect(parts.join('')).toBe(text)
  expect(splitTyped('😀'.repeat(5000), 4096).map(part => [...part].length)).toEqual([4096, 904])
})

test('a button may name 127.0.0.1 but not localhost; a mini-app takes https, or http on this machine', () => {
  expect(checkLink('https://example.com')).toEqual({ url: 'https://example.com/' })
  expect(checkLink('http://127.0.0.1:3000/c/x')).toEqual({ url: 'http://127.0.0.1:3000/c/x' })
  expect(checkLink('tg://user?id=1')).toEqual({ url: 'tg://user?id=1' })
  expect(checkLink('http://localhost:3000')).toEqual({ problem: 'Wrong HTTP URL' })
  expect(checkLink('https://')).toEqual({ problem: 'Wrong HTTP URL' })
  expect(checkLink('https://bad host.example/')).toEqual({ problem: 'Wrong HTTP URL' })
  expect(checkLink('ftp://example.com/')).toEqual({ problem: 'Unsupported URL protocol' })
  expect(checkLink('http://example.com/', { httpsOnly: true })).toEqual({ problem: 'Only HTTPS links are allowed' })
  expect(checkLink('http://127.0.0.1:3000/m', { httpsOnly: true })).toEqual({ url: 'http://127.0.0.1:3000/m' })
})
