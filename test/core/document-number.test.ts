import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { checkCharacter, maskDocumentNumber, parseDocumentNumber } from '../../core/application/document-number.ts'
import { inventNumber } from '../support/desk.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const parse = (raw: string) => parseDocumentNumber(raw, today)

test('the example of GB 11643-1999 has the check digit that the standard prints', () => {
  expect(checkCharacter('11010519491231002')).toBe('X')
  expect(checkCharacter('44052418800101001')).toBe('4')
})

test.each([
  ['', 'length'],
  ['12345', 'length'],
  ['11010119900307004', 'length'],
  ['1101011990030700５５', 'characters'],
  ['11010A199003070047', 'characters'],
  ['99010119900307004X', 'region'],
  ['110101199002300010', 'birth-date'],
  ['110101203001010010', 'birth-date'],
  ['110101199013010010', 'birth-date'],
])('%s is refused: %s', (raw, problem) => {
  expect(parse(raw)).toEqual({ ok: false, problem })
})

test('under age until the eighteenth birthday, of age on it', () => {
  expect(parse(inventNumber('20081124'))).toEqual({ ok: false, problem: 'under-age' })
  expect(parse(inventNumber('20081123'))).toMatchObject({ ok: true, birthDate: '2008-11-23' })
})

test('spaces and a small x are taken, the sex digit is read', () => {
  expect(parse('110105 19491231 002x')).toEqual({ ok: true, value: '11010519491231002X', birthDate: '1949-12-31', sex: 'female' })
})

test('one wrong digit anywhere is always found', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 16 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 999 }),
      (place, shift, order) => {
        const right = inventNumber('19900307', String(order).padStart(3, '0'))
        const wrong = right.slice(0, place) + ((Number(right[place]) + shift) % 10) + right.slice(place + 1)
        expect(parse(right).ok).toBe(true)
        expect(parse(wrong).ok).toBe(false)
      },
    ),
  )
})

test('masked, it keeps its ends', () => {
  expect(maskDocumentNumber('11010519491231002X')).toBe('110***********002X')
  expect(maskDocumentNumber('XX0000042')).toBe('XX*****42')
})
