import { readMoney } from '../device/catalogue-cells.ts'

/** An order as it is written, the months still unchecked against the device. */
export interface OrderWords {
  deviceId: string
  termMonths: number
  monthlyRentFen?: number
  depositFen?: number
  returnUrl?: string
}

export type OrderProblem = 'form' | 'money' | 'url'

const prices = { monthlyRentFen: ['rent', '月租'], depositFen: ['deposit', '押金'] } as const

/**
 * `<device> <months> [rent=199] [deposit=1000] [return address]`, the last three in any order and each once. Or what is wrong, with the
 * very word: a price that is no amount, an address that is none; `form` for anything else.
 */
export function parseOrder(words: readonly string[]): OrderWords | { problem: OrderProblem; word: string } {
  const [deviceId = '', months = '', ...more] = words
  const termMonths = Number(/^(\d{1,3})(?:个月|m|months?)?$/iu.exec(months)?.[1])
  const order: OrderWords = { deviceId: deviceId.toLowerCase(), termMonths }
  for (const word of more) {
    const [, name = '', amount = ''] = /^([^\s=:/]+)[=:](?!\/\/)(.*)$/u.exec(word) ?? []
    const field = priceNamed(name.toLowerCase())
    if (field) {
      const fen = readMoney(amount)
      if (fen === undefined || (field === 'monthlyRentFen' && fen === 0)) return { problem: 'money', word }
      if (order[field] !== undefined) return { problem: 'form', word }
      order[field] = fen
    } else if (!/[:/.]/.test(word) || order.returnUrl !== undefined) {
      return { problem: 'form', word }
    } else if (!isWebAddress(word)) {
      return { problem: 'url', word }
    } else {
      order.returnUrl = word
    }
  }
  return Number.isInteger(termMonths) ? order : { problem: 'form', word: months }
}

function priceNamed(name: string): keyof typeof prices | undefined {
  if (name === '') return undefined
  for (const field of ['monthlyRentFen', 'depositFen'] as const) {
    if (prices[field].some(known => known === name)) return field
  }
  return undefined
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}
