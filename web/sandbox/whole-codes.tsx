import type { ComponentChildren } from 'preact'

const caseCode = /\b(M-[A-Z0-9]{6})\b/

/** The text with its case codes on one line each: a browser would break them at their hyphen. */
export function wholeCodes(text: string): ComponentChildren {
  const parts = text.split(caseCode)
  if (parts.length === 1) return text
  return parts.map((part, at) => (at % 2 === 1 ? <span class="whole-code">{part}</span> : part))
}
