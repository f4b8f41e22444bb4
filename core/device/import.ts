import { createHash } from 'node:crypto'
import { eq, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { deviceImports, devices } from '../../db/schema/catalogue.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { newCode } from '../ids.ts'
import { after, days } from '../policy.ts'
import { refuse } from '../refusal.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'
import { type Entry, entrySchema, type FileProblem, readCatalogueFile } from './catalogue-file.ts'
import { beforeAfter, changedFields, type DeviceField } from './change.ts'
import { type Device, listCatalogue } from './list.ts'

/** What a file would change. Devices that it does not name stay as they are. */
export interface ImportPreview {
  id: string
  added: Entry[]
  changed: { before: Device; after: Entry; fields: DeviceField[] }[]
  same: number
  untouched: number
}

/** A proposal waits so long for its yes. */
const proposalDays = 1

/**
 * Reads a catalogue file and keeps what it would change, for an admin to look at and say yes to. Nothing is changed yet. A file with
 * anything wrong in it is refused as `file-invalid`, with the first few problems.
 */
export async function proposeImport(ctx: Ctx, input: { bytes: Uint8Array }): Promise<ImportPreview> {
  refuseUnlessAdmin(ctx)
  const read = readCatalogueFile(input.bytes)
  if ('problems' in read) return refuse('file-invalid', { problems: read.problems satisfies FileProblem[] })
  return transact(ctx, async ctx => {
    const catalogue = await listCatalogue(ctx)
    const id = newCode(ctx, 10)
    await ctx.db.delete(deviceImports).where(lt(deviceImports.createdAt, after(ctx.now(), -days(proposalDays))))
    await ctx.db.insert(deviceImports).values({ id, entries: read.entries, base: fingerprint(catalogue), createdAt: ctx.now() })
    return compare(id, catalogue, read.entries)
  })
}

/**
 * Takes a proposal over into the catalogue, all of it or nothing. `stale` when it was taken over before, is too old, or the catalogue
 * has changed since the preview.
 */
export async function applyImport(ctx: Ctx, input: { id: string }): Promise<ImportPreview> {
  return transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    const [proposal] = await ctx.db.delete(deviceImports).where(eq(deviceImports.id, input.id)).returning()
    if (!proposal) return refuse('stale', {})
    await ctx.db.execute(sql`lock table ${devices} in share row exclusive mode`)
    const catalogue = await listCatalogue(ctx)
    if (proposal.base !== fingerprint(catalogue)) return refuse('stale', {})
    const entries = z.array(entrySchema).parse(proposal.entries)
    const preview = compare(input.id, catalogue, entries)
    const last = Math.max(-1, ...catalogue.map(({ position }) => position))
    for (const [index, entry] of preview.added.entries()) {
      await ctx.db.insert(devices).values({ ...entry, position: last + 1 + index })
      await appendAudit(ctx, 'desk', 'device.added', { device: entry.id, after: entry })
    }
    for (const { before, after, fields } of preview.changed) {
      await ctx.db.update(devices).set(after).where(eq(devices.id, before.id))
      await appendAudit(ctx, 'desk', 'device.changed', { device: before.id, ...beforeAfter(before, after, fields) })
    }
    return preview
  })
}

/** Says no to a proposal. Done twice it does nothing. */
export async function dropImport(ctx: Ctx, input: { id: string }): Promise<void> {
  refuseUnlessAdmin(ctx)
  await ctx.db.delete(deviceImports).where(eq(deviceImports.id, input.id))
}

function compare(id: string, catalogue: readonly Device[], entries: readonly Entry[]): ImportPreview {
  const known = new Map(catalogue.map(device => [device.id, device]))
  const added = entries.filter(entry => !known.has(entry.id))
  const changed = entries.flatMap(after => {
    const before = known.get(after.id)
    const fields = before ? changedFields(before, after) : []
    return before && fields.length > 0 ? [{ before, after, fields }] : []
  })
  const same = entries.length - added.length - changed.length
  return { id, added, changed, same, untouched: catalogue.length - changed.length - same }
}

function fingerprint(catalogue: readonly Device[]): string {
  return createHash('sha256').update(JSON.stringify(catalogue)).digest('hex')
}
