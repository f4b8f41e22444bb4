import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'

/** Drawn here, so that no picture in the documentation shows a person or a document that exists. */
const cardOf = (name: string) => `
  <rect width="320" height="202" rx="14" fill="#e9f1f7" stroke="#8fa6b8" stroke-width="2"/>
  <path d="M0 150 Q80 118 160 150 T320 140 V188 Q320 202 306 202 H14 Q0 202 0 188 Z" fill="#d3e3ee"/>
  <text x="20" y="40" font-size="22" font-weight="700" fill="#9b2f2f">样例 SPECIMEN</text>
  <text x="20" y="80" font-size="20" fill="#22313d">${name}</text>
  <rect x="20" y="98" width="140" height="9" rx="4" fill="#9db0bf"/>
  <rect x="20" y="118" width="165" height="9" rx="4" fill="#9db0bf"/>
  <rect x="20" y="164" width="210" height="12" rx="5" fill="#6d8496"/>
  <rect x="222" y="58" width="78" height="96" rx="6" fill="#c3d4e0"/>
  <circle cx="261" cy="92" r="19" fill="#8298a8"/><path d="M230 154 Q232 118 261 118 Q290 118 292 154 Z" fill="#8298a8"/>`

const figureOf = (hair: string, clothes: string) => `
  <path d="M-200 520 Q-190 190 0 180 Q190 190 200 520 Z" fill="${clothes}"/>
  <rect x="-34" y="110" width="68" height="90" rx="30" fill="#e3b592"/>
  <ellipse cx="0" cy="40" rx="92" ry="112" fill="#f0c8a6"/>
  <path d="M-98 50 Q-112 -92 0 -92 Q112 -92 98 50 Q84 -30 0 -34 Q-84 -30 -98 50 Z" fill="${hair}"/>
  <circle cx="-34" cy="40" r="8" fill="#3a2c24"/><circle cx="34" cy="40" r="8" fill="#3a2c24"/>
  <path d="M-28 92 Q0 116 28 92" fill="none" stroke="#a35b4a" stroke-width="7" stroke-linecap="round"/>`

const home = `
  <rect width="960" height="720" fill="#efe6da"/><rect y="600" width="960" height="120" fill="#c9b59b"/>
  <rect x="60" y="70" width="250" height="290" fill="#bcdcf0" stroke="#fff" stroke-width="16"/>
  <path d="M185 70 V360 M60 215 H310" stroke="#fff" stroke-width="10"/>
  <rect x="690" y="110" width="220" height="14" fill="#9c7d5c"/>
  <path d="M710 110 V40 h26 V110 Z M744 110 V52 h30 V110 Z M784 110 V34 h22 V110 Z" fill="#7c93a8"/>
  <path d="M850 110 V78 h36 V110 Z" fill="#b8845f"/><circle cx="868" cy="62" r="26" fill="#7fa878"/>`

const office = `
  <rect width="960" height="720" fill="#dfe7ec"/><rect y="610" width="960" height="110" fill="#aebbc4"/>
  <rect x="640" y="90" width="250" height="170" rx="8" fill="#f8fafb" stroke="#b8c5cd" stroke-width="6"/>
  <path d="M670 140 H860 M670 175 H820 M670 210 H845" stroke="#b8c5cd" stroke-width="10" stroke-linecap="round"/>
  <rect x="70" y="120" width="130" height="490" fill="#c7d2d9"/><path d="M70 280 H200 M70 440 H200" stroke="#aebbc4" stroke-width="8"/>`

/** `sway` from -1 to 1. */
const applicant = (name: string) => (sway: number) =>
  `${home}
  <g transform="translate(${430 + 5 * sway} 290)">${figureOf('#2d2320', '#5b7f6d')}</g>
  <g transform="translate(${560 - 6 * sway} ${430 + 3 * sway}) rotate(${-4 + sway})">${cardOf(name)}
    <ellipse cx="30" cy="196" rx="38" ry="26" fill="#f0c8a6"/></g>`

const reviewer = (sway: number) => `${office}
  <g transform="translate(${480 + 5 * sway} 300)">${figureOf('#4a3728', '#3d5a80')}
    <path d="M-100 40 Q-104 -100 0 -102 Q104 -100 100 40" fill="none" stroke="#333e48" stroke-width="12"/>
    <rect x="-116" y="22" width="30" height="60" rx="14" fill="#333e48"/><rect x="86" y="22" width="30" height="60" rx="14" fill="#333e48"/></g>`

const frames = 30

function jpeg(width: number, height: number, content: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif">${content}</svg>`
  return sharp(Buffer.from(svg)).resize(width, height).jpeg({ quality: 80 }).toBuffer()
}

async function film(path: string, scene: (sway: number) => string): Promise<string> {
  const pictures = Array.from({ length: frames }, (_, index) => jpeg(960, 720, scene(Math.sin((index / frames) * 2 * Math.PI))))
  await writeFile(path, Buffer.concat(await Promise.all(pictures)))
  return path
}

/** What the two cameras see, as files that Chromium takes for a camera. */
export async function filmBoth(folder: string, name: string): Promise<{ applicant: string; reviewer: string }> {
  return {
    applicant: await film(`${folder}/applicant.mjpeg`, applicant(name)),
    reviewer: await film(`${folder}/reviewer.mjpeg`, reviewer),
  }
}

/** The photo that the applicant sends: the card on a table. */
const table =
  '<rect width="1000" height="700" fill="#b89773"/><path d="M0 180 H1000 M0 420 H1000" stroke="#a98762" stroke-width="6"/>'

export function photographCard(name: string): Promise<Buffer> {
  return jpeg(1000, 700, `${table}<g transform="translate(100 98) scale(2.5)">${cardOf(name)}</g>`)
}

/** Its other side. */
export function photographBack(): Promise<Buffer> {
  const card = '<rect x="100" y="98" width="800" height="505" rx="30" fill="#e9e3d6"/>'
  return jpeg(1000, 700, `${table}${card}<circle cx="220" cy="220" r="70" fill="#c0604c"/>`)
}
