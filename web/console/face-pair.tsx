import { useState } from 'preact/hooks'
import { t } from '../room/texts.ts'
import { pictureUrl } from './picture-dialog.tsx'

interface Picture {
  id: string
  label: string
}

const largest = 5

/** Two pictures side by side, both enlarged alike; each is moved by scrolling, or with the arrow keys once it has the focus. */
export function FacePair({ code, cards, face }: { code: string; cards: readonly Picture[]; face: Picture }) {
  const [zoom, setZoom] = useState(1)
  const [chosen, setChosen] = useState(0)
  const card = cards[chosen] ?? cards[0]
  return (
    <div class="face-pair">
      <div class="face-pair-tools">
        <label>
          {t('compare-zoom')}{' '}
          <input
            type="range"
            min={1}
            max={largest}
            step={0.5}
            value={zoom}
            data-testid="compare-zoom"
            onInput={event => setZoom(event.currentTarget.valueAsNumber)}
          />
        </label>
        {cards.length > 1 && (
          <label>
            {t('compare-with')}{' '}
            <select value={String(chosen)} onChange={event => setChosen(Number(event.currentTarget.value))}>
              {cards.map(({ id, label }, index) => (
                <option key={id} value={String(index)}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <div class="face-pair-pictures">
        {card && <Pane code={code} picture={card} zoom={zoom} />}
        <Pane code={code} picture={face} zoom={zoom} />
      </div>
    </div>
  )
}

function Pane({ code, picture, zoom }: { code: string; picture: Picture; zoom: number }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
    <section class="face-pane" aria-label={picture.label} tabIndex={0}>
      <img src={pictureUrl(code, picture.id)} alt={picture.label} style={{ width: `${zoom * 100}%` }} />
    </section>
  )
}
