import type { InApp } from './user-agent.ts'

const targets: Record<InApp['menu'], { x: number; y: number; from: string }> = {
  'top-dots': { x: 86, y: 20, from: 'M52 64 Q84 62 86 34' },
  'bottom-dots': { x: 86, y: 124, from: 'M52 84 Q84 84 86 110' },
  share: { x: 86, y: 20, from: 'M52 64 Q84 62 86 34' },
}

/** Where an app's menu is: a phone, the sign to tap, an arrow to it. The words beside it say the same. */
export function MenuDrawing({ menu }: Pick<InApp, 'menu'>) {
  const { x, y, from } = targets[menu]
  return (
    <svg class="menu-drawing" viewBox="0 0 112 144" width="96" height="124" aria-hidden="true" focusable="false">
      <rect x="6" y="4" width="100" height="136" rx="14" fill="none" stroke="currentColor" stroke-width="3" />
      <path d="M8 34 H104 M8 110 H104" stroke="currentColor" stroke-width="1.5" opacity="0.4" />
      <path d="M20 48 H66 M20 60 H44 M20 96 H60" stroke="currentColor" stroke-width="5" stroke-linecap="round" opacity="0.25" />
      <circle cx={x} cy={y} r="12" class="menu-target" />
      {menu === 'share' ? (
        <path d={`M${x} ${y + 5} V${y - 6} M${x - 4} ${y - 2} L${x} ${y - 6} L${x + 4} ${y - 2}`} class="menu-sign" />
      ) : (
        [-5, 0, 5].map(offset => <circle key={offset} cx={x + offset} cy={y} r="1.8" class="menu-dot" />)
      )}
      <path d={from} class="menu-arrow" />
    </svg>
  )
}
