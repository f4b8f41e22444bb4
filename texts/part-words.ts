import type { Speaker } from './fluent.ts'

/** What a part of a check is called, and what to look or listen for; `detail` is its feature, movement or question. */
export function wordPart({ plain }: Speaker, kind: string, detail: string): { label: string; hint?: string } {
  if (kind === 'feature') return { label: plain(`feature-${detail}`), hint: plain(`feature-${detail}.hint`) }
  if (kind === 'question') return { label: plain(`ask-live-${detail}`), hint: plain(`ask-live-${detail}.listen`) }
  if (kind === 'movement') return { label: plain(`part-${kind}`), hint: plain(`movement-${detail}`) }
  return { label: plain(`part-${kind}`) }
}

/** A stored part, such as `question.term-end`, as a line of a report. One that the catalogues no longer know stands as it is. */
export function wordStoredPart(say: Speaker, part: string, value: string): [label: string, text: string] {
  const [kind = '', ...rest] = part.split('.')
  const detail = rest.join('.')
  const key = kind === 'feature' ? `feature-${detail}` : kind === 'question' ? `ask-live-${detail}` : `part-${kind}`
  if (!say.has(key)) return [part, value]
  return [say.plain(key), say.plain(`part-${kind}.${value}`)]
}
