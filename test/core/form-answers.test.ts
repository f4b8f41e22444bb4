import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { checkCharacter } from '../../core/application/document-number.ts'
import { documentOf } from '../../core/application/documents.ts'
import { matchRegion } from '../../core/application/match-region.ts'
import { type Parsed, parseText } from '../../core/application/parse-answer.ts'
import { parsePhone } from '../../core/application/parse-phone.ts'
import { parseMonths } from '../../core/application/parse-term.ts'
import { questions } from '../../core/application/questions.ts'
import { findStep } from '../../core/application/steps.ts'
import { inventNumber } from '../support/desk.ts'

const today = Temporal.PlainDate.from('2026-11-23')

/** What is kept, or the problem. */
const told = (parsed: Parsed) => (parsed.ok ? parsed.value : `! ${parsed.problem}`)

function say(field: string, text: string): string {
  const step = findStep(questions, field)?.step
  return step?.kind === 'text' ? told(parseText(step, text, { today, said: () => undefined })) : expect.fail(field)
}

const read = (kind: string) => (text: string) => {
  const result = documentOf(kind)?.read(text, today)
  return result?.ok ? (result.birthDate ?? result.value) : `! ${result?.problem}`
}

const permit = (first17: string) => first17 + checkCharacter(first17)

test.each([
  ['eighteen today', inventNumber('20081123'), '2008-11-23'],
  ['eighteen tomorrow', inventNumber('20081124'), '! under-age'],
  ['29 February of a leap year', inventNumber('20000229'), '2000-02-29'],
  ['29 February of a year that has none', inventNumber('20010229'), '! birth-date'],
  ['29 February of 1900, which was no leap year', inventNumber('19000229'), '! birth-date'],
  ['31 April', inventNumber('19900431'), '! birth-date'],
  ['month 13', inventNumber('19901301'), '! birth-date'],
  ['day 0', inventNumber('19900300'), '! birth-date'],
  ['born next year', inventNumber('20270101'), '! birth-date'],
  ['the old form of 15 digits', '110101900307004', '! length'],
  ['two digits changed places', inventNumber().replace('0307', '3007'), '! birth-date'],
])('resident card: %s', (_what, number, outcome) => {
  expect(read('resident-id')(number)).toBe(outcome)
})

test.each([
  ['the example that the rules of 2023 print', '932682198501010017', '1985-01-01'],
  ['the same with another check digit', '932682198501010018', '! check-digit'],
  ['spaces', '9326 8219 8501 0100 17', '1985-01-01'],
  ['eighteen today', permit('91182620081123001'), '2008-11-23'],
  ['eighteen tomorrow', permit('91182620081124001'), '! under-age'],
  ['29 February of a year that has none', permit('91182620010229001'), '! birth-date'],
  ['a province that is none', permit('99982619900307001'), '! permit'],
  ['the example of the form before', 'KAZ110090123105', '1990-12-31'],
  ['that in small letters with a space', 'kaz 110090123105', '1990-12-31'],
  ['the form before, born in this century', 'USA310000022901', '2000-02-29'],
  ['the form before, of somebody who is not 18 yet', 'USA310010030701', '! under-age'],
  ['the form before, with a day that is none', 'USA310090023005', '! permit-birth-date'],
  ['two letters', 'US3100900307051', '! permit'],
  ['a letter less in the digits', 'USA31009003O705', '! permit'],
  ['too short', 'USA31009003070', '! permit'],
])('permanent residence card: %s', (_what, number, outcome) => {
  expect(read('residence-permit')(number)).toBe(outcome)
})

test.each([
  ['e12345678', 'E12345678'],
  ['EA 1234567', 'EA1234567'],
  ['123456789', '123456789'],
  ['X12345', 'X12345'],
  ['12345', '! passport'],
  ['PASSPORT', '! passport'],
  ['E12345678901', '! passport'],
  ['护照E1234567', '! passport'],
  // the specimen of ICAO 9303, which expired in 2012
  ['L898902C36UTO7408122F1204159ZE184226B<<<<<10', '! expired'],
  ['L898902C36UTO7408123F1204159ZE184226B<<<<<10', '! passport-lines'],
  ['L898902C36UTO74081', '! passport'],
])('passport: %s is read as %s', (text, outcome) => {
  expect(read('passport')(text)).toBe(outcome)
})

test.each([
  ['13800138000', '+8613800138000'],
  ['138 0013 8000', '+8613800138000'],
  ['138-0013-8000', '+8613800138000'],
  ['１３８００１３８０００', '+8613800138000'],
  ['+86 138 0013 8000', '+8613800138000'],
  ['0086 13800138000', '+8613800138000'],
  ['8613800138000', '+8613800138000'],
  ['+86 10 6552 9988', '! landline'],
  ['010-6552 9988', '! landline'],
  ['010-12345678', '! landline'],
  ['01065529988', '! landline'],
  ['0571 1234567', '! landline'],
  ['(0571) 8765 4321', '! landline'],
  ['０５７１－８７６５４３２１', '! landline'],
  ['0571-87654321-802', '! landline'],
  ['座机：021-65529988', '! landline'],
  ['+86 0571 87654321', '! landline'],
  ['07911 123456', '! number'],
  // written like one of Guangzhou
  ['020 7946 0958', '! landline'],
  ['+44 7700 900123', '+447700900123'],
  ['+1 (212) 555-0123', '+12125550123'],
  ['+852 5123 4567', '+85251234567'],
  ['1380013800', '! number'],
  ['138001380001', '! number'],
  ['12800138000', '! number'],
  ['+86 12345', '! number'],
  ['+999 12345678', '! number'],
  ['没有手机', '! number'],
  ['手机号：138 0013 8000', '+8613800138000'],
  ['手機號碼：13800138000', '+8613800138000'],
  ['我的电话是13800138000', '+8613800138000'],
  ['usa 1101 8502 0301', '! number'],
  ['13800138000微信同号', '! number'],
  ['400-800-8888', '! number'],
  ['800 810 8888', '! number'],
  ['62345678', '! number'],
  ['0086 755 82345678', '! landline'],
])('phone: %s is read as %s', (text, outcome) => {
  expect(told(parsePhone(text))).toBe(outcome)
})

