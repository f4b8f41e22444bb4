const paths = {
  microphone: 'M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3ZM5 11a7 7 0 0 0 14 0M12 18v3',
  'microphone-off':
    'M9 9v3a3 3 0 0 0 4.5 2.6M15 11V6a3 3 0 0 0-5.7-1.3M5 11a7 7 0 0 0 10.8 5.9M19 11a7 7 0 0 1-.5 2.6M12 18v3M3 3l18 18',
  camera: 'M4 7h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2ZM16 11l6-3v8l-6-3',
  'camera-off': 'M9.5 7H14a2 2 0 0 1 2 2v4.5M16 11l6-3v8l-4-2M15 17H4a2 2 0 0 1-2-2V9a2 2 0 0 1 1.5-1.9M3 3l18 18',
  switch: 'M4 9a8 8 0 0 1 14-3l2 2M20 4v4h-4M20 15a8 8 0 0 1-14 3l-2-2M4 20v-4h4',
  leave: 'M3 14c5-5 13-5 18 0l-2.5 3-4-1.5V13a10 10 0 0 0-5 0v2.5L5.500 17Z',
  send: 'M4 12 20 4l-5 16-3-7ZM12 13l8-9',
  sound: 'M4 9h4l5-4v14l-5-4H4ZM17 9a4 4 0 0 1 0 6M19.500 6.500a8 8 0 0 1 0 11',
  check: 'm5 13 4 4L19 7',
  cross: 'M6 6l12 12M18 6 6 18',
  skip: 'M6 12h12',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5l3 2',
  warning: 'M12 4 2.500 20h19ZM12 10v4M12 17v.5',
  chat: 'M4 5h16v11H9l-5 4Z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21a8 8 0 0 1 16 0',
  card: 'M3 6h18v12H3ZM7 15v-.5a2 2 0 0 1 4 0v.5M9 10.500v.1M14 10h4M14 13.500h4',
  lamp: 'M9 18h6M10 21h4M12 3a6 6 0 0 0-3.500 10.900c.600.400 1 1.100 1 2h5c0-.900.400-1.600 1-2A6 6 0 0 0 12 3Z',
  room: 'M4 11 12 4l8 7v9h-5v-5H9v5H4Z',
  note: 'M5 19h3L19 8l-3-3L5 16ZM14 7l3 3',
} as const

export type IconName = keyof typeof paths

/** Drawn beside words or inside a labelled button, so it says nothing to a screen reader. */
export function Icon({ name, size = 22 }: { name: IconName; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
