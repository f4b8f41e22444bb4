import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { normaliseText } from './normalise.ts'
import type { Parsed } from './parse-answer.ts'
import { simplified } from './simplified.ts'

/** Where the applicant can be reached in person: a mobile number in China, any number elsewhere. As `readPhone` reads it. */
export function parsePhone(text: string): Parsed {
  return isLandline(text) ? { ok: false, problem: 'landline' } : readPhone(text)
}

/**
 * As E.164; without a country code only a Chinese mobile number is understood, since elsewhere they begin like landlines here
 * (07911 123456). What is called so before it is passed over.
 */
export function readPhone(text: string): Parsed {
  const said = withoutLabel(text)
  if (/\p{L}/u.test(said)) return { ok: false, problem: 'number' }
  const phone = parsePhoneNumberFromString(said, 'CN')
  // abroad, the table of valid numbers knows too few: it refuses the reserved ones that examples are made of
  const isMeant = phone?.countryCallingCode !== '86' || /^[\s(]*(?:\+|00)/.test(said) || isMobile(phone.nationalNumber)
  const fits =
    phone?.countryCallingCode === '86' ? phone.isValid() && isMeant && isChinese(phone.nationalNumber) : phone?.isPossible()
  return phone && fits ? { ok: true, value: phone.number } : { ok: false, problem: 'number' }
}

const withoutLabel = (text: string) =>
  simplified(normaliseText(text)).replace(/^(?:我的)?(?:手机号?码?|座机|电话(?:号码)?|号码|tel|phone|mobile)(?:是|[\s:.])*/iu, '')

/** An area code set off from seven or eight digits; written together, only with a first digit that lines in China have (07911123456 is British). */
const landline =
  /^(?:\(?0(?:10|2\d|[3-9]\d{2})(?:\)\s*|\s*[-–—]\s*|\s+)(?:\d{7,8}|\d{3,4}[- ]\d{4})|0(?:10|2\d|[3-9]\d{2})[2-8]\d{6,7})(?:\s*[-转#,]\s*\d{1,6})?$/u

/** A Chinese landline with its area code, after a zero or the country code: `010-12345678`, `(0571) 8765 4321`, `+86 21 6552 9988`. */
function isLandline(text: string): boolean {
  const said = withoutLabel(text)
  if (landline.test(said)) return true
  const phone = /^[\s(]*(?:\+|00)/.test(said) ? parsePhoneNumberFromString(said, 'CN') : undefined
  return (
    phone?.countryCallingCode === '86' && phone.isValid() && !isMobile(phone.nationalNumber) && isChinese(phone.nationalNumber)
  )
}

const isMobile = (national: string) => /^1[3-9]\d{9}$/.test(national)

/**
 * A mobile number of eleven digits, or a landline with its area code: the table of valid numbers is laxer, and knows service numbers
 * (400, 800) too, which reach no person.
 */
const isChinese = (national: string) =>
  isMobile(national) || (/^(?:10\d{8}|[2-9]\d{9,10})$/.test(national) && !/^[48]00\d{7}$/.test(national))
