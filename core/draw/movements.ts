/** Movements that one call asks for one of; their words are `movement-<key>`, on the applicant's page `prompt-movement-<key>`. */
export const movements = [
  'turn-left',
  'turn-right',
  'look-up',
  'look-down',
  'cover-left-eye',
  'cover-right-eye',
  'two-fingers',
  'three-fingers',
  'four-fingers',
  'left-ear',
  'right-ear',
  'hand-across',
] as const
