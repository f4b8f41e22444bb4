import { normaliseText } from '../application/normalise.ts'

/** Letters and digits, upper-case: `110101 1990-0307 007x` and `11010119900307007X` are one number. */
export function normaliseNumber(raw: string): string {
  return normaliseText(raw)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/**
 * A name however it is written: case, marks between its parts and, in Latin script, their order make no difference
 * (`Li Ming`, `MING, Li`); Chinese names lose their spaces.
 */
export function normaliseName(raw: string): string {
  const parts = normaliseText(raw)
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter(part => part !== '')
  return /\p{Script=Han}/u.test(raw) ? parts.join('') : parts.sort().join(' ')
}

/** Letters and digits only: commas, spaces and `#` are written in many ways. */
export function normaliseAddress(raw: string): string {
  return normaliseText(raw)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** The last four digits: what people say to a hotline. Undefined where there are fewer. */
export function phoneEnd(raw: string): string | undefined {
  return /(\d{4})$/.exec(normaliseText(raw).replace(/\D/g, ''))?.[1]
}
