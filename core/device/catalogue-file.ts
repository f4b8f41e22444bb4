import Papa from 'papaparse'
import { z } from 'zod'
import { readActive, readId, readMoney, readName, readPicture, readTerms } from './catalogue-cells.ts'
import type { Device } from './list.ts'

/** The columns of a catalogue file, in the order they are written; the words of either language are read. */
const columns = [
  ['id', '编号'],
  ['name-zh', '中文名'],
  ['name-en', '英文名'],
  ['monthly-rent', '月租'],
  ['deposit', '押金'],
  ['value', '价值'],
  ['terms', '租期'],
  ['active', '上架'],
  ['picture', '图片'],
] as const
/** a file from before there was such a column leaves it as it is */
const mayLack: readonly string[] = ['picture']
export type Column = (typeof columns)[number][0]

/** `picture` undefined: the file does not say */
export type Entry = Omit<Device, 'position' | 'picture'> & { picture?: string | null | undefined }

/** What is wrong with a file, so that an admin can mend it; `line` counts from 1 with the heading. */
export interface FileProblem {
  line: number
  column?: Column
  problem:
    | 'not-text'
    | 'empty'
    | 'columns'
    | 'too-many'
    | 'cells'
    | 'id'
    | 'twice'
    | 'name'
    | 'money'
    | 'terms'
    | 'active'
    | 'picture'
}

export const mostRows = 500
export const mostBytes = 256 * 1024
const mostProblems = 5

export type ReadFile = { entries: Entry[] } | { problems: FileProblem[] }

/**
 * A catalogue from the bytes of a CSV file: UTF-8 with or without its mark, or GB18030 as spreadsheets in China save it; comma,
 * semicolon or tab. Either every row is right, or the first few problems come back and nothing else.
 */
export function readCatalogueFile(bytes: Uint8Array): ReadFile {
  const text = decode(bytes)
  if (text === undefined) return { problems: [{ line: 1, problem: 'not-text' }] }
  const { data, meta } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: 'greedy',
    preview: mostRows + 1,
    transformHeader: heading => columnOf(heading) ?? heading,
  })
  const missing = columns.map(([name]) => name).filter(name => !meta.fields?.includes(name) && !mayLack.includes(name))
  if (missing.length > 0)
    return { problems: missing.slice(0, mostProblems).map(column => ({ line: 1, column, problem: 'columns' })) }
  if (data.length === 0) return { problems: [{ line: 2, problem: 'empty' }] }
  if (data.length > mostRows) return { problems: [{ line: mostRows + 2, problem: 'too-many' }] }
  return readRows(data)
}

function readRows(data: readonly Record<string, string>[]): ReadFile {
  const entries: Entry[] = []
  const problems: FileProblem[] = []
  for (const [index, row] of data.entries()) {
    const line = index + 2
    const read = readRow(row)
    if ('problem' in read) problems.push({ line, ...read })
    else if (entries.some(({ id }) => id === read.id)) problems.push({ line, column: 'id', problem: 'twice' })
    else entries.push(read)
  }
  return problems.length > 0 ? { problems: problems.slice(0, mostProblems) } : { entries }
}

function decode(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!text.includes('\0')) return text
    } catch {
      // not in this encoding: the next one
    }
  }
  return undefined
}

function columnOf(heading: string): Column | undefined {
  const said = heading
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .replace(/\(.*\)$/, '')
    .replace(/-$/, '')
  return columns.find(names => names.some(name => name === said))?.[0]
}

const readers: Readonly<Record<Column, { read(text: string): unknown; problem: FileProblem['problem'] }>> = {
  id: { read: readId, problem: 'id' },
  'name-zh': { read: readName, problem: 'name' },
  'name-en': { read: readName, problem: 'name' },
  'monthly-rent': { read: readMoney, problem: 'money' },
  deposit: { read: readMoney, problem: 'money' },
  value: { read: readMoney, problem: 'money' },
  terms: { read: readTerms, problem: 'terms' },
  active: { read: readActive, problem: 'active' },
  picture: { read: readPicture, problem: 'picture' },
}

function readRow(row: Record<string, string>): Entry | Omit<FileProblem, 'line'> {
  if ('__parsed_extra' in row) return { problem: 'cells' }
  const values = new Map<Column, unknown>()
  for (const [column] of columns) {
    if (mayLack.includes(column) && !(column in row)) continue
    const { read, problem } = readers[column]
    const value = read(row[column] ?? '')
    if (value === undefined) return { column, problem }
    values.set(column, value)
  }
  return entrySchema.parse({
    id: values.get('id'),
    nameZh: values.get('name-zh'),
    nameEn: values.get('name-en'),
    monthlyRentFen: values.get('monthly-rent'),
    depositFen: values.get('deposit'),
    valueFen: values.get('value'),
    terms: values.get('terms'),
    active: values.get('active'),
    picture: values.get('picture'),
  })
}

export const entrySchema = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  monthlyRentFen: z.int().min(0),
  depositFen: z.int().min(0),
  valueFen: z.int().min(0),
  terms: z.array(z.int()),
  active: z.boolean(),
  picture: z.string().nullish(),
})

/** The whole catalogue as a file that a spreadsheet opens and `readCatalogueFile` reads back; no cell is run as a formula. */
export function writeCatalogueFile(catalogue: readonly Entry[]): string {
  const rows = catalogue.map(device => [
    device.id,
    device.nameZh,
    device.nameEn,
    device.monthlyRentFen / 100,
    device.depositFen / 100,
    device.valueFen / 100,
    device.terms.join(' '),
    device.active ? 'yes' : 'no',
    device.picture ?? '',
  ])
  // the mark tells spreadsheets that it is UTF-8
  return `\uFEFF${Papa.unparse({ fields: columns.map(([name]) => name), data: rows }, { escapeFormulae: true })}\r\n`
}
