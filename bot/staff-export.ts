import type { Ctx } from '../core/context.ts'
import { requestExport } from '../core/export/request.ts'
import { message, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'

const mostDays = 3650

/** `/export [days]`: asks for the tables; they come by themselves. */
export async function exportTables(ctx: Ctx, { voice }: Scene, args: string): Promise<Reply[]> {
  const said = args.normalize('NFKC').trim().toLowerCase()
  const [, figure] = /^(\d{1,4})\s*(?:d|days?|天|日)?$/u.exec(said) ?? []
  const days = Number(figure)
  const isAll = said === '' || said === 'all' || said === '全部'
  if (!isAll && !(days >= 1 && days <= mostDays))
    return [message(voice.html('export-form', { said: said.slice(0, 40), example: '/export 30' }))]
  await requestExport(ctx, isAll ? {} : { days })
  return [message(isAll ? voice.html('export-asked') : voice.html('export-asked-days', { days }))]
}
