import { useTexts } from './texts.ts'

export function Badge({ count }: { count: number }) {
  const texts = useTexts()
  if (count === 0) return null
  return (
    <span class="badge">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span class="visually-hidden">{texts.unread(count)}</span>
    </span>
  )
}
