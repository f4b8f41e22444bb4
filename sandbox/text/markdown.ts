import type { MessageEntity } from '@grammyjs/types'
import { badRequest } from '../bot-api/errors.ts'
import { linkEntity } from './entity-of-link.ts'
import { type FormattedText, settleEntities } from './formatted.ts'

/** The legacy mode: no nesting, and an escape only outside of entities. */
export function parseMarkdown(source: string): FormattedText {
  const entities: MessageEntity[] = []
  let text = ''
  for (let at = 0; at < source.length; ) {
    const char = source.charAt(at)
    const next = source.charAt(at + 1)
    if (char === '\\' && next !== '' && '_*`['.includes(next)) {
      text += next
      at += 2
    } else if (char === '_' || char === '*' || char === '`' || char === '[') {
      const mark = source.startsWith('```', at) ? '```' : char
      const stop = mark === '[' ? ']' : mark
      const end = source.indexOf(stop, at + mark.length)
      if (end < 0) {
        const byteOffset = Buffer.byteLength(source.slice(0, at))
        throw badRequest(`can't parse entities: Can't find end of the entity starting at byte offset ${byteOffset}`)
      }
      const raw = source.slice(at + mark.length, end)
      at = end + stop.length
      const url = mark === '[' ? /^\(([^)]*)\)/.exec(source.slice(at)) : null
      at += url?.[0].length ?? 0
      const [entity, body] = entityOf(mark, raw, text.length, url?.[1])
      text += body
      if (entity && entity.length > 0) entities.push(entity)
    } else {
      text += char
      at++
    }
  }
  return { text, entities: settleEntities(entities) }
}

function entityOf(mark: string, raw: string, offset: number, url: string | undefined): [MessageEntity | undefined, body: string] {
  const place = { offset, length: raw.length }
  if (mark === '*') return [{ type: 'bold', ...place }, raw]
  if (mark === '_') return [{ type: 'italic', ...place }, raw]
  if (mark === '`') return [{ type: 'code', ...place }, raw]
  if (mark === '[') return [linkEntity(url || raw, place), raw]
  const [, language, body = raw.replace(/^\n/, '')] = /^([!-~]+)\n(.*)$/s.exec(raw) ?? []
  return [{ type: 'pre', offset, length: body.length, ...(language ? { language } : {}) }, body]
}
