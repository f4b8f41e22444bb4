/** Letters that people give for their clock, and whose clock it is; CST is China's and that of the middle of America. */
const letters: Record<string, readonly string[]> = {
  est: ['America/New_York'],
  edt: ['America/New_York'],
  cst: ['Asia/Shanghai', 'America/Chicago'],
  cdt: ['America/Chicago'],
  mst: ['America/Denver'],
  mdt: ['America/Denver'],
  pst: ['America/Los_Angeles'],
  pdt: ['America/Los_Angeles'],
  bst: ['Europe/London'],
  cet: ['Europe/Berlin', 'Europe/Paris'],
  cest: ['Europe/Berlin', 'Europe/Paris'],
  eet: ['Europe/Athens'],
  msk: ['Europe/Moscow'],
  sgt: ['Asia/Singapore'],
  jst: ['Asia/Tokyo'],
  kst: ['Asia/Seoul'],
  ist: ['Asia/Kolkata'],
  aest: ['Australia/Sydney', 'Australia/Brisbane'],
  aedt: ['Australia/Sydney'],
}

export function zonesByLetters(text: string): readonly string[] {
  const typed = text.normalize('NFKC').trim().toLowerCase()
  return Object.hasOwn(letters, typed) ? (letters[typed] ?? []) : []
}
