import { initials } from './names.ts'

const COLOURS = 7

/** A disc with initials, as the messenger draws who has no picture. */
export function Avatar({ id, name, small = false }: { id: number; name: string; small?: boolean }) {
  return (
    <span class={`avatar colour-${Math.abs(id) % COLOURS}${small ? ' small' : ''}`} aria-hidden="true">
      {initials(name)}
    </span>
  )
}
