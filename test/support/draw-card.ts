import { createRequire } from 'node:module'
import { Resvg } from '@resvg/resvg-js'

const family = 'Noto Sans SC'
const font = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf')
const lines = ['姓名 样例人', '性别 男　民族 汉', '出生 1990 年 3 月 7 日', '住址 北京市东城区测试路', '　　 1 号 2 单元 301']

/** A card with as much print as a resident card has, and nobody's data. */
export function drawCard(): Buffer {
  const said = lines.map((line, index) => `<text x="60" y="${90 + 60 * index}">${line}</text>`).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 856 540" font-family="${family}" font-size="34">
    <rect width="856" height="540" fill="#dfe9ee"/>${said}<text x="60" y="460" font-size="38">公民身份号码 110101199003070074</text>
    <rect x="600" y="80" width="190" height="250" fill="#b9c7cf"/><circle cx="695" cy="170" r="55" fill="#88aaaa"/></svg>`
  const fonts = { fontFiles: [font], loadSystemFonts: false, defaultFontFamily: family }
  return new Resvg(svg, { fitTo: { mode: 'width', value: 1400 }, font: fonts }).render().asPng()
}
