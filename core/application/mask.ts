import { maskDocumentNumber } from './document-number.ts'

const shownOfAddress = 6

/** What stands in place of an answer until somebody opens it: enough to recognise, not to use. */
const masks: Readonly<Record<string, (value: string) => string>> = {
  documentNumber: maskDocumentNumber,
  birthDate: value => `${value.slice(0, 4)}-**-**`,
  phone: value => `*******${value.slice(-4)}`,
  address: value => `${[...value].slice(0, shownOfAddress).join('')}****`,
}

/** The answer as it stands in a dossier, and whether something of it is hidden. */
export function maskAnswer(field: string, value: string): { value: string; masked: boolean } {
  const mask = value === '' ? undefined : masks[field]
  return mask ? { value: mask(value), masked: true } : { value, masked: false }
}
