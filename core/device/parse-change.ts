import { readActive, readMoney, readName, readPicture, readTerms } from './catalogue-cells.ts'
import type { DeviceChange } from './change.ts'

type Read = (value: string) => DeviceChange | undefined

/** A reader of one cell as a change of one field. */
function sets<K extends keyof DeviceChange>(field: K, read: (text: string) => DeviceChange[K] | undefined): Read {
  return value => {
    const cell = read(value)
    return cell === undefined ? undefined : { [field]: cell }
  }
}

/** What `/devices <id> <field> <value>` may change, as it is written, in both languages. */
const fields: readonly { names: readonly [string, string]; read: Read }[] = [
  { names: ['rent', '月租'], read: sets('monthlyRentFen', readMoney) },
  { names: ['deposit', '押金'], read: sets('depositFen', readMoney) },
  { names: ['value', '价值'], read: sets('valueFen', readMoney) },
  { names: ['terms', '租期'], read: sets('terms', readTerms) },
  { names: ['name-zh', '中文名'], read: sets('nameZh', readName) },
  { names: ['name-en', '英文名'], read: sets('nameEn', readName) },
  { names: ['active', '上架'], read: sets('active', readActive) },
  { names: ['picture', '图片'], read: sets('picture', readPicture) },
]

export const settableFields = fields.map(({ names }) => names[0])

/** One field's value, by the very rules of a catalogue file; undefined when the field is none, or the value does not fit it. */
export function parseDeviceChange(field: string, value: string): DeviceChange | undefined {
  if (value.trim() === '') return undefined
  return fields.find(({ names }) => names.some(name => name === field.toLowerCase()))?.read(value)
}
