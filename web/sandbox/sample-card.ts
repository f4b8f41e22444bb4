/** ID-1, the format of identity cards: 85.60 × 53.98 mm. */
const WIDTH = 1284
const HEIGHT = 810

export type CardSide = 'front' | 'back'

/** A drawing that stands in for the photo of one side of an ID card: plainly a specimen, with nobody's face and nobody's data. */
export async function drawSampleCard(side: CardSide): Promise<File | undefined> {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const pen = canvas.getContext('2d')
  if (!pen) return undefined
  pen.fillStyle = '#b9c7cf'
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  pen.fillStyle = '#eef4f2'
  pen.beginPath()
  pen.roundRect(60, 60, WIDTH - 120, HEIGHT - 120, 36)
  pen.fill()
  if (side === 'front') {
    drawSilhouette(pen)
    drawLines(pen)
  } else {
    drawBack(pen)
  }
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.9))
  return blob ? new File([blob], `specimen-${side}.jpg`, { type: 'image/jpeg' }) : undefined
}

function drawSilhouette(pen: CanvasRenderingContext2D): void {
  pen.fillStyle = '#c9d8d4'
  pen.fillRect(850, 150, 300, 380)
  pen.fillStyle = '#8fa5a0'
  pen.beginPath()
  pen.arc(1000, 290, 78, 0, Math.PI * 2)
  pen.fill()
  pen.beginPath()
  pen.ellipse(1000, 530, 130, 130, 0, Math.PI, 0)
  pen.fill()
}

function drawLines(pen: CanvasRenderingContext2D): void {
  pen.fillStyle = '#5d7a74'
  pen.font = '600 54px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'
  pen.fillText('样张 SPECIMEN', 120, 200)
  pen.fillStyle = '#b4c5c1'
  for (const [y, width] of [
    [260, 420],
    [330, 300],
    [400, 560],
    [470, 500],
  ] as const) {
    pen.fillRect(120, y, width, 30)
  }
  pen.fillStyle = '#5d7a74'
  pen.font = '48px ui-monospace, "Noto Sans Mono", monospace'
  pen.fillText('0000 0000 0000 0000 00', 120, 660)
}

/** A seal that is nobody's, and two lines below it. */
function drawBack(pen: CanvasRenderingContext2D): void {
  pen.fillStyle = '#a9bdb8'
  pen.beginPath()
  pen.arc(270, 270, 130, 0, Math.PI * 2)
  pen.fill()
  pen.fillStyle = '#5d7a74'
  pen.font = '600 72px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'
  pen.fillText('样张 SPECIMEN', 460, 300)
  pen.fillStyle = '#b4c5c1'
  pen.fillRect(380, 520, 620, 40)
  pen.fillRect(380, 610, 760, 40)
}
