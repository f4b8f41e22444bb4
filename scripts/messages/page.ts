import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from '@fluent/syntax'
import { type Locale, locales } from '../../db/values.ts'
import { renderMessage } from '../../texts/render.ts'
import { groups, now, readerOf, type Sample } from './samples.ts'

const folder = fileURLToPath(new URL('../../texts/', import.meta.url))

const introduction = `# All that the desk can say

Made by \`npm run docs\` from the catalogues in \`texts/\`; do not edit. First every message that the desk sends by itself, worded with sample
data, its buttons in brackets; then every catalogue, as it stands, with its variables. Times are drawn by Telegram in the reader's own zone;
here they stand as a client without that ability shows them.`

/** The page for review: every message and every text in every language. The same input gives the same page. */
export function buildPage(): string {
  const messages = groups.map(({ title, samples }) => `## ${title}\n\n${table(['', ...locales], samples.map(sampleRow))}`)
  return `${[introduction, ...messages, ...catalogueNames().map(catalogue)].join('\n\n')}\n`
}

function sampleRow(sample: Sample): string[] {
  return [sample.title, ...locales.map(locale => renderedCell(sample, locale))]
}

function renderedCell(sample: Sample, locale: Locale): string {
  const { html, buttons } = renderMessage(sample.view, readerOf(locale, sample), now)
  const rows = buttons.map(row => row.map(button => `\`[${button.label}]\``).join(' '))
  return cell([html.replace(/<\/?tg-time[^>]*>/g, ''), ...rows].join('\n'))
}

function catalogueNames(): string[] {
  const names = readdirSync(folder).filter(name => name.endsWith(`.${locales[0]}.ftl`))
  return names.map(name => name.slice(0, name.indexOf('.'))).sort()
}

function catalogue(name: string): string {
  const [first, ...others] = locales.map(locale => readTexts(`${folder}${name}.${locale}.ftl`))
  const rows = [...(first ?? [])].map(([key, text]) => [`\`${key}\``, text, ...others.map(texts => texts.get(key) ?? '')])
  return `## Catalogue: ${name}\n\n${table(['', ...locales], rows)}`
}

/** Every text of a catalogue as it is written there, attributes as `key.attribute`. */
function readTexts(path: string): Map<string, string> {
  const source = readFileSync(path, 'utf8')
  const texts = new Map<string, string>()
  const keep = (key: string, span: { start: number; end: number } | undefined) => {
    if (span) texts.set(key, cell(source.slice(span.start, span.end).replace(/\n +/g, '\n').trim()))
  }
  for (const entry of parse(source, { withSpans: true }).body) {
    if (entry.type !== 'Message') continue
    keep(entry.id.name, entry.value?.span)
    for (const attribute of entry.attributes) keep(`${entry.id.name}.${attribute.id.name}`, attribute.value.span)
  }
  return texts
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', '<br>')

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')
}
