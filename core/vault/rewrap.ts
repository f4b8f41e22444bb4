import { and, asc, eq, gt, isNotNull, ne } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { deskKeys } from '../../db/schema/lookups.ts'
import { type Ctx, transact } from '../context.ts'
import { caseKeyPlace } from './case-key.ts'
import { deskKeyPlace } from './lookup-key.ts'
import { seal, unseal } from './seal.ts'

/** Stands in `desk_keys` while a change of MASTER_KEY is under way; sealed with the new key, so that it can go on to no other. */
const marker = 'rotation'
const batchSize = 200

export interface Rotation {
  /** the wrapping keys derived from the old and the new MASTER_KEY */
  from: Buffer
  to: Buffer
}

export type KeyState = 'right' | 'wrong' | 'rotating'

/** Whether this context's MASTER_KEY is the one that the database was written with; a database without any key takes every one. */
export async function checkMasterKey(ctx: Ctx): Promise<KeyState> {
  const rows = await ctx.db.select().from(deskKeys)
  if (rows.some(({ name }) => name === marker)) return 'rotating'
  const [kept] = rows
  if (kept) return opens(ctx.keys.wrap, kept.sealed, deskKeyPlace(kept.name)) ? 'right' : 'wrong'
  const [some] = await ctx.db.select().from(cases).where(isNotNull(cases.sealedKey)).limit(1)
  return !some?.sealedKey || opens(ctx.keys.wrap, some.sealedKey, caseKeyPlace(some.id)) ? 'right' : 'wrong'
}

/**
 * Marks the database as changing its MASTER_KEY: no desk starts on it from here on. `resumed`: an earlier run to the same new key was
 * cut short. Nothing is marked where the old key is wrong, or where a run to another new key stands unfinished.
 */
export async function beginRotation(
  ctx: Ctx,
  { from, to }: Rotation,
): Promise<'begun' | 'resumed' | 'wrong-key' | 'other-target'> {
  return transact(ctx, async ctx => {
    const [begun] = await ctx.db.select().from(deskKeys).where(eq(deskKeys.name, marker)).for('update')
    if (begun) return opens(to, begun.sealed, deskKeyPlace(marker)) ? 'resumed' : 'other-target'
    const state = await checkMasterKey({ ...ctx, keys: { ...ctx.keys, wrap: from } })
    // run again after its end: everything opens with the new key already
    if (state === 'wrong' && (await checkMasterKey({ ...ctx, keys: { ...ctx.keys, wrap: to } })) === 'wrong') return 'wrong-key'
    const sealed = seal(to, Buffer.from(marker), deskKeyPlace(marker), ctx.random)
    await ctx.db.insert(deskKeys).values({ name: marker, sealed, createdAt: ctx.now() })
    return 'begun'
  })
}

/**
 * Wraps the desk's keys and every case's key with the new one, a batch a transaction. What is wrapped with it already stays, so the
 * same call carries on after a kill. What neither key opens is left as it is; its names come back.
 */
export async function rewrapKeys(
  ctx: Ctx,
  rotation: Rotation,
  onBatch: (rewrapped: number) => Promise<void> | void = () => {},
): Promise<{ rewrapped: number; lost: string[] }> {
  const lost: string[] = []
  let rewrapped = await rewrapDeskKeys(ctx, rotation, lost)
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const batch = await rewrapBatch(ctx, rotation, last, lost)
    if (batch.last === undefined) return { rewrapped, lost }
    last = batch.last
    rewrapped += batch.rewrapped
    await onBatch(rewrapped)
  }
}

/** The change is complete, or is given up before anything was wrapped anew. */
export async function endRotation(ctx: Ctx): Promise<void> {
  await ctx.db.delete(deskKeys).where(eq(deskKeys.name, marker))
}

async function rewrapDeskKeys(ctx: Ctx, rotation: Rotation, lost: string[]): Promise<number> {
  return transact(ctx, async ctx => {
    let count = 0
    for (const { name, sealed } of await ctx.db.select().from(deskKeys).where(ne(deskKeys.name, marker)).for('update')) {
      const fresh = rewrap(ctx, rotation, sealed, deskKeyPlace(name))
      if (fresh === 'lost') lost.push(name)
      if (!Buffer.isBuffer(fresh)) continue
      await ctx.db.update(deskKeys).set({ sealed: fresh }).where(eq(deskKeys.name, name))
      count++
    }
    return count
  })
}

async function rewrapBatch(
  ctx: Ctx,
  rotation: Rotation,
  after: string,
  lost: string[],
): Promise<{ last: string | undefined; rewrapped: number }> {
  return transact(ctx, async ctx => {
    const rows = await ctx.db
      .select({ id: cases.id, code: cases.code, sealedKey: cases.sealedKey })
      .from(cases)
      .where(and(isNotNull(cases.sealedKey), gt(cases.id, after)))
      .orderBy(asc(cases.id))
      .limit(batchSize)
      .for('update')
    let rewrapped = 0
    for (const { id, code, sealedKey } of rows) {
      if (sealedKey === null) continue
      const fresh = rewrap(ctx, rotation, sealedKey, caseKeyPlace(id))
      if (fresh === 'lost') lost.push(code)
      if (!Buffer.isBuffer(fresh)) continue
      await ctx.db.update(cases).set({ sealedKey: fresh }).where(eq(cases.id, id))
      rewrapped++
    }
    return { last: rows.at(-1)?.id, rewrapped }
  })
}

function rewrap(ctx: Ctx, { from, to }: Rotation, sealed: Buffer, place: string): Buffer | 'done' | 'lost' {
  if (opens(to, sealed, place)) return 'done'
  const key = opens(from, sealed, place)
  return key ? seal(to, key, place, ctx.random) : 'lost'
}

function opens(key: Buffer, sealed: Buffer, place: string): Buffer | undefined {
  try {
    return unseal(key, sealed, place)
  } catch {
    return undefined
  }
}
