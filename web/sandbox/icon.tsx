const paths = {
  send: 'M4 12 20 4l-5 16-3.5-6.500zM11.5 13.5 20 4',
  attach: 'm20 11-8.2 8.200a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.700l-8 8a1.7 1.7 0 0 1-2.4-2.400l7.2-7.2',
  menu: 'M4 7h16M4 12h16M4 17h16',
  camera: 'M4 8h3.500L9 5.500h6L16.5 8H20v11H4zM12 16.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 2.5-2.500L20 17M15 9.500h.01',
  card: 'M3 6h18v12H3zM14 10h4M14 13h4M8.500 11.500a1.8 1.8 0 1 0 0-3.600 1.8 1.8 0 0 0 0 3.600zM5.500 15.500a3 3 0 0 1 6 0',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4M9 13h6M9 17h6',
  calendar: 'M5 6h14v14H5zM5 10h14M9 3v4M15 3v4M9 14h2M13 17h2',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.500a7.5 7.5 0 0 1 15 0',
  people:
    'M9 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 5.300a3.5 3.5 0 0 1 0 6.400M18 14.500a6.5 6.5 0 0 1 3.5 5.5',
  'person-add': 'M10 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2.5 20.500a7.5 7.5 0 0 1 15 0M19 8v6M16 11h6',
  pin: 'M12 21s7-6.5 7-11.500a7 7 0 0 0-14 0C5 14.5 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.5 14a4 4 0 0 0 7 0M9 9.500h.01M15 9.500h.01',
  mic: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.500V21',
  more: 'M12 5.500h.01M12 12h.01M12 18.500h.01',
  close: 'm6 6 12 12M18 6 6 18',
  check: 'm5 12.5 4.5 4.500L19 7.5',
  checks: 'm2 12.5 4.5 4.500L16 7.500M11 16l1 1 9.5-9.5',
  sun: 'M12 16.500a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.400M17.6 17.6 19 19M5 19l1.4-1.400M17.6 6.4 19 5',
  moon: 'M20 14.500A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.500z',
  screen: 'M3 5h18v11H3zM9 20h6M12 16v4',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.500a2.5 2.5 0 1 1 3.6 2.200c-.7.4-1.1.9-1.1 1.800M12 16.800h.01',
  bolt: 'M13 2.5 5 13.500h6l-1 8 8-11h-6z',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2',
  video: 'M3 6.500h12v11H3zM15 10.500l6-3v9l-6-3',
  down: 'M12 5v14M6 13l6 6 6-6',
  chevron: 'm6 9 6 6 6-6',
  reply: 'M10 6 4 12l6 6M4 12h9a7 7 0 0 1 7 7',
  pencil: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  keyboard: 'M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M8 14h8',
  external: 'M9 6h9v9M18 6 6 18',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  trash: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  reload: 'M19.5 8A8 8 0 1 0 20 13M20 4v4.500h-4.5',
  app: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  block: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM5.7 5.700l12.6 12.6',
}

export type IconName = keyof typeof paths

/** Decoration only: whatever carries it has a name of its own. */
export function Icon({ name, size = 22 }: { name: IconName; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width={name === 'more' ? 3 : 1.8}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}
