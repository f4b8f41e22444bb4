import type { PolicyUnit } from './policy-rules.ts'

/** What may stand behind the figure, in both languages. */
const units: Record<PolicyUnit, RegExp> = {
  seconds: /^(s|sec|secs|seconds?|秒)?$/,
  minutes: /^(m|min|mins|minutes?|分|分钟)?$/,
  hours: /^(h|hours?|小时|个小时|时)?$/,
  days: /^(d|days?|天|日)?$/,
  count: /^(times?|x|次|个|条)?$/,
  percent: /^(%|percent)?$/,
  yuan: /^(yuan|cny|rmb|元|块)?$/,
  clock: /^$/,
  switch: /^$/,
}

/** `15`, `15 min`, `15 分钟`, `¥8,000`, `5%`, `22:00`, `on`, full-width or not, as the stored number (yuan as fen); undefined when it is none. */
export function parsePolicyValue(said: string, unit: PolicyUnit): number | undefined {
  const text = said.normalize('NFKC').trim().toLowerCase()
  if (unit === 'clock') return parseClock(text)
  if (unit === 'switch') return parseSwitch(text)
  const [, figure = '', word = ''] = /^[¥￥]?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})\s*(\D*)$/.exec(text) ?? []
  if (figure === '' || !units[unit].test(word.trim())) return undefined
  const value = Number(figure.replaceAll(',', ''))
  return unit === 'yuan' ? value * 100 : value
}

function parseSwitch(text: string): number | undefined {
  if (/^(on|yes|1|开|开启|打开|是|自动)$/.test(text)) return 1
  return /^(0|off|no|关|关闭|否|手动)$/.test(text) ? 0 : undefined
}

function parseClock(text: string): number | undefined {
  const [, hours, minutes = '0'] = /^(\d{1,2})(?::(\d{2})|点)?$/.exec(text) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined
  return Number(hours) * 60 + Number(minutes)
}
