import type { MessageEntity } from '@grammyjs/types'

/** A piece of text, or an entity around others. */
export type TextNode = string | { entity: MessageEntity; text: string; children: TextNode[] }

/** Nests a message's entities. Offsets count UTF-16 units, as JavaScript strings do; one that crosses another's end is cut there. */
export function entityTree(text: string, entities: MessageEntity[]): TextNode[] {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length)
  return nest(text, ordered, 0, text.length)
}

function nest(text: string, entities: MessageEntity[], from: number, to: number): TextNode[] {
  const nodes: TextNode[] = []
  let at = from
  let rest = entities
  while (rest.length > 0) {
    const [entity, ...others] = rest
    if (!entity || entity.offset >= to) break
    rest = others
    if (entity.offset < at || entity.length === 0) continue
    const end = Math.min(entity.offset + entity.length, to)
    const inside = others.filter(other => other.offset < end)
    rest = others.filter(other => other.offset >= end)
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset))
    nodes.push({ entity, text: text.slice(entity.offset, end), children: nest(text, inside, entity.offset, end) })
    at = end
  }
  if (at < to) nodes.push(text.slice(at, to))
  return nodes
}
