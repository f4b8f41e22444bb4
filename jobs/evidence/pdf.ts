import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Report } from '../../texts/evidence-report.ts'

/** Noto Sans SC has Chinese and Latin; pdfkit embeds only the signs that are used, so a report stays small. */
const font = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')

const margin = 48
const labelWidth = 150
const photoHeight = 300

/** Lays a report out on A4. `madeAt` instead of the clock: the same report twice is the same file but for its id. */
export async function drawReport(report: Report, photos: readonly { bytes: Buffer }[], madeAt: Date): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', margin, info: { Title: report.title, CreationDate: madeAt } })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>(resolve => doc.on('end', resolve))
  doc.font(font).fontSize(18).text(report.title).moveDown(0.5)
  doc.fontSize(9)
  for (const line of report.about) doc.text(line)
  for (const { heading, rows } of report.sections) {
    if (rows.length === 0) continue
    doc.moveDown(1).fontSize(13).text(heading, margin).moveDown(0.3).fontSize(9)
    for (const [label, text] of rows) drawRow(doc, label, text)
  }
  if (photos.length > 0) doc.moveDown(1).fontSize(13).text(report.photos, margin).fontSize(9)
  for (const { bytes } of photos) {
    if (doc.y + photoHeight > doc.page.height - margin) doc.addPage()
    doc.image(bytes, margin, doc.y, { fit: [doc.page.width - 2 * margin, photoHeight] })
    doc.y += photoHeight + 8
  }
  doc.end()
  await ended
  return Buffer.concat(chunks)
}

/** Label left, text right of it; both wrap, and the next row begins below the longer one. */
function drawRow(doc: PDFKit.PDFDocument, label: string, text: string): void {
  const width = doc.page.width - 2 * margin - labelWidth
  const height = Math.max(doc.heightOfString(label, { width: labelWidth - 8 }), doc.heightOfString(text, { width }))
  if (doc.y + height > doc.page.height - margin) doc.addPage()
  const top = doc.y
  doc.text(label, margin, top, { width: labelWidth - 8 })
  doc.text(text, margin + labelWidth, top, { width })
  doc.x = margin
  doc.y = top + height + 2
}
