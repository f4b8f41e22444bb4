import { Icon } from '../room/icons.tsx'
import { t } from '../room/texts.ts'

const points = [
  ['card', 'prepare-card'],
  ['lamp', 'prepare-light'],
  ['room', 'prepare-place'],
  ['person', 'prepare-alone'],
  ['chat', 'prepare-honest'],
] as const

/** What to have ready for the call. */
export function Prepare() {
  return (
    <section class="prepare" aria-labelledby="prepare">
      <h2 id="prepare">{t('prepare-title')}</h2>
      <ul>
        {points.map(([icon, id]) => (
          <li key={id}>
            <Icon name={icon} />
            <span>{t(id)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
