import { setTimeout as pause } from 'node:timers/promises'
import type { Ctx } from '../core/context.ts'
import { writeCatalogueFile } from '../core/device/catalogue-file.ts'
import { listCatalogue } from '../core/device/list.ts'
import type { MessageKind } from '../core/message/kinds.ts'
import type { MessageView, Reader } from '../core/message/view.ts'
import { renderCalendarFile } from '../texts/calendar-file.ts'
import { drawQuality } from './pictures/quality.ts'
import { drawStats } from './pictures/stats.ts'
import { drawWeek } from './pictures/week.ts'

/** What goes with a message. Its type in the chat follows from the ending of `name` (ASCII). */
export interface MessageFile {
  as: 'document' | 'photo'
  name: string
  bytes: Uint8Array
}

type Maker<K extends MessageKind> = (
  ctx: Ctx,
  view: Extract<MessageView, { kind: K }>,
  reader: Reader,
) => Promise<MessageFile | undefined>

/**
 * The messages that carry a file: kind → who makes it from the present data, at the moment of sending; undefined drops the message.
 * The rendered text becomes the caption (1,024 characters at most). To add one: declare and word the kind like any other, put its maker here.
 */
const makers: { [K in MessageKind]?: Maker<K> } = {
  calendar: async (ctx, view, reader) => ({
    as: 'document',
    name: `${view.code}.ics`,
    bytes: Buffer.from(renderCalendarFile(view, reader, ctx.now())),
  }),
  'hours-picture': async (ctx, { week }, reader) => ({
    as: 'photo',
    name: 'hours.png',
    bytes: drawWeek(week, reader, ctx.now()),
  }),
  'stats-picture': async (ctx, { stats }, reader) => ({
    as: 'photo',
    name: 'figures.png',
    bytes: drawStats(stats, reader, ctx.now()),
  }),
  'quality-picture': async (ctx, { figures }, reader) => ({
    as: 'photo',
    name: 'quality.png',
    bytes: drawQuality(figures, reader, ctx.now()),
  }),
  'devices-file': async ctx => ({
    as: 'document',
    name: 'devices.csv',
    bytes: Buffer.from(writeCatalogueFile(await listCatalogue(ctx))),
  }),
  'export-file': async (ctx, view) => ({
    as: 'document',
    name: 'mianshen-export.zip.age',
    bytes: await ctx.files.get(view.exportId),
  }),
  'evidence-file': async (ctx, view) => ({
    as: 'document',
    name: `${view.code}-evidence.zip.age`,
    bytes: await ctx.files.get(view.evidenceId),
  }),
}

export const fileKinds: readonly string[] = Object.keys(makers)

/** With the time to send it, well inside the lease on the message. */
const longestMakingMs = 30_000

/** The file of such a message. Whatever its maker throws ends the attempt like an error of the messenger; so does taking too long. */
export async function makeFile(ctx: Ctx, view: MessageView, reader: Reader): Promise<MessageFile | undefined> {
  const made = new AbortController()
  const late = pause(longestMakingMs, undefined, { signal: made.signal, ref: false }).then(() => {
    throw new Error('its file took too long to make')
  })
  try {
    return await Promise.race([makerOf(view)?.(ctx, view, reader), late])
  } finally {
    made.abort()
    late.catch(() => {})
  }
}

/** Guarantee: the maker under a kind takes views of that kind; the table's type says so. */
function makerOf(view: MessageView): Maker<MessageKind> | undefined {
  return makers[view.kind] as Maker<MessageKind> | undefined
}
