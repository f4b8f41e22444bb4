import { describe, expect, it, test } from 'vitest'
import { readMoney } from '../../core/device/catalogue-cells.ts'
import { type Entry, mostRows, readCatalogueFile, writeCatalogueFile } from '../../core/device/catalogue-file.ts'
import { parseDeviceChange } from '../../core/device/parse-change.ts'

const phone: Entry = {
  id: 'phone-pro',
  nameZh: '青禾 手机 12 Pro',
  nameEn: 'Qinghe "Phone", 12 Pro',
  monthlyRentFen: 22_950,
  depositFen: 150_000,
  valueFen: 699_900,
  terms: [6, 12, 24],
  active: false,
  picture: null,
}
const heading = 'id,name-zh,name-en,monthly-rent,deposit,value,terms,active'
const row = 'phone-a,青禾,Qinghe,99,500,2999,6 12,yes'
const file = (...rows: string[]) => Buffer.from([heading, ...rows].join('\r\n'))
const read = (bytes: Uint8Array) => readCatalogueFile(bytes)
const problems = (bytes: Uint8Array) => {
  const result = read(bytes)
  return 'problems' in result ? result.problems : []
}

test('a catalogue that was written is read back as it was, formulas made harmless', () => {
  const odd = { ...phone, id: 'x2', nameEn: 'plus +1', picture: 'https://pictures.example/a.jpg' }
  expect(read(Buffer.from(writeCatalogueFile([phone, odd])))).toEqual({ entries: [phone, odd] })
  expect(writeCatalogueFile([{ ...phone, nameEn: '=1+1' }])).toContain("'=1+1")
})

describe('files as people save them', () => {
  const expected = { id: 'phone-a', nameZh: '青禾', monthlyRentFen: 9_900, terms: [6, 12], active: true }
  it.each([
    ['UTF-8', file(row)],
    ['UTF-8 with its mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), file(row)])],
    [
      'GB18030',
      Buffer.concat([
        Buffer.from(`${heading}\nphone-a,`),
        Buffer.from([0xc7, 0xe0, 0xba, 0xcc]),
        Buffer.from(',Qinghe,99,500,2999,6 12,yes\n'),
      ]),
    ],
    ['semicolons', Buffer.from(`${heading}\n${row}`.replaceAll(',', ';'))],
    ['tabs', Buffer.from(`${heading}\n${row}`.replaceAll(',', '\t'))],
    [
      'Chinese headings',
      Buffer.from(
        `编号,中文名,英文名,月租（元）,押金,价值,租期（月）,上架\nphone-a,青禾,Qinghe,￥99,500 元,"2,999",6、12 个月,是`,
      ),
    ],
    [
      'columns in another order, and one more',
      Buffer.from(
        `active,terms,value,deposit,monthly-rent,name-en,name-zh,id,remark\nYES,6/12,2999,500,99.00,Qinghe,青禾,PHONE-A,-`,
      ),
    ],
  ])('%s', (_how, bytes) => {
    expect(read(bytes)).toMatchObject({ entries: [expected] })
  })
})

describe('G11: what is wrong is said with its line and column, and nothing is read', () => {
  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff, 0xff]), [{ line: 1, problem: 'not-text' }]],
    [
      'a wrong column',
      Buffer.from(`${heading.replace('deposit', 'depozit')}\n${row}`),
      [{ line: 1, column: 'deposit', problem: 'columns' }],
    ],
    ['a heading alone', file(), [{ line: 2, problem: 'empty' }]],
    [
      'a negative price',
      file(row, row.replace('phone-a', 'phone-b').replace('99', '-99')),
      [{ line: 3, column: 'monthly-rent', problem: 'money' }],
    ],
    ['a formula', file(row.replace('Qinghe', '=HYPERLINK(1)')), [{ line: 2, column: 'name-en', problem: 'name' }]],
    ['an empty name', file(row.replace('青禾', ' ')), [{ line: 2, column: 'name-zh', problem: 'name' }]],
    ['a term of no months', file(row.replace('6 12', '0')), [{ line: 2, column: 'terms', problem: 'terms' }]],
    ['neither yes nor no', file(row.replace('yes', 'maybe')), [{ line: 2, column: 'active', problem: 'active' }]],
    ['an id with a colon', file(row.replace('phone-a', 'a:b')), [{ line: 2, column: 'id', problem: 'id' }]],
    ['an id twice', file(row, row), [{ line: 3, column: 'id', problem: 'twice' }]],
    ['a cell too many', file(`${row},more`), [{ line: 2, problem: 'cells' }]],
  ])('%s', (_what, bytes, expected) => {
    expect(problems(bytes)).toEqual(expected)
  })

  it('a hundred thousand rows are refused at the first too many', () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => row.replace('phone-a', `p-${index}`))
    expect(problems(file(...rows))).toEqual([{ line: mostRows + 2, problem: 'too-many' }])
  })

  it('no more than five problems come back', () => {
    expect(problems(file(...Array.from({ length: 30 }, () => row.replace('99', 'x'))))).toHaveLength(5)
  })
})

test.each([
  ['1499', 149_900],
  ['１４９９.５', 149_950],
  ['¥1,499.05', 149_905],
  ['0', 0],
  ['14,99', undefined],
  ['1.499', undefined],
  ['1e5', undefined],
  ['', undefined],
])('money “%s” is %s fen', (text, fen) => {
  expect(readMoney(text)).toBe(fen)
})

test.each([
  ['rent', '199', { monthlyRentFen: 19_900 }],
  ['月租', '199 元', { monthlyRentFen: 19_900 }],
  ['terms', '12, 6', { terms: [6, 12] }],
  ['active', '否', { active: false }],
  ['name-en', 'Phone 9', { nameEn: 'Phone 9' }],
  ['rent', '-1', undefined],
  ['colour', 'red', undefined],
  ['id', 'other', undefined],
])('one field by hand: %s %s', (field, value, change) => {
  expect(parseDeviceChange(field, value)).toEqual(change)
})

test('a picture is an address, a shape or one that was sent; a file from before pictures leaves them as they are', () => {
  const said = (cell: string) => read(Buffer.from(`${heading},图片\n${row},${cell}`))
  const kept = (cell: string) => {
    const result = said(cell)
    return 'entries' in result ? result.entries[0]?.picture : result.problems
  }
  expect([kept(''), kept('平板'), kept('laptop')]).toEqual([null, 'tablet', 'laptop'])
  expect(kept('http://a.example/p.png')).toBe('http://a.example/p.png')
  const wrong = [{ line: 2, column: 'picture', problem: 'picture' }]
  expect([kept('javascript:alert(1)'), kept('fridge'), kept(`https://${'a'.repeat(500)}`)]).toEqual([wrong, wrong, wrong])
  const old = read(file(row))
  expect('entries' in old && old.entries[0]?.picture).toBeUndefined()
})
