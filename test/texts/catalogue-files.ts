import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Entry, type Pattern, parse, Visitor } from '@fluent/syntax'
import type { Locale } from '../../db/values.ts'

const folder = fileURLToPath(new URL('../../texts/', import.meta.url))

/** Every catalogue file, e.g. `messages.en.ftl`. */
export const fileNames: readonly string[] = readdirSync(folder)
  .filter(name => name.endsWith('.ftl'))
  .sort()
export const catalogueNames: readonly string[] = [...new Set(fileNames.map(name => name.slice(0, name.indexOf('.'))))]

export const sourceOf = (fileName: string): string => readFileSync(`${folder}${fileName}`, 'utf8')
export const entriesOf = (fileName: string): Entry[] => parse(sourceOf(fileName), { withSpans: true }).body

class VariableNames extends Visitor {
  readonly names = new Set<string>()
  override visitVariableReference(node: { id: { name: string } }): void {
    this.names.add(node.id.name)
  }
}

/** Every text of one file: `key` or `key.attribute`, with the variables it takes, sorted. */
export function variablesOf(name: string, locale: Locale): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const entry of entriesOf(`${name}.${locale}.ftl`)) {
    if (entry.type !== 'Message') continue
    const parts: [key: string, pattern: Pattern][] = entry.attributes.map(one => [`${entry.id.name}.${one.id.name}`, one.value])
    if (entry.value) parts.unshift([entry.id.name, entry.value])
    for (const [key, pattern] of parts) {
      const visitor = new VariableNames()
      visitor.visit(pattern)
      found.set(key, [...visitor.names].sort())
    }
  }
  return found
}

export const keysOf = (name: string, locale: Locale): string[] => [...variablesOf(name, locale).keys()]
