import type { DeviceShape } from '../../core/device/shape.ts'
import { family } from './png.ts'

const width = 1200
const height = 900

/** On a ground of their own, so that they look alike in light and dark chats; each text has a contrast of 7 or more. */
const colours = {
  ground: '#eef1f4',
  ink: '#1b2733',
  rent: '#174a8b',
  body: '#2a333d',
  edge: '#46525f',
  metal: '#c9d1d9',
  metalDark: '#aeb8c2',
  lens: '#12181e',
}

/** Two tones of a screen each; which one a device has follows from its id, so that neighbours differ. */
const screens = [
  ['#4c8dd9', '#9fd3f0'],
  ['#3f9d86', '#b7e3c8'],
  ['#7a6bd0', '#cfc4f5'],
  ['#d9804c', '#f5d3a8'],
  ['#4b6ea9', '#b9c9e8'],
] as const

export interface DevicePicture {
  id: string
  shape: DeviceShape
  name: string
  /** such as `月租 ¥229 · 押金 ¥1,500` */
  price: string
}

/** A plain drawing of that kind of device above its name and price. */
export function deviceSvg({ id, shape, name, price }: DevicePicture): string {
  const [from, to] = screens[[...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % screens.length] ?? screens[0]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs>
<linearGradient id="screen" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>
<linearGradient id="metal" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${colours.metal}"/><stop offset="1" stop-color="${colours.metalDark}"/></linearGradient>
<radialGradient id="shadow"><stop offset="0" stop-color="#1b2733" stop-opacity="0.28"/><stop offset="1" stop-color="#1b2733" stop-opacity="0"/></radialGradient>
</defs>
<rect width="${width}" height="${height}" fill="${colours.ground}"/>
<ellipse cx="600" cy="648" rx="${shadowOf[shape]}" ry="26" fill="url(#shadow)"/>
${drawings[shape]}
${line(name, 770, 60, colours.ink)}
${line(price, 845, 44, colours.rent)}
</svg>`
}

const shadowOf: Readonly<Record<DeviceShape, number>> = { phone: 230, fold: 330, tablet: 400, laptop: 520, other: 300 }

const frame = (x: number, y: number, w: number, h: number, r: number, inset: number) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${colours.body}" stroke="${colours.edge}" stroke-width="4"/>` +
  `<rect x="${x + inset}" y="${y + inset}" width="${w - 2 * inset}" height="${h - 2 * inset}" rx="${Math.max(4, r - inset)}" fill="url(#screen)"/>`

const lens = (x: number, y: number, r: number) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${colours.lens}" stroke="${colours.edge}" stroke-width="4"/>` +
  `<circle cx="${x - r / 4}" cy="${y - r / 4}" r="${r / 4}" fill="#5d7288"/>`

const drawings: Readonly<Record<DeviceShape, string>> = {
  // the back with its lenses behind the front
  phone:
    `<rect x="440" y="90" width="270" height="550" rx="44" fill="url(#metal)" stroke="${colours.metalDark}" stroke-width="4"/>` +
    `<rect x="462" y="112" width="104" height="150" rx="34" fill="${colours.metalDark}"/>${lens(514, 152, 24)}${lens(514, 222, 24)}` +
    frame(510, 90, 270, 550, 44, 14) +
    `<rect x="600" y="120" width="90" height="22" rx="11" fill="${colours.lens}"/>`,
  fold:
    `<path d="M600 96 L860 130 a24 24 0 0 1 20 24 V592 a24 24 0 0 1 -20 24 L600 646 Z" fill="${colours.body}" stroke="${colours.edge}" stroke-width="4"/>` +
    `<path d="M600 112 L850 144 a14 14 0 0 1 12 14 V588 a14 14 0 0 1 -12 14 L600 630 Z" fill="url(#screen)"/>` +
    `<path d="M600 96 L340 130 a24 24 0 0 0 -20 24 V592 a24 24 0 0 0 20 24 L600 646 Z" fill="${colours.body}" stroke="${colours.edge}" stroke-width="4"/>` +
    `<path d="M600 112 L350 144 a14 14 0 0 0 -12 14 V588 a14 14 0 0 0 12 14 L600 630 Z" fill="url(#screen)"/>` +
    `<path d="M600 98 V644" stroke="${colours.edge}" stroke-width="5"/><circle cx="806" cy="176" r="11" fill="${colours.lens}"/>`,
  tablet: `${frame(250, 110, 700, 520, 40, 26)}<circle cx="600" cy="123" r="6" fill="#5d7288"/>`,
  laptop:
    `${frame(300, 110, 600, 420, 24, 20)}<circle cx="600" cy="120" r="5" fill="#5d7288"/>` +
    `<path d="M300 530 H900 L990 622 a12 12 0 0 1 -9 20 H219 a12 12 0 0 1 -9 -20 Z" fill="url(#metal)" stroke="${colours.metalDark}" stroke-width="4"/>` +
    `<path d="M330 546 H870 L902 584 H298 Z" fill="${colours.edge}"/><path d="M520 598 H680 L690 624 H510 Z" fill="${colours.metalDark}"/>`,
  other:
    `<path d="M600 120 L860 230 L600 340 L340 230 Z" fill="#e2c79d"/><path d="M340 230 L600 340 V640 L340 520 Z" fill="#cba875"/>` +
    `<path d="M860 230 L600 340 V640 L860 520 Z" fill="#b8945f"/><path d="M470 175 L730 285 V350 L668 378 V312 L408 202 Z" fill="#f3e6cd"/>`,
}

/** A line of text in the middle, as large as fits. Chinese letters are as wide as the font is high, others about six tenths. */
function line(text: string, y: number, size: number, colour: string): string {
  const wide = [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffee]/u.test(letter) ? 1 : 0.6), 0)
  const fitting = Math.min(size, Math.floor((width - 120) / Math.max(1, wide)))
  return `<text x="${width / 2}" y="${y}" text-anchor="middle" font-family="${family}" font-size="${fitting}" fill="${colour}">${escapeXml(text)}</text>`
}

function escapeXml(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/gu, '').replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
}
