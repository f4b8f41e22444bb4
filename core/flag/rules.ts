import type { FlagKind } from '../../db/values.ts'

/**
 * What evidence of another case, or within one, means, as data; docs/duplicates.md is the same in prose. No kind rejects anybody.
 * weight: a `note` is for information, a `flag` asks for care (four eyes). hold: a person decides before a time can be booked.
 */
export interface FlagRule {
  weight: 'note' | 'flag'
  hold: boolean
}

export const flagRules: Readonly<Record<FlagKind, FlagRule>> = {
  'rejected-for-good': { weight: 'flag', hold: true },
  'rejected-waiting': { weight: 'flag', hold: true },
  'running-elsewhere': { weight: 'flag', hold: false },
  'same-number': { weight: 'flag', hold: false },
  'same-photo': { weight: 'flag', hold: false },
  'alike-photo': { weight: 'flag', hold: false },
  // one side of the card, sent as both
  'alike-sides': { weight: 'note', hold: false },
  'same-phone': { weight: 'flag', hold: false },
  // families and flats share an address
  'same-address': { weight: 'note', hold: false },
}

/** Why a case with such evidence is held. */
export const flagHold = 'earlier-rejection'
