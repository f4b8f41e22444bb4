import type { Ctx } from '../core/context.ts'
import { mostRows } from '../core/device/catalogue-file.ts'
import { applyImport, dropImport, type ImportPreview, proposeImport } from '../core/device/import.ts'
import { isRefusal, type RefusalDetails } from '../core/refusal.ts'
import { lines } from '../texts/cards/voice.ts'
import { formatMoney } from '../texts/format.ts'
import { edit, message, paragraphs, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'
import { changeLines, showDevices } from './staff-devices.ts'

const mostShown = 12

/** A catalogue file that an admin sent: what it would change, and a button that does it. */
export async function receiveCatalogue(ctx: Ctx, scene: Scene): Promise<Reply[]> {
  const { voice, file } = scene
  if (!file?.ok) return [message(voice.html(`devices-file-${file?.problem ?? 'not-received'}`, { most: mostRows }))]
  try {
    return [showPreview(scene, await proposeImport(ctx, { bytes: file.bytes }))]
  } catch (error) {
    if (!isRefusal(error, 'file-invalid')) throw error
    return [message(problemLines(scene, error.details.problems))]
  }
}

function problemLines({ voice }: Scene, problems: RefusalDetails['file-invalid']['problems']): string {
  const said = problems.map(({ line, column = '', problem }) =>
    voice.html(`devices-problem-${problem}`, { line, column, most: mostRows }),
  )
  return paragraphs(voice.html('devices-file-wrong'), lines(...said), voice.html('devices-file', { example: '/devices export' }))
}

function showPreview(scene: Scene, preview: ImportPreview): Reply {
  const { voice, locale } = scene
  const { id, added, changed, same, untouched } = preview
  if (added.length + changed.length === 0) return message(voice.html('devices-import-nothing', { same }))
  const news = added.map(device =>
    voice.html('devices-import-added', {
      id: device.id,
      device: voice.device({ zh: device.nameZh, en: device.nameEn }),
      rent: formatMoney(device.monthlyRentFen, locale),
    }),
  )
  const changes = changed.map(({ before, after }) =>
    lines(voice.html('devices-import-changed', { id: before.id }), ...changeLines(scene, before, after)),
  )
  const shown = [...news, ...changes].slice(0, mostShown)
  const more = added.length + changed.length - shown.length
  const counts = voice.html('devices-import', { added: added.length, changed: changed.length, same, untouched })
  return message(paragraphs(counts, lines(...shown), more > 0 ? voice.html('devices-import-more', { count: more }) : undefined), [
    [{ label: voice.label('do-import'), press: { verb: 'import-yes', file: id }, style: 'primary' }],
    [{ label: voice.label('do-import-not'), press: { verb: 'import-no', file: id } }],
  ])
}

export async function pressImport(ctx: Ctx, scene: Scene, { file }: { file: string }): Promise<Reply[]> {
  const { voice } = scene
  try {
    const { added, changed } = await applyImport(ctx, { id: file })
    const html = voice.html('devices-imported', { added: added.length, changed: changed.length })
    return [toast(voice.label('toast-imported')), { kind: 'close', html }]
  } catch (error) {
    if (!isRefusal(error, 'stale')) throw error
    return [toast(voice.label('toast-import-stale')), ...(await showDevices(ctx, scene, 1, edit))]
  }
}

export async function pressImportNot(ctx: Ctx, { voice }: Scene, { file }: { file: string }): Promise<Reply[]> {
  await dropImport(ctx, { id: file })
  return [toast(voice.label('toast-import-not')), { kind: 'close', html: voice.html('devices-import-dropped') }]
}