test.each([
  ['林晓雨', '林晓雨'],
  ['阿卜杜拉·买买提', '阿卜杜拉·买买提'],
  ['阿卜杜拉•买买提', '阿卜杜拉·买买提'],
  ['阿卜杜拉・买买提 ・ 艾力', '阿卜杜拉·买买提·艾力'],
  ['欧阳 晓雨', '欧阳晓雨'],
  ['欧阳·', '! characters'],
  ['𠮷田𠀀', '𠮷田𠀀'],
  ["Sinéad O'Connor", "Sinéad O'Connor"],
  ['Sinéad O’Connor', 'Sinéad O’Connor'],
  ['Jean-Luc Picard', 'Jean-Luc Picard'],
  ['Martin Luther King Jr.', 'Martin Luther King Jr.'],
  ['Ｍａｒｉａ', 'Maria'],
  ['Нина Иванова', 'Нина Иванова'],
  ['𠮷', '! too-short'],
  ['林晓雨2', '! characters'],
  ['林晓雨２', '! characters'],
  ['林_晓', '! characters'],
  ['·林晓', '! characters'],
  ['林😀晓', '! characters'],
  ["--O'", '! characters'],
  ...['yes', 'No', 'OK', 'ok.', 'ＯＫ', '同意', '好的', '好的。', '不是', '是的', '對的', 'agree'].map(
    (text): [string, string] => [text, '! bare-answer'],
  ),
  ['是', '! too-short'],
  ['Noah Okay', 'Noah Okay'],
  ['是云', '是云'],
  ['好乐', '好乐'],
] as [string, string][])('name: %s is read as %s', (text, outcome) => {
  expect(say('name', text)).toBe(outcome)
})

describe('dates', () => {
  test.each([
    ['1990-03-07', '1990-03-07'],
    ['19900307', '1990-03-07'],
    ['1990年3月7日', '1990-03-07'],
    ['1990/3/7', '1990-03-07'],
    ['7 March 1990', '1990-03-07'],
    ['March 7th, 1990', '1990-03-07'],
    ['23/3/1990', '1990-03-23'],
    ['3/7/1990', '! date'],
    ['2000-02-29', '2000-02-29'],
    ['2001-02-29', '! date'],
    ['2027-01-01', '! date'],
    ['2008-11-23', '2008-11-23'],
    ['2008-11-24', '! under-age'],
  ])('born %s is read as %s', (text, outcome) => {
    expect(say('birthDate', text)).toBe(outcome)
  })

  test.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-22', '! expired'],
    ['2099-01-01', '! date'],
  ])('valid until %s is read as %s', (text, outcome) => {
    expect(say('documentExpiry', text)).toBe(outcome)
  })
})

test.each([
  ['12', 12],
  ['１２个月', 12],
  ['十二个月', 12],
  ['半年', 6],
  ['一年', 12],
  ['一年半', 18],
  ['两年', 24],
  ['租 6 个月', 6],
  ['12 months', 12],
  ['one year', 12],
  ['a year', 12],
  ['half a year', 6],
  ['two years', 24],
  ['one year and a half', 18],
  ['1 年半', 18],
  ['12.5', undefined],
  ['１２．５个月', undefined],
  ['12,5', undefined],
  ['12-24', undefined],
  ['十二点五个月', undefined],
  ['1200', undefined],
  ['很久', undefined],
  ['forever', undefined],
])('a term typed as %s is %s months', (text, months) => {
  expect(parseMonths(text)).toBe(months)
})

test.each([
  ['浙江', {}, { province: '330000' }],
  ['广西', {}, { province: '450000' }],
  ['内蒙古', {}, { province: '150000' }],
  ['杭州', {}, { province: '330000', city: '330100' }],
  ['Hangzhou', {}, { province: '330000', city: '330100' }],
  ['shaanxi', {}, { province: '610000' }],
  ['Shanxi', {}, { province: '140000' }],
  ['hang zhou', { province: '330000' }, { province: '330000', city: '330100' }],
  ['西湖', { province: '330000', city: '330100' }, { province: '330000', city: '330100', district: '330106' }],
  ['廣東省深圳市南山區科技園路 1 號', {}, { province: '440000', city: '440300', district: '440305', rest: '科技園路 1 號' }],
  ['臺州', {}, { province: '330000', city: '331000' }],
  ['上海浦东张江高科 1 号楼', {}, { province: '310000', district: '310115', rest: '张江高科 1 号楼' }],
  ['北京朝阳区', {}, { province: '110000', district: '110105' }],
  ['Xihu, Hangzhou, Zhejiang', {}, { province: '330000', city: '330100', district: '330106' }],
  ['东京', {}, undefined],
  ['London', {}, undefined],
])('a place typed as %s', (text, within, place) => {
  expect(matchRegion(text, within)).toEqual(place && { rest: '', ...place })
})
