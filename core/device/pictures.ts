import { createHash } from 'node:crypto'
import { and, eq, inArray, lt, notInArray, sql } from 'drizzle-orm'
import { devicePictures, devices } from '../../db/schema/catalogue.ts'
import { type Locale, locales } from '../../db/values.ts'
import type { Ctx } from '../context.ts'
import { after, days } from '../policy.ts'
import { type Device, listDevices } from './list.ts'
import { isShape, isUrl, sentMark, shapeOf } from './shape.ts'

/** A picture that can be sent: by the messenger's own name for it, where it has been sent before, else from its address or its bytes. */
export interface PictureRef {
  key: string
  fileId?: string
  url?: string
}

/** Everything that a drawing shows. */
export interface Drawing {
  key: string
  device: Device
  locale: Locale
}

/** raised whenever the same device is drawn differently */
const drawingVersion = 1
/** What the messenger did not take is tried again after so long. */
const failedForDays = 1
/** A drawing of a price that no longer holds is kept for whoever still has it on the screen. */
const keptDays = 7

function drawingKey(device: Device, locale: Locale): string {
  const { id, nameZh, nameEn, monthlyRentFen, depositFen } = device
  const shown = [drawingVersion, locale, id, shapeOf(device), nameZh, nameEn, monthlyRentFen, depositFen]
  return `drawn:${createHash('sha256').update(JSON.stringify(shown)).digest('hex')}`
}

/** The platform's own picture of a device, or else our drawing of it; undefined while there is none that could be sent. */
export async function findPicture(ctx: Ctx, device: Device, locale: Locale): Promise<PictureRef | undefined> {
  const own = device.picture !== null && !isShape(device.picture) ? device.picture : undefined
  const keys = [...(own === undefined ? [] : [own]), drawingKey(device, locale)]
  const rows = await ctx.db
    .select({ key: devicePictures.key, fileId: devicePictures.fileId, failedAt: devicePictures.failedAt })
    .from(devicePictures)
    .where(inArray(devicePictures.key, keys))
  const since = after(ctx.now(), -days(failedForDays))
  for (const key of keys) {
    const row = rows.find(row => row.key === key)
    if (row?.failedAt && row.failedAt > since) continue
    const url = isUrl(key) ? { url: key } : {}
    if (row || isUrl(key)) return { key, ...url, ...(row?.fileId ? { fileId: row.fileId } : {}) }
  }
  return undefined
}

export async function loadPicture(ctx: Ctx, key: string): Promise<Buffer | undefined> {
  const [row] = await ctx.db.select({ bytes: devicePictures.bytes }).from(devicePictures).where(eq(devicePictures.key, key))
  return row?.bytes ?? undefined
}

/** From now on the picture goes by this name; so it is uploaded once. */
export async function keepFileId(ctx: Ctx, { key, fileId }: { key: string; fileId: string }): Promise<void> {
  await ctx.db
    .insert(devicePictures)
    .values({ key, fileId, createdAt: ctx.now() })
    .onConflictDoUpdate({ target: devicePictures.key, set: { fileId, failedAt: null } })
}

/** The messenger takes it in no form: for a while it is done without. */
export async function failPicture(ctx: Ctx, key: string): Promise<void> {
  const failedAt = ctx.now()
  await ctx.db
    .insert(devicePictures)
    .values({ key, failedAt, createdAt: failedAt })
    .onConflictDoUpdate({ target: devicePictures.key, set: { failedAt, fileId: null } })
}

/** The drawings of what can be rented now that have yet to be made, in every language; the first of the catalogue first. */
export async function findMissingDrawings(ctx: Ctx): Promise<Drawing[]> {
  const wanted = await wantedDrawings(ctx)
  if (wanted.length === 0) return []
  const keys = wanted.map(({ key }) => key)
  const rows = await ctx.db.select({ key: devicePictures.key }).from(devicePictures).where(inArray(devicePictures.key, keys))
  const made = new Set(rows.map(({ key }) => key))
  return wanted.filter(({ key }) => !made.has(key))
}

async function wantedDrawings(ctx: Ctx): Promise<Drawing[]> {
  const offered = await listDevices(ctx)
  return offered.flatMap(device => locales.map(locale => ({ key: drawingKey(device, locale), device, locale })))
}

export async function keepPicture(ctx: Ctx, { key, bytes }: { key: string; bytes: Uint8Array }): Promise<void> {
  const row = { key, bytes: Buffer.from(bytes), createdAt: ctx.now() }
  await ctx.db
    .insert(devicePictures)
    .values(row)
    .onConflictDoUpdate({ target: devicePictures.key, set: { bytes: row.bytes } })
}

/** Takes away drawings of what is no longer so, and pictures that no device has any more. */
export async function dropOldPictures(ctx: Ctx): Promise<void> {
  const keys = (await wantedDrawings(ctx)).map(({ key }) => key)
  const used = sql`exists (select 1 from ${devices} where ${devices.picture} = ${devicePictures.key})`
  const old = lt(devicePictures.createdAt, after(ctx.now(), -days(keptDays)))
  const unwanted = keys.length > 0 ? notInArray(devicePictures.key, keys) : undefined
  await ctx.db.delete(devicePictures).where(and(old, unwanted, sql`not ${used}`))
}

/** What a picture that an admin sent is known by. */
export const keyOfSent = (bytes: Uint8Array): string => `${sentMark}${createHash('sha256').update(bytes).digest('hex')}`
