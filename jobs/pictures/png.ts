import { createRequire } from 'node:module'
import { Resvg } from '@resvg/resvg-js'

export const family = 'Noto Sans SC'

/** Chinese comes from a font of our own: what the machine has is not known. resvg reads TTF only. */
export function toPng(svg: string): Uint8Array {
  const font = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf')
  const drawn = new Resvg(svg, { font: { fontFiles: [font], loadSystemFonts: false, defaultFontFamily: family } })
  return drawn.render().asPng()
}
