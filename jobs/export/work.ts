import type { Api } from 'grammy'
import Papa from 'papaparse'
import type { Ctx } from '../../core/context.ts'
import { collectTables, type Table } from '../../core/export/collect.ts'
import { type ExportTask, failExport, keepExport, takeExport } from '../../core/export/make.ts'
import { exportPassphrase } from '../../core/export/messages.ts'
import { speak } from '../../texts/fluent.ts'
import { sealFiles } from '../evidence/archive.ts'

/** Makes every export that is asked for, one after the other. One that fails is told to its admin and holds up no other. */
export async function makeExports(ctx: Ctx, api: Api): Promise<number> {
  let made = 0
  for (let task = await takeExport(ctx); task; task = await takeExport(ctx)) {
    const show = showProgress(api, task)
    try {
      const tables = await collectTables(ctx, task.file, show)
      const files = Object.fromEntries(tables.map(table => [`${table.name}.csv`, Buffer.from(writeTable(table))]))
      const rows = tables.reduce((sum, table) => sum + table.rows.length, 0)
      await keepExport(ctx, task, { ...(await sealFiles(files, exportPassphrase(ctx, task.file.id))), rows })
      made++
    } catch (err) {
      ctx.log.error({ err, export: task.file.id }, 'an export could not be made')
      await failExport(ctx, task)
    }
  }
  return made
}

/** As a spreadsheet opens it, with the mark that says UTF-8; no cell is run as a formula. */
function writeTable({ columns, rows }: Table): string {
  return `\uFEFF${Papa.unparse({ fields: columns, data: rows }, { escapeFormulae: true })}\r\n`
}

/** One message in the admin's chat, edited with every page. Only a comfort: what is lost of it is not sent again. */
function showProgress(api: Api, { admin }: ExportTask) {
  const say = speak(admin.locale)
  let shown: number | undefined
  let last = ''
  return async (rows: number): Promise<void> => {
    const text = say.plain('export-progress', { rows })
    if (text === last) return
    last = text
    try {
      if (shown === undefined) shown = (await api.sendMessage(admin.telegramId, text, { disable_notification: true })).message_id
      else await api.editMessageText(admin.telegramId, shown, text)
    } catch {
      // the file itself comes by the outbox
    }
  }
}
